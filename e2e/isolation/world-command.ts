import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { findActor } from "@/lib/households/membership";
import { addMember, createInvite, leave, revokeInvite } from "@/lib/households/commands";
import { createHousehold } from "@/lib/households/create";
import { inviteToken } from "@/lib/households/invite-token";
import { join } from "@/lib/households/join";
import { authSecret } from "@/lib/auth/secret";
import { SESSION_SECONDS, startSession, type Person } from "@/lib/auth/sessions";
import { openCase } from "@/lib/cases/commands";
import { database, disconnect } from "@/lib/db/client";
import { present } from "@/lib/kernel/assert";
import { systemClock } from "@/lib/kernel/clock";
import { dayIn } from "@/lib/kernel/day";
import { newId, type Id } from "@/lib/kernel/id";
import { demoCredits, demoEarlierCredits, demoStores } from "@/prisma/demo/balances";
import { expectDone } from "@/prisma/demo/expect";
import { demoEarlierList, demoLists } from "@/prisma/demo/lists";
import { demoEarlierOrder, demoProposal } from "@/prisma/demo/plans";
import type { Ids, World } from "./world";

const COOKIE = "authjs.session-token";
const CLIENT = { ip: "127.0.0.1", userAgent: "isolation" };
const HOME = { name: "Isolation", kind: "family", currency: "USD", timeZone: "America/New_York" } as const;

async function person(name: string): Promise<Person> {
  const userId = newId();
  const email = `${name.toLowerCase()}-${userId}@example.test`;
  await database().userAccount.create({ data: { id: userId, email, name, passwordHash: "unusable" } });
  return { userId, name, email, sessionId: await startSession(userId, CLIENT, systemClock) };
}

/** The cookie that the app itself would set for this session. */
async function cookie(sessionId: Id): Promise<string> {
  const value = await encode({ token: { sid: sessionId }, secret: authSecret(), salt: COOKIE, maxAge: SESSION_SECONDS });
  return `${COOKIE}=${value}`;
}

const actorOf = async ({ userId }: Person, householdId: Id) => present(await findActor(userId, householdId), "a membership");

