import { createConnection, type Socket } from "node:net";
import { readFileSync } from "node:fs";
import path from "node:path";
import { v7 } from "uuid";
import { expect, test } from "@playwright/test";
import { type Answer, builtActions, callerOf, type Caller, encodeCall } from "./isolation/http";
import type { Fields } from "./isolation/table";

/**
 * What an attacker sends, to the app that people start. It speaks HTTP and runs once; what can be proven without a server is proven beside the code
 * (docs/SECURITY.md names each test).
 */
const PASSWORD = "three wet umbrellas";

let caller: Caller;
let base: URL;

test.beforeAll(({ baseURL }) => {
  base = new URL(baseURL ?? "");
  caller = callerOf(base.href);
});

type Sent = { readonly cookie?: string | undefined; readonly page?: string; readonly headers?: Readonly<Record<string, string>> };

/** Calls an action by its name, as a browser with scripts does. */
function act(name: string, fields: Fields, { cookie, page, headers }: Sent = {}): Promise<Answer> {
  const action = builtActions().find(({ key }) => key.endsWith(`#${name}`));
  if (!action) throw new Error(`There is no action ${name}`);
  return caller.post(page ?? action.page, encodeCall("form", { commandId: v7(), ...fields }), {
    "next-action": action.id,
    ...(cookie ? { cookie } : {}),
    ...headers,
  });
}

const sessionOf = ({ headers }: Answer) =>
  headers
    .getSetCookie()
    .findLast((cookie) => cookie.startsWith("authjs.session-token="))
    ?.split(";")[0];

/** A new person, signed in; with their own household where its name is given. */
async function person(household?: string): Promise<{ cookie: string; email: string; home: string; answer: Answer }> {
  const email = `${v7()}@example.test`;
  const answer = await act("makeAccount", { name: "Mallory", email, password: PASSWORD });
  const cookie = sessionOf(answer);
  if (!cookie) throw new Error(`not signed up: ${answer.status}`);
  if (!household) return { cookie, email, home: "", answer };
  const made = await act("createHousehold", { name: household, kind: "family", currency: "USD", timeZone: "America/New_York" }, { cookie });
  return { cookie, email, home: made.location ?? "", answer };
}

async function everything(home: string, cookie: string): Promise<{ parts: Record<string, Record<string, unknown>[]> }> {
  const { body } = await caller.get(`${home}/export/everything.json`, cookie);
  return JSON.parse(body) as { parts: Record<string, Record<string, unknown>[]> };
}

