import { readdirSync } from "node:fs";
import path from "node:path";
import { v7 } from "uuid";
import { expect, test } from "@playwright/test";
import { type Answer, addressOf, builtActions, callerOf, type Caller, encodeCall } from "./isolation/http";
import { type ActionRow, ACTIONS, FILES, type OtherRow, type RouteRow, ROUTES, usualFields } from "./isolation/table";
import { type Ids, makeWorld, type Who, type World } from "./isolation/world";

/**
 * Every route and every action of the app against everybody who has no business there. The table of them is held against the build, so that nothing
 * new is forgotten. Nothing here is about layout: it speaks HTTP, and runs once.
 */
test.describe.configure({ mode: "default" });

const APP = path.resolve(import.meta.dirname, "..", "app");
/** Signed in, but not in this household any more, or never. */
const OUTSIDERS: readonly Who[] = ["stranger", "former", "neighbour"];
/** Cookies that stand for nobody. */
const NOBODY: readonly Who[] = ["ended", "overdue", "forged"];

const ours = Object.entries(ROUTES).flatMap(([route, row]) => ("child" in row ? [{ route, row }] : []));
const inHousehold = (row: ActionRow | OtherRow): row is ActionRow => !("open" in row) && !("own" in row);

let world: World;
let caller: Caller;
let origin: string;

test.beforeAll(({ baseURL }) => {
  test.setTimeout(120_000);
  world = makeWorld();
  caller = callerOf(baseURL ?? "");
  origin = new URL(baseURL ?? "").origin;
});

/** Works through a list, some at a time. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
    }),
  );
}

/** Ids as somebody would guess them: well formed, of nothing. */
function guessed(ids: Ids, household: string): Ids {
  return {
    ...(Object.fromEntries(Object.keys(ids).map((key) => [key, v7()])) as Ids),
    household,
    token: "A".repeat(43),
    feed: "A".repeat(43),
  };
}

/** Asks as the row says it is asked. */
function reach(row: RouteRow, address: string, cookie: string | undefined): Promise<Answer> {
  if (!row.post) return caller.get(address, cookie);
  return caller.post(address, "{}", { "content-type": "application/json", origin, ...(cookie ? { cookie } : {}) });
}

function fill(route: string, row: RouteRow, ids: Ids): string {
  const values: Readonly<Record<string, string>> = { ...ids, ...row.params };
  return route.replace(/\[(\w+)\]/gu, (_, name: string) => values[name] ?? `no-${name}`) + (row.query ?? "");
}

/** A page without its scripts, which come in no fixed order, and without what differs from one request to the next. */
function plain({ status, body, location }: Answer, ids: Ids): string {
  let text = body.replaceAll(/<script.*?<\/script>/gsu, "").replaceAll(/<link[^>]*>/gu, "");
  for (const id of Object.values(ids)) text = text.replaceAll(id, "ID");
  return `${status} ${location ?? ""} ${text}`;
}

test("every page, route and file of the app has its row", { tag: "@desktop" }, () => {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" }).map((file) => `app/${file.replaceAll(path.sep, "/")}`);
  const routes = files.filter((file) => /\/(?:page\.tsx|route\.tsx?)$/u.test(file)).map(addressOf);
  expect([...new Set(routes)].sort(), "a new one needs a row in e2e/isolation/table.ts").toEqual(Object.keys(ROUTES).sort());
  const named = files.filter((file) => /\/(?:robots|sitemap|manifest|icon|apple-icon|opengraph-image|favicon)\.\w+$/u.test(file));
  expect(named.sort()).toEqual(Object.keys(FILES).sort());
});

test("every action of the build has its row", { tag: "@desktop" }, () => {
  expect(
    builtActions().map(({ key }) => key),
    "a new one needs a row in e2e/isolation/table.ts",
  ).toEqual(Object.keys(ACTIONS).sort());
});

test("who isn't signed in is led to the sign-in page, from every route", { tag: "@desktop" }, async () => {
  await each(ours, async ({ route, row }) => {
    const address = fill(route, row, world.ids);
    for (const cookie of [undefined, ...NOBODY.map((who) => world.cookies[who])]) {
      const { status, location, body } = await reach(row, address, cookie);
      const where = location ? new URL(location, "http://x").pathname : null;
      expect.soft([route, status, where]).toEqual(row.nobody ? [route, row.nobody, null] : [route, 307, "/sign-in"]);
      expect.soft(body, route).not.toContain("Isolation");
    }
  });
});