/** Two households with everything in them, and everybody who might try to look into the first. */
async function makeWorld(): Promise<World> {
  const [owner, adult, former, stranger, neighbour, child] = [
    await person("Olive"),
    await person("Adam"),
    await person("Fay"),
    await person("Stan"),
    await person("Nora"),
    await person("Cleo"),
  ];
  const householdId = await expectDone("making it", createHousehold(owner, newId(), HOME));
  const theirs = await expectDone("making theirs", createHousehold(neighbour, newId(), HOME));
  const anna = await actorOf(owner, householdId);
  const invite = (role: "adult" | "child") => expectDone("inviting", createInvite(anna, newId(), { role, email: null }, systemClock));
  const used = inviteToken(householdId, await invite("adult"));
  await expectDone("joining", join(former, used, systemClock));
  await expectDone("leaving", leave(await actorOf(former, householdId), newId(), systemClock));
  await expectDone("joining", join(adult, inviteToken(householdId, await invite("adult")), systemClock));
  const revoked = await invite("adult");
  await expectDone("revoking", revokeInvite(anna, newId(), revoked, systemClock));
  const expired = await invite("adult");
  await database().invite.updateMany({ where: { householdId, id: expired }, data: { expiresAt: new Date(0) } });
  const open = await invite("adult");

  const cleo = await expectDone("adding Cleo", addMember(anna, newId(), { name: "Cleo" }));
  await database().member.updateMany({ where: { householdId, id: cleo }, data: { userId: child.userId } });
  const home = { anna, ben: await actorOf(adult, householdId), cleo };
  const today = dayIn(HOME.timeZone, systemClock.now());
  const stores = await demoStores(home);
  await demoEarlierCredits(home, stores, today);
  await demoEarlierOrder(home, await demoEarlierList(home, stores, today), today);
  await demoCredits(home, stores, today);
  await demoProposal(home, await demoLists(home, stores, today));

  const where = { householdId };
  const db = database();
  const [list, item, credit, order, line, entry, settlement] = await Promise.all([
    db.list.findFirstOrThrow({ where }),
    db.item.findFirstOrThrow({ where }),
    db.credit.findFirstOrThrow({ where, orderBy: { id: "desc" } }),
    db.planOrder.findFirstOrThrow({ where, orderBy: { id: "desc" } }),
    db.planLine.findFirstOrThrow({ where }),
    db.ledgerEntry.findFirstOrThrow({ where }),
    db.settlement.findFirstOrThrow({ where }),
  ]);
  const account = await db.storeAccount.findFirstOrThrow({ where: { householdId, id: credit.accountId } });
  const supportCase = await expectDone(
    "opening a case",
    openCase(anna, newId(), { place: { creditId: credit.id }, about: "question", reason: "other", story: "" }),
  );
  const [contact, file, card, gift, feed] = [newId(), newId(), newId(), newId(), randomBytes(32).toString("base64url")];
  await db.caseContact.create({
    data: {
      householdId,
      id: contact,
      caseId: supportCase,
      happenedOn: new Date(),
      happenedAt: "10:00",
      channel: "chat",
      memberId: anna.memberId,
    },
  });
  await db.caseFile.create({
    data: {
      householdId,
      id: file,
      caseId: supportCase,
      name: "receipt.txt",
      mediaType: "text/plain",
      size: 5,
      sha256: createHash("sha256").update("bread").digest("hex"),
      memberId: anna.memberId,
    },
  });
  await db.caseFileContent.create({ data: { householdId, fileId: file, content: Buffer.from("bread") } });
  await db.card.create({
    data: {
      householdId,
      id: card,
      storeId: account.storeId,
      holderId: anna.memberId,
      amountCents: 2500n,
      sealed: "sealed with no key there is",
      keyVersion: 1,
      codeTail: "1234",
      expiry: "never",
      createdById: anna.memberId,
    },
  });
  await db.gift.create({
    data: {
      householdId,
      id: gift,
      planId: order.planId,
      giverId: anna.memberId,
      contactName: "Dora",
      thing: "store_gift_card",
      title: "A card",
      format: "digital",
      occasion: "birthday",
      giftOn: new Date(),
      creditId: credit.id,
    },
  });
  const [envelope, expense] = [newId(), newId()];
  await db.envelope.create({ data: { householdId, id: envelope, category: "toys", limitCents: 1000n } });
  await db.expense.create({
    data: {
      householdId,
      id: expense,
      name: "Bus",
      category: "getting_around",
      cents: 300n,
      spentOn: new Date(),
      paidById: anna.memberId,
      memberId: anna.memberId,
    },
  });

  const ids: Ids = {
    household: householdId,
    list: list.id,
    item: item.id,
    store: account.storeId,
    account: account.id,
    credit: credit.id,
    plan: order.planId,
    order: order.id,
    line: line.id,
    entry: entry.id,
    settlement: settlement.id,
    member: cleo,
    holder: home.ben.memberId,
    invite: open,
    case: supportCase,
    contact,
    file,
    card,
    gift,
    envelope,
    expense,
    session: adult.sessionId,
    token: inviteToken(householdId, open),
    feed,
  };
  const ended = await startSession(owner.userId, CLIENT, systemClock);
  await db.authSession.update({ where: { id: ended }, data: { endedAt: new Date() } });
  const overdue = await startSession(owner.userId, CLIENT, systemClock);
  await db.authSession.update({ where: { id: overdue }, data: { expiresAt: new Date(0) } });
  return {
    ids,
    theirs,
    cookies: {
      owner: await cookie(owner.sessionId),
      child: await cookie(child.sessionId),
      former: await cookie(former.sessionId),
      stranger: await cookie(stranger.sessionId),
      neighbour: await cookie(neighbour.sessionId),
      ended: await cookie(ended),
      overdue: await cookie(overdue),
      forged: `${COOKIE}=${(await cookie(owner.sessionId)).slice(COOKIE.length + 1, -6)}AAAAAA`,
    },
    invites: { used, revoked: inviteToken(householdId, revoked), expired: inviteToken(householdId, expired) },
  };
}

try {
  process.stdout.write(`${JSON.stringify(await makeWorld())}\n`);
} finally {
  await disconnect();
}