test.describe("attacks", { tag: "@desktop" }, () => {
  test("mass assignment: fields nobody asked for are not taken", async () => {
    const { cookie, home } = await person("Mine");
    const household = home.split("/").at(-1) ?? "";
    const extra = { role: "owner", status: "active", userId: v7(), householdId: v7(), id: v7(), currency: "EUR", kind: "office" };
    await act("addMember", { ...extra, household, name: "Cleo" }, { cookie });
    await act("changeSettings", { ...extra, household, name: "Mine", timeZone: "Europe/Lisbon", settlement: "gift" }, { cookie });
    const invited = await act("createInvite", { household, role: "owner", email: "" }, { cookie });
    expect(invited.body).toContain('"role":{"code":"choice"');
    const { parts } = await everything(home, cookie);
    expect(parts.household).toMatchObject([
      { id: household, currency: "USD", kind: "family", time_zone: "Europe/Lisbon", settlement: "gift" },
    ]);
    expect(parts.members?.map(({ name, role }) => [name, role])).toEqual([
      ["Mallory", "owner"],
      ["Cleo", "child"],
    ]);
  });

  test("forged origins: no action runs for another site, with scripts or without", async () => {
    const { cookie, home } = await person("Mine");
    const household = home.split("/").at(-1) ?? "";
    const page = `${home}/household`;
    for (const origin of ["https://evil.example", `http://${base.host}.evil.example`, "null", `http://localhost.evil:${base.port}`]) {
      const answer = await act("addMember", { household, name: "Planted" }, { cookie, page, headers: { origin } });
      expect([origin, answer.status >= 400]).toEqual([origin, true]);
    }
    const html = (await caller.get(page, cookie)).body;
    const form = new FormData();
    for (const match of html.matchAll(/name="(?<name>\$ACTION[^"]*)"(?: value="(?<value>[^"]*)")?/gu)) {
      form.append(match.groups?.name ?? "", (match.groups?.value ?? "").replaceAll("&quot;", '"'));
    }
    form.append("household", household);
    form.append("name", "Planted");
    const posted = await caller.post(page, form, { cookie, origin: "https://evil.example" });
    expect(posted.status).toBeGreaterThanOrEqual(400);
    const { parts } = await everything(home, cookie);
    expect(parts.members).toHaveLength(1);
  });

  test("sign-in: the cookie is out of reach for scripts and other sites, and no given one is taken over", async () => {
    const mallory = await person();
    const planted = await act(
      "makeAccount",
      { name: "Victim", email: `${v7()}@example.test`, password: PASSWORD },
      { cookie: mallory.cookie },
    );
    const own = sessionOf(planted);
    expect(own).toBeTruthy();
    expect(own).not.toBe(mallory.cookie);
    expect((await caller.get("/account", mallory.cookie)).body).toContain(mallory.email);
    expect((await caller.get("/account", mallory.cookie)).body).not.toContain("Victim");
    const cookie = mallory.answer.headers.getSetCookie().find((each) => each.startsWith("authjs.session-token="));
    expect(cookie).toMatch(/; ?HttpOnly/iu);
    expect(cookie).toMatch(/; ?SameSite=Lax/iu);

    const made = await act(
      "makeAccount",
      { name: "x", email: `${v7()}@example.test`, password: PASSWORD },
      { cookie: "authjs.session-token=chosen" },
    );
    expect(sessionOf(made)).not.toContain("chosen");
    const signOut = builtActions().find(({ key }) => key.endsWith("#signOut"));
    await caller.post("/account", "[]", { "next-action": signOut?.id ?? "", cookie: own ?? "", "content-type": "text/plain" });
    expect((await caller.get("/account", own)).status).toBe(307);
  });

  test("open redirects: signing up or in leads nowhere else", async () => {
    for (const next of [
      "//evil.example",
      "https://evil.example/",
      "/\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "/..//evil.example",
    ]) {
      const made = await act("makeAccount", { name: "x", email: `${v7()}@example.test`, password: PASSWORD, next });
      expect([next, made.location]).toEqual([next, "/"]);
    }
    const page = await caller.get(`/sign-in?next=${encodeURIComponent("//evil.example")}`);
    expect(page.body).not.toMatch(/(?:href|value|action)="[^"]*\/\/evil/u);
  });

  test("enumeration: a wrong password and an unknown address get the same answer", async () => {
    const { email } = await person();
    const signIn = async (address: string) => {
      const { status, body } = await act("signInWithPassword", { email: address, password: "three dry umbrellas" });
      return {
        status,
        body: body
          .replaceAll(address, "ADDRESS")
          .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, "ID")
          .replaceAll(/"b":"[^"]*"/gu, ""),
      };
    };
    const known = await signIn(email);
    expect(known.body).toContain("auth.wrong");
    expect(await signIn(`${v7()}@example.test`)).toEqual(known);
  });

  test("uploads: markup is not kept, under whatever name, and what is kept is only ever saved", async () => {
    const { cookie, home } = await person("Mine");
    const household = home.split("/").at(-1) ?? "";
    for (const markup of ["<svg onload=alert(1)>", "<!doctype html><script>alert(1)</script>", "<?xml version='1.0'?><svg/>"]) {
      const answer = await act("addFile", { household, case: v7(), file: new Blob([markup], { type: "image/png" }) }, { cookie });
      expect([markup, answer.body.includes('"code":"cases.file_kind"')]).toEqual([markup, true]);
    }
    const { headers } = await caller.get(`${home}/export/items.csv`, cookie);
    expect(headers.get("content-disposition")).toMatch(/^attachment/u);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toContain("no-store");
  });

  test("formulas: what somebody wrote runs in nobody's spreadsheet", async () => {
    const { cookie, home } = await person("Mine");
    const household = home.split("/").at(-1) ?? "";
    await act("addMember", { household, name: '=HYPERLINK("http://evil.example")' }, { cookie });
    const { body } = await caller.get(`${home}/export/members.csv`, cookie);
    expect(body).toContain("\"'=HYPERLINK(");
    expect(body).not.toMatch(/(?:^|,)"?=/mu);
  });

  test("names of every object: nothing is polluted, and the form is answered", async () => {
    const { cookie, home } = await person("Mine");
    const household = home.split("/").at(-1) ?? "";
    const hostile = { "__proto__[polluted]": "x", "constructor[prototype][polluted]": "x", constructor: "x", toString: "x", household };
    const answer = await act("addMember", { ...hostile, name: "" }, { cookie });
    expect([answer.status, answer.body.includes('"name":{"code":"required"')]).toEqual([200, true]);
    const action = builtActions().find(({ key }) => key.endsWith("#setStatusAction"));
    const sent = `[{"__proto__":{"household":"${household}","polluted":"x"},"constructor":{"prototype":{"polluted":"x"}}}]`;
    const told = await caller.post(`${home}/lists`, sent, { "next-action": action?.id ?? "", cookie, "content-type": "text/plain" });
    expect(told.body).not.toContain('"ok":true');
    expect(JSON.stringify(await everything(home, cookie))).not.toContain("polluted");
  });

  test("slow bodies: who never finishes a request keeps nobody else waiting", async () => {
    const sockets: Socket[] = [];
    try {
      for (let index = 0; index < 40; index += 1) {
        const socket = createConnection({ host: base.hostname, port: Number(base.port) });
        socket.on("error", () => undefined);
        socket.write(
          `POST /sign-in HTTP/1.1\r\nHost: ${base.host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n`,
        );
        sockets.push(socket);
      }
      const began = performance.now();
      expect((await caller.get("/api/health/ready")).status).toBe(200);
      expect((await caller.get("/sign-in")).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(5000);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });

  test("log injection: every line of the log stays one line of the app's own", async () => {
    const forged = '{"level":"error","msg":"forged","requestId":"forged-by-hand"}';
    const address = `/sign-in?next=${encodeURIComponent(`\n${forged}\n`)}`;
    await caller.get(address, undefined, { "user-agent": `x ${forged}`, "x-request-id": `x${encodeURIComponent("\n")}${forged}` });
    await caller.get(`/${encodeURIComponent(`\r\n${forged}\r\n`)}`);
    await act("signInWithPassword", { email: `a@b.example\n${forged}`, password: `\n${forged}` });
    await expect.poll(() => logged().some(({ path: asked }) => asked === "/sign-in")).toBe(true);
    expect(logged().filter(({ msg, requestId }) => msg === "forged" || requestId === "forged-by-hand")).toEqual([]);
  });
});

/** The lines that the running server has logged so far; one that is no JSON fails. */
function logged(): Record<string, unknown>[] {
  const text = readFileSync(path.join(process.env.E2E_DATA ?? "", "server.log"), "utf8");
  return text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Record<string, unknown>] : []));
}
