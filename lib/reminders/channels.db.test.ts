import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:https";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testCredit } from "@/lib/credits/testing/credit";
import { database } from "@/lib/db/client";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { fixedClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import { approvedOrder, ORDER_CLOCK } from "@/lib/orders/testing/approved-order";
import { testAccount } from "@/lib/stores/testing/account";
import { addBrowser, changeRules, chooseReminders, endFeed, makeFeed, removeBrowser } from "./commands";
import { calendarAt } from "./feed";
import { remindersPage } from "./queries";
import { tickHousehold } from "./tick";

process.env.AUTH_SECRET ??= "a secret that is long enough for a test";

/** A certificate nobody trusts, for a server of the test's own. */
const certificate = createRequire(import.meta.url)("smtp-server/lib/tls-options.js") as (given: object) => { key: string; cert: string };

const date = (text: string) => new Date(`${text}T00:00:00Z`);
const done = { ok: true };

describe("the calendar feed", () => {
  const lines = (text: string | null) => (text ?? "").replaceAll(/\r\n[ \t]/gu, "").split("\r\n");

  test("R75: has the last days of balances and the days of planned orders, as days and not as hours", async () => {
    const { ben } = await approvedOrder();
    expect(await makeFeed(ben, newId(), ORDER_CLOCK)).toMatchObject(done);
    const token = present((await remindersPage(ben)).feed?.token, "a token");
    const feed = lines(await calendarAt(token, ORDER_CLOCK));
    expect(feed[0]).toBe("BEGIN:VCALENDAR");
    expect(feed.filter((line) => line.startsWith("DTSTART"))).toEqual(["DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261122"]);
    expect(feed.filter((line) => line.startsWith("DTEND"))).toEqual(["DTEND;VALUE=DATE:20261202", "DTEND;VALUE=DATE:20261123"]);
    expect(feed.some((line) => /^SUMMARY:\$0\.75 promotion at Store \w+ ends$/u.test(line))).toBe(true);
    expect(feed.some((line) => /^SUMMARY:Order from Store \w+: Saturday order$/u.test(line))).toBe(true);
    const again = lines(await calendarAt(token, ORDER_CLOCK));
    expect(again.filter((line) => line.startsWith("UID"))).toEqual(feed.filter((line) => line.startsWith("UID")));
  });

  test("ends when it is taken back, when a new one is made, and when its owner leaves; what was never made isn't there", async () => {
    const { anna, ben } = await approvedOrder();
    const tokenOf = async (actor: typeof ben) => {
      await makeFeed(actor, newId(), ORDER_CLOCK);
      return present((await remindersPage(actor)).feed?.token, "a token");
    };
    const first = await tokenOf(ben);
    const second = await tokenOf(ben);
    expect(await calendarAt(first, ORDER_CLOCK)).toBeNull();
    expect(await calendarAt(second, ORDER_CLOCK)).toContain("VEVENT");
    await endFeed(ben, newId(), ORDER_CLOCK);
    expect(await calendarAt(second, ORDER_CLOCK)).toBeNull();
    expect((await remindersPage(ben)).feed).toBeNull();
    const annas = await tokenOf(anna);
    const { householdId } = anna;
    expect(await calendarAt(annas.replace(householdId, newId()), ORDER_CLOCK)).toBeNull();
    for (const made of ["", "x", householdId, `${householdId}.${"a".repeat(43)}`]) expect(await calendarAt(made, ORDER_CLOCK)).toBeNull();
    const kept = await database().calendarFeed.findMany({ where: { householdId } });
    expect(JSON.stringify(kept)).not.toContain(annas.split(".")[1]);
    await database().member.updateMany({ where: { householdId, id: ben.memberId }, data: { status: "left", endedAt: new Date() } });
    await database().calendarFeed.updateMany({ where: { householdId }, data: { revokedAt: null } });
    expect(await calendarAt(second, ORDER_CLOCK)).toBeNull();
  });

  test("shows a child that doesn't see balances none", async () => {
    const { householdId, actors, members } = await testHousehold({ anna: { role: "owner" }, cleo: { role: "child" } });
    const { accountId } = await testAccount(householdId, present(members.anna, "anna"));
    await testCredit(householdId, present(members.anna, "anna"), accountId, 500n, { expiry: "date", expiresOn: date("2026-12-01") });
    const cleo = present(actors.cleo, "cleo");
    await makeFeed(cleo, newId(), ORDER_CLOCK);
    const token = present((await remindersPage(cleo)).feed?.token, "a token");
    expect(await calendarAt(token, ORDER_CLOCK)).not.toContain("VEVENT");
    await database().household.update({ where: { id: householdId }, data: { childrenSeeBalances: true } });
    expect(await calendarAt(token, ORDER_CLOCK)).toContain("VEVENT");
  });

  test("tells adults the day to ask a store again, and no child, whatever children see", async () => {
    const { householdId, actors, members } = await testHousehold({ anna: { role: "owner" }, cleo: { role: "child" } });
    const anna = present(members.anna, "anna");
    const { accountId } = await testAccount(householdId, anna);
    await database().household.update({ where: { id: householdId }, data: { childrenSeeBalances: true } });
    const opened = { householdId, id: newId(), accountId, openedById: anna, about: "question", reason: "other" };
    await database().supportCase.create({ data: { ...opened, followUpOn: date("2026-12-01") } });
    const calendarOf = async (name: string) => {
      const reader = present(actors[name], name);
      await makeFeed(reader, newId(), ORDER_CLOCK);
      return calendarAt(present((await remindersPage(reader)).feed?.token, "a token"), ORDER_CLOCK);
    };
    expect(await calendarOf("anna")).toContain(`follow_up-${opened.id}`);
    expect(await calendarOf("cleo")).not.toContain("VEVENT");
  });
});

describe("notifications", () => {
  /** What a browser keeps to itself: with it, it opens what was encrypted for it (RFC 8291). */
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  const auth = randomBytes(16);

  function opened(body: Buffer): { title: string; body: string; url: string } {
    const salt = body.subarray(0, 16);
    const senderKey = body.subarray(21, 21 + (body[20] ?? 0));
    const sealed = body.subarray(21 + (body[20] ?? 0));
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), senderKey]);
    const secret = Buffer.from(hkdfSync("sha256", browser.computeSecret(senderKey), auth, info, 32));
    const key = (about: string, length: number) => Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${about}\0`, length));
    const decipher = createDecipheriv("aes-128-gcm", key("aes128gcm", 16), key("nonce", 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString()) as { title: string; body: string; url: string };
  }

  let service: Server;
  let answer = 201;
  const pushed: { readonly authorization: string; readonly body: Buffer }[] = [];
  beforeAll(async () => {
    service = createServer(certificate({}), (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        pushed.push({ authorization: request.headers.authorization ?? "", body: Buffer.concat(parts) });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
    const address = service.address();
    process.env.COMMONPURSE_PUSH_HOST = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  });
  afterAll(() => new Promise<void>((resolve) => service.close(() => resolve())));

  /** Ben with a promotion that ends on 23 December, and a browser of his that shows notifications. */
  async function subscribed() {
    const { householdId, actors, members } = await testHousehold();
    const ben = present(actors.ben, "ben");
    const { accountId } = await testAccount(householdId, present(members.ben, "ben"));
    const ends = { origin: "promotion", expiry: "date", expiresOn: date("2026-12-23"), createdAt: date("2026-11-01") };
    await testCredit(householdId, ben.memberId, accountId, 1500n, ends);
    const keys = { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") };
    const given = { endpoint: `https://${process.env.COMMONPURSE_PUSH_HOST}/push/1`, ...keys };
    expect(await addBrowser(ben, newId(), given, "Firefox")).toMatchObject(done);
    return { householdId, ben, given };
  }
  const morning = fixedClock("2026-12-09T12:00:00Z");

  test("R75: a notification is encrypted for the browser, signed by this installation, and pushed once", async () => {
    const { householdId } = await subscribed();
    expect(await tickHousehold(householdId, morning)).toMatchObject({ sent: 1 });
    expect(await tickHousehold(householdId, morning)).toMatchObject({ sent: 0 });
    const [sent, ...more] = pushed.splice(0);
    expect(more).toEqual([]);
    expect(sent?.authorization).toMatch(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]+$/u);
    expect(sent?.body.toString("latin1")).not.toContain("15.00");
    const { title, body, url } = opened(present(sent?.body, "a body"));
    expect(title).toMatch(/^\$15\.00 promotion at Store \w+ ends in 14 days$/u);
    expect(body).toBe("Use it by Wed 23 Dec, or it is lost.");
    expect(url).toContain(`/h/${householdId}/balances/credits/`);
  });

  test("a browser that wants none any more is forgotten; one that can't be reached now is tried again", async () => {
    const { householdId, ben } = await subscribed();
    answer = 503;
    expect(await tickHousehold(householdId, morning)).toMatchObject({ sent: 0 });
    expect(await database().reminderDelivery.findMany({ where: { householdId } })).toMatchObject([{ status: "waiting", attempts: 1 }]);
    answer = 410;
    expect(await tickHousehold(householdId, morning)).toMatchObject({ sent: 0 });
    expect((await remindersPage(ben)).browsers).toEqual([]);
    expect(await database().reminderDelivery.findMany({ where: { householdId } })).toMatchObject([{ status: "failed" }]);
    answer = 201;
    pushed.length = 0;
  });

  test("go to known services only, and to none for who chose none or turned the browser off", async () => {
    const { householdId, ben, given } = await subscribed();
    for (const endpoint of [
      "https://127.0.0.1/admin",
      "https://169.254.169.254/latest",
      "http://fcm.googleapis.com/x",
      "https://fcm.googleapis.com.thief.example/x",
      "https://fcm.googleapis.com@thief.example/x",
    ])
      expect(await addBrowser(ben, newId(), { ...given, endpoint }, "")).toMatchObject({ failure: { code: "reminders.push_unknown" } });
    expect(await chooseReminders(ben, newId(), { email: ["expiry"], push: ["check"] })).toMatchObject(done);
    expect((await remindersPage(ben)).choice).toEqual({ email: ["expiry"], push: ["check"] });
    expect(await tickHousehold(householdId, morning)).toMatchObject({ sent: 0 });
    const [known] = (await remindersPage(ben)).browsers;
    expect(known).toMatchObject({ device: "Firefox" });
    expect(await removeBrowser(ben, newId(), present(known, "a browser").id)).toMatchObject(done);
    expect((await remindersPage(ben)).browsers).toEqual([]);
  });

  test("one person's browsers and choices are no other's, and how often is for adults to say", async () => {
    const { ben } = await subscribed();
    const [known] = (await remindersPage(ben)).browsers;
    const { actors } = await testHousehold();
    const stranger = present(actors.anna, "anna");
    expect(await removeBrowser(stranger, newId(), present(known, "a browser").id)).toMatchObject({ failure: { code: "not_found" } });
    expect((await remindersPage(stranger)).browsers).toEqual([]);
    expect(await changeRules(ben, newId(), { check: 7, terms: 0 })).toMatchObject(done);
    expect((await remindersPage(ben)).rules).toEqual({ check: 7, terms: 0 });
    await database().member.updateMany({ where: { id: ben.memberId }, data: { role: "child" } });
    expect(await changeRules(ben, newId(), { check: 9, terms: 9 })).toMatchObject({ failure: { code: "actor.not_allowed" } });
  });
});