test("outsiders find nothing, and the same nothing whether it is there or not", { tag: "@desktop" }, async () => {
  const nowhere = guessed(world.ids, v7());
  await each(ours, async ({ route, row }) => {
    for (const who of OUTSIDERS) {
      const there = await reach(row, fill(route, row, world.ids), world.cookies[who]);
      const not = await reach(row, fill(route, row, nowhere), world.cookies[who]);
      expect.soft([route, who, there.status]).toEqual([route, who, 404]);
      expect.soft(plain(there, world.ids), `${route} for ${who}`).toBe(plain(not, nowhere));
      expect.soft(there.body, route).not.toContain("Olive");
    }
  });
});

test("in one's own household, another one's things are not there", { tag: "@desktop" }, async () => {
  const things = ours.filter(
    ({ route, row }) => !row.post && fill(route, row, world.ids) !== fill(route, row, guessed(world.ids, world.ids.household)),
  );
  expect(things.length).toBeGreaterThan(8);
  await each(things, async ({ route, row }) => {
    const foreign = { ...world.ids, household: world.theirs };
    const nothing = guessed(world.ids, world.theirs);
    const answer = await reach(row, fill(route, row, foreign), world.cookies.neighbour);
    expect.soft([route, answer.status]).toEqual([route, 404]);
    expect.soft(plain(answer, foreign), route).toBe(plain(await reach(row, fill(route, row, nothing), world.cookies.neighbour), nothing));
  });
});

test("a child gets what the table says, and its owner everything", { tag: "@desktop" }, async () => {
  await each(ours, async ({ route, row }) => {
    const address = fill(route, row, world.ids);
    const fine = row.post?.understood ?? 200;
    const owner = await reach(row, address, world.cookies.owner);
    expect.soft([route, owner.status]).toEqual([route, fine]);
    const child = await reach(row, address, world.cookies.child);
    expect.soft([route, child.status === fine ? "sees" : child.status === 404 ? "nothing" : child.status]).toEqual([route, row.child]);
  });
});

test("no action does anything for anybody outside", { tag: "@desktop" }, async () => {
  const nowhere = guessed(world.ids, v7());
  await each(actions(), async (action) => {
    const nobody = await call(action, world.ids, undefined);
    expect.soft([action.key, "nobody", new URL(nobody.location ?? "/", "http://x").pathname]).toEqual([action.key, "nobody", "/sign-in"]);
    for (const who of OUTSIDERS) {
      const there = await call(action, world.ids, world.cookies[who]);
      expect.soft([action.key, who, there.status]).toEqual([action.key, who, 404]);
      if (who !== "stranger") continue;
      const not = await call(action, nowhere, world.cookies.stranger);
      expect.soft(words(there), `${action.key} for a stranger`).toEqual(words(not));
    }
  });
});

test("no action reaches from one's own household into another", { tag: "@desktop" }, async () => {
  const nothing = guessed(world.ids, world.theirs);
  const foreign = { ...world.ids, household: world.theirs };
  await each(actions(), async (action) => {
    const fields = (ids: Ids) => JSON.stringify(action.row.fields?.(ids) ?? {}) + action.key;
    if (action.key.endsWith("#leave") || fields(foreign) !== fields(foreign)) return;
    const answer = await call(action, foreign, world.cookies.neighbour);
    const none = await call(action, nothing, world.cookies.neighbour);
    expect.soft(outcome(answer), `${action.key} with ids of another household`).toEqual(outcome(none));
  });
});

test("a child is refused what is for adults, with forms that the app understands", { tag: "@desktop" }, async () => {
  const made = guessed(world.ids, world.ids.household);
  await each(actions(), async (action) => {
    // With ids of nothing, the owner's own call is understood but does no harm.
    const owner = await call(action, made, world.cookies.owner);
    expect.soft([action.key, owner.status < 400 || owner.status === 404]).toEqual([action.key, true]);
    expect.soft([action.key, fieldErrors(owner)], "the row's form is not one the action takes").toEqual([action.key, []]);
    if (action.row.child !== "refused") return;
    const child = await call(action, world.ids, world.cookies.child);
    expect
      .soft([action.key, child.status, outcome(child).status])
      .toEqual([action.key, expect.any(Number), expect.not.stringMatching("done")]);
  });
});

