import { spawn } from "node:child_process";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { correctBalance, reverseEntry } from "@/lib/credits/commands";
import { savedAndLost } from "@/lib/credits/queries";
import { endHolds, placeHold } from "@/lib/credits/store";
import { testCredit, testOrder } from "@/lib/credits/testing/credit";
import { database } from "@/lib/db/client";
import { inHousehold } from "@/lib/db/transaction";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import { fixedClock } from "@/lib/kernel/clock";
import { day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { recordOrder, tickStep } from "@/lib/orders/commands";
import { approvedOrder, asPlanned, ORDER_CLOCK } from "@/lib/orders/testing/approved-order";
import { testAccount } from "@/lib/stores/testing/account";
import { tickHousehold } from "./tick";

/** As a reader sees it: header lines unfolded, soft line ends of the body taken out. */
const plain = (raw: string) =>
  raw
    .replaceAll(/=\r\n/gu, "")
    .replaceAll(/\r\n[ \t]/gu, " ")
    .replaceAll("=3D", "=");

type Received = { readonly to: readonly string[]; readonly raw: string };
const received: Received[] = [];
let refusing = false;
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  logger: false,
  onRcptTo: (_address, _session, done) => done(refusing ? new Error("450 later") : null),
  onData(stream, session, done) {
    let raw = "";
    stream.on("data", (chunk: Buffer) => (raw += chunk.toString()));
    stream.on("end", () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: plain(raw) });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  process.env.SMTP_HOST = "127.0.0.1";
  process.env.SMTP_PORT = String(typeof address === "object" && address ? address.port : 0);
  process.env.SMTP_FROM = "purse@example.test";
  process.env.COMMONPURSE_URL = "https://purse.example.test";
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
afterEach(() => {
  refusing = false;
  received.length = 0;
});

/** Noon in New York, the households' time zone. */
const noon = (on: string) => fixedClock(`${on}T17:00:00Z`);
const date = (text: string) => new Date(`${text}T00:00:00Z`);

/** Ben's account with one promotion of $15.00 that ends on 23 December, written down in November. */
async function promised(name = "Ferreira") {
  const { householdId, actors, members } = await testHousehold(undefined, { name });
  const [anna, ben] = [present(actors.anna, "anna"), present(actors.ben, "ben")];
  const { accountId } = await testAccount(householdId, ben.memberId);
  const creditId = await testCredit(householdId, ben.memberId, accountId, 1500n, {
    origin: "promotion",
    expiry: "date",
    expiresOn: date("2026-12-23"),
    createdAt: date("2026-11-01"),
  });
  await database().reminderRule.create({ data: { householdId, rule: "check", days: 0 } });
  return { householdId, members, anna, ben, accountId, creditId };
}

const entries = async (creditId: string) =>
  (await database().ledgerEntry.findMany({ where: { creditId }, orderBy: { number: "asc" }, include: { member: true } })).map(
    (entry) => `${entry.kind} ${entry.amountCents} ${entry.occurredOn.toISOString().slice(0, 10)} ${entry.member.name} ${entry.byItself}`,
  );

describe("what expired", () => {
  test("R78: is written off by itself the day after, in the household's time zone, and the loss shows", async () => {
    const { householdId, anna, creditId } = await promised();
    // In New York it is still the 23rd.
    expect(await tickHousehold(householdId, fixedClock("2026-12-24T04:30:00Z"))).toMatchObject({ writtenOff: 0 });
    expect(await tickHousehold(householdId, fixedClock("2026-12-24T05:30:00Z"))).toMatchObject({ writtenOff: 1 });
    expect(await entries(creditId)).toEqual(["opening 1500 2026-11-01 ben false", "write_off -1500 2026-12-24 ben true"]);
    expect(await inHousehold(householdId, (tx) => savedAndLost(tx, anna, day("2026-12-24")))).toMatchObject({ lostCents: 1500n });
    expect(await database().credit.findFirst({ where: { id: creditId } })).toMatchObject({ postedCents: 0n, closedAt: expect.any(Date) });
    expect(await database().activity.findFirst({ where: { householdId, action: "credit.expired" } })).toMatchObject({
      subjectId: creditId,
    });
    expect(await tickHousehold(householdId, noon("2026-12-25"))).toMatchObject({ writtenOff: 0 });
  });

  test("R91: two servers at the same moment write it off once", async () => {
    const { householdId, creditId } = await promised();
    const ticks = await Promise.all([1, 2, 3].map(() => tickHousehold(householdId, noon("2027-01-02"))));
    expect(ticks.reduce((sum, { writtenOff }) => sum + writtenOff, 0)).toBe(1);
    expect(await entries(creditId)).toEqual(["opening 1500 2026-11-01 ben false", "write_off -1500 2026-12-24 ben true"]);
  });

  test("waits while a plan holds some of it", async () => {
    const { householdId, ben, accountId, creditId } = await promised();
    const { orderId } = await testOrder(householdId, ben.memberId, accountId);
    await inHousehold(householdId, (tx) => placeHold(tx, ben, { creditId, orderId, cents: cents(500) }));
    expect(await tickHousehold(householdId, noon("2026-12-24"))).toMatchObject({ writtenOff: 0 });
    await inHousehold(householdId, (tx) => endHolds(tx, ben, { orderId }, "released"));
    expect(await tickHousehold(householdId, noon("2026-12-26"))).toMatchObject({ writtenOff: 1 });
  });

  test("stays in the books when the store honoured it after all and the loss was taken back", async () => {
    const { householdId, ben, creditId } = await promised();
    await tickHousehold(householdId, noon("2026-12-24"));
    const loss = await database().ledgerEntry.findFirstOrThrow({ where: { creditId, kind: "write_off" } });
    expect(await reverseEntry(ben, newId(), loss.id, "The store gave it back", noon("2026-12-26"))).toMatchObject({ ok: true });
    expect(await tickHousehold(householdId, noon("2026-12-27"))).toMatchObject({ writtenOff: 0 });
    expect(await database().credit.findFirst({ where: { id: creditId } })).toMatchObject({ postedCents: 1500n, closedAt: null });
  });
});

describe("reminders by e-mail", () => {
  test("R75: the holder hears of it on the day, in the morning, once", async () => {
    const { householdId, ben, creditId } = await promised();
    expect(await tickHousehold(householdId, noon("2026-12-08"))).toMatchObject({ sent: 0 });
    // Six in the morning in New York.
    expect(await tickHousehold(householdId, fixedClock("2026-12-09T11:00:00Z"))).toMatchObject({ sent: 0 });
    expect(await tickHousehold(householdId, fixedClock("2026-12-09T12:00:00Z"))).toMatchObject({ sent: 1 });
    expect(await tickHousehold(householdId, fixedClock("2026-12-09T13:00:00Z"))).toMatchObject({ sent: 0 });
    const [mail, ...more] = received;
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([`${ben.userId}@example.test`]);
    expect(mail?.raw).toMatch(/^Subject: \$15\.00 promotion at Store .* ends in 14 days\r$/mu);
    expect(mail?.raw).toContain(`https://purse.example.test/h/${householdId}/balances/credits/${creditId}`);
    expect(mail?.raw).toContain("text/html");
  });

  test("R14: who placed an order is told to put the payment methods back until it is ticked", async () => {
    const order = await approvedOrder();
    await recordOrder(order.ben, newId(), asPlanned(order), ORDER_CLOCK);
    await tickHousehold(order.householdId, noon("2026-11-23"));
    expect(received.map(({ to }) => to)).toEqual([[`${order.ben.userId}@example.test`]]);
    expect(received[0]?.raw).toContain("Put your payment methods back");
    await tickStep(order.ben, newId(), { orderId: order.orderId, step: "methods_back", done: true });
    await tickHousehold(order.householdId, noon("2026-11-25"));
    expect(received.filter(({ raw }) => raw.includes("payment methods"))).toHaveLength(1);
  });

  test("R84: a look at the balance is asked for every month since the last one, and the difference is booked with its day", async () => {
    const { householdId, ben, accountId } = await promised();
    await database().reminderRule.updateMany({ where: { householdId, rule: "check" }, data: { days: 30 } });
    const creditId = await testCredit(householdId, ben.memberId, accountId, 1000n);
    await tickHousehold(householdId, noon("2026-12-01"));
    expect(received.map(({ raw }) => raw.includes("Look at the balance"))).toEqual([true]);
    const seen = { amountCents: cents(900), reason: "", occurredOn: day("2026-12-01") };
    await correctBalance(ben, newId(), creditId, seen);
    expect(await database().balanceCheck.findMany({ where: { creditId } })).toMatchObject([
      { seenCents: 900n, differenceCents: -100n, seenOn: date("2026-12-01"), memberId: ben.memberId },
    ]);
  });

  test("R35: who keeps a case is told on its follow-up day", async () => {
    const { householdId, anna, accountId } = await promised();
    await database().supportCase.create({
      data: {
        householdId,
        id: newId(),
        accountId,
        about: "question",
        reason: "glitch",
        openedById: anna.memberId,
        followUpOn: date("2026-12-02"),
      },
    });
    await tickHousehold(householdId, noon("2026-12-02"));
    expect(received.map(({ to }) => to)).toEqual([[`${anna.userId}@example.test`]]);
    expect(received[0]?.raw).toContain("Subject: Ask Store ");
  });

  test("for who has no sign-in the adults are told, and for who wants none nobody is", async () => {
    const { householdId, anna, ben, members } = await promised();
    const { accountId } = await testAccount(householdId, present(members.cleo, "cleo"));
    await testCredit(householdId, present(members.cleo, "cleo"), accountId, 700n, {
      expiry: "date",
      expiresOn: date("2026-12-09"),
      createdAt: date("2026-11-01"),
    });
    await database().reminderChoice.create({ data: { householdId, memberId: ben.memberId, emailKinds: ["check"], pushKinds: [] } });
    await tickHousehold(householdId, noon("2026-12-02"));
    expect(received.map(({ to }) => to)).toEqual([[`${anna.userId}@example.test`]]);
    expect(received[0]?.raw).toContain("cleo");
  });

  test("a name can't become a header, nor markup", async () => {
    const { householdId, ben, accountId } = await promised("Ferreira\r\nBcc: thief@example.test");
    await database().store.updateMany({ where: { householdId }, data: { name: 'Shop\r\nBcc: thief@example.test\r\n\r\n<img src="x">' } });
    await tickHousehold(householdId, noon("2026-12-09"));
    await testCredit(householdId, ben.memberId, accountId, 700n, {
      expiry: "date",
      expiresOn: date("2026-12-17"),
      createdAt: date("2026-11-01"),
    });
    await tickHousehold(householdId, noon("2026-12-16"));
    expect(received).toHaveLength(2);
    for (const { to, raw } of received) {
      expect(to).toEqual([`${ben.userId}@example.test`]);
      const [head = ""] = raw.split("\r\n\r\n");
      expect(head.split("\r\n").filter((line) => /^(?:bcc|cc):/iu.test(line))).toEqual([]);
      expect(raw.split("\r\n").filter((line) => line.startsWith("Bcc"))).toEqual([]);
      expect(raw.slice(raw.indexOf("<!doctype html>"))).not.toContain("<img");
    }
  });

  test("what the mail server puts off is sent an hour later, the same message", async () => {
    const { householdId } = await promised();
    refusing = true;
    expect(await tickHousehold(householdId, fixedClock("2026-12-09T15:00:00Z"))).toMatchObject({ sent: 0 });
    const [waiting] = await database().reminderDelivery.findMany({ where: { householdId } });
    expect(waiting).toMatchObject({ status: "waiting", attempts: 1, problem: expect.stringContaining("450") });
    refusing = false;
    expect(await tickHousehold(householdId, fixedClock("2026-12-09T16:00:00Z"))).toMatchObject({ sent: 1 });
    expect(received[0]?.raw).toContain(`Message-ID: <${waiting?.id}@commonpurse.invalid>`);
    expect(await database().reminderDelivery.findMany({ where: { householdId } })).toMatchObject([{ status: "sent", attempts: 2 }]);
  });

  test("R75: two programs at the same time on one database send each reminder once", async () => {
    const households = [await promised("One"), await promised("Two"), await promised("Three"), await promised("Four")];
    const remind = () =>
      new Promise<number | null>((resolve, reject) => {
        const script = path.resolve("lib/reminders/remind-command.ts");
        const child = spawn(process.execPath, [path.resolve("node_modules/tsx/dist/cli.mjs"), script, "--at", "2026-12-22T17:00:00Z"], {
          stdio: "ignore",
          env: { ...process.env, LOG_LEVEL: "silent" },
        });
        child.once("error", reject);
        child.once("close", resolve);
      });
    expect(await Promise.all([remind(), remind()])).toEqual([0, 0]);
    const mine = households.map(({ ben }) => `${ben.userId}@example.test`);
    const sent = received.flatMap(({ to }) => to).filter((to) => mine.includes(to));
    expect(sent.sort()).toEqual(mine.sort());
  });
});