test("invitations that are used, taken back, too old or guessed let nobody in and name nobody", { tag: "@desktop" }, async () => {
  for (const token of [...Object.values(world.invites), "A".repeat(43), `${world.ids.token.slice(0, -1)}_`]) {
    const page = await caller.get(`/join/${token}`, world.cookies.stranger);
    expect(page.body).not.toContain("Olive");
    const join = builtActions().find(({ key }) => key.endsWith("#joinHousehold"));
    if (!join) throw new Error("there is no way to join");
    const answer = await caller.post(`/join/${token}`, encodeCall("form", { token }), {
      cookie: world.cookies.stranger,
      "next-action": join.id,
    });
    expect(outcome(answer).status).toBe("error");
  }
  expect((await caller.get(`/h/${world.ids.household}`, world.cookies.stranger)).status).toBe(404);
});

test("a guessed calendar is none, whether its household is there or not", { tag: "@desktop" }, async () => {
  const guesses = [world.ids.household, v7()].map((household) => `/calendar/${household}.${"A".repeat(43)}`);
  for (const address of [...guesses, "/calendar/none", `/calendar/${world.ids.household}`]) {
    for (const cookie of [undefined, world.cookies.owner]) {
      const { status, body } = await caller.get(address, cookie);
      expect([address, status, body.includes("BEGIN:VCALENDAR")]).toEqual([address, 404, false]);
    }
  }
});

test("finding nothing takes as long whether there is something or not", { tag: "@desktop" }, async () => {
  const took: { there: number[]; not: number[] } = { there: [], not: [] };
  for (let round = 0; round < 25; round += 1) {
    for (const [kind, household] of [
      ["there", world.ids.household],
      ["not", v7()],
    ] as const) {
      const began = performance.now();
      await caller.get(`/h/${household}/balances`, world.cookies.stranger);
      took[kind].push(performance.now() - began);
    }
  }
  const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const [there, not] = [median(took.there), median(took.not)];
  expect(Math.abs(there - not), `${there} ms and ${not} ms`).toBeLessThan(Math.max(20, 0.5 * Math.min(there, not)));
});

/** What an answer to an action says: its sentences, in no order. */
function words({ status, location, body }: Answer): readonly [number, string | null, readonly string[]] {
  const said = [...body.matchAll(/"children":"(?<text>[^"$]+)"/gu)].map(({ groups }) => groups?.text ?? "");
  return [status, location, [...new Set(said)].sort()];
}

type Called = { readonly key: string; readonly id: string; readonly page: string; readonly row: ActionRow };

function actions(): Called[] {
  return builtActions().flatMap((action) => {
    const row = ACTIONS[action.key];
    return row && inHousehold(row) ? [{ ...action, row }] : [];
  });
}

function call({ id, page, row }: Called, ids: Ids, cookie: string | undefined): Promise<Answer> {
  const kind = row.call ?? "form";
  const fields = { ...usualFields(ids), ...row.fields?.(ids), ...(kind === "form" ? { commandId: v7() } : {}) };
  // Called from the page of who calls: the action decides by what it is given, not by where.
  const address = fill(page, { child: "sees" }, ids);
  const headers = { "next-action": id, ...(cookie ? { cookie } : {}), ...(kind === "data" ? { "content-type": "text/plain" } : {}) };
  return caller.post(address, encodeCall(kind, fields), headers);
}

/** What an action answered, without what differs from one request to the next. */
function outcome({ status, body, location }: Answer): { readonly status: string; readonly code: string } {
  if (location) return { status: "redirect", code: location.replaceAll(/[0-9a-f-]{36}/gu, "ID") };
  const said = /"status":"(?<status>idle|error|done)"/u.exec(body)?.groups?.status;
  const code = [...body.matchAll(/"code":"(?<code>[\w.]+)"/gu)].map((match) => match.groups?.code).join(" ");
  return { status: said ?? (/"ok":false/u.test(body) ? "error" : String(status)), code };
}

/** The fields an action found wrong before it looked at anything. */
function fieldErrors({ body }: Answer): string[] {
  const errors = /"errors":\{(?<errors>.*?)\}\}/u.exec(body)?.groups?.errors ?? "";
  return [...errors.matchAll(/"(?<field>[\w.]+)":\{"code":"(?<code>invalid|choice|required|id|number)"/gu)].map(
    ({ groups }) => `${groups?.field}: ${groups?.code}`,
  );
}
