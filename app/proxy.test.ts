import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { isId } from "@/lib/kernel/id";
import { proxy } from "@/proxy";

const visit = async (headers: Record<string, string> = {}, url = "http://localhost/h/1") =>
  (await proxy(new NextRequest(url, { headers }))).headers;
const nonceOf = (headers: Headers) => /'nonce-([^']+)'/u.exec(headers.get("content-security-policy") ?? "")?.[1];

test("every answer has its own nonce, and no inline or foreign script may run", async () => {
  const [first, second] = [await visit(), await visit()];
  expect(nonceOf(first)).toBeTruthy();
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  const scripts = /script-src ([^;]+)/u.exec(first.get("content-security-policy") ?? "")?.[1];
  expect(scripts).not.toMatch(/unsafe|https?:|\*/u);
});

test("the page is rendered with the same nonce", async () => {
  const headers = await visit();
  expect(headers.get("x-middleware-request-x-nonce")).toBe(nonceOf(headers));
});

test("a request has an id: a sound one given by the server in front, else a new one", async () => {
  expect((await visit({ "x-request-id": "front-12345678" })).get("x-request-id")).toBe("front-12345678");
  const made = (await visit({ "x-request-id": "bad id\twith spaces" })).get("x-request-id") ?? "";
  expect(isId(made)).toBe(true);
});

test("browsers are told to stay on https only where they came by https", async () => {
  expect((await visit()).has("strict-transport-security")).toBe(false);
  expect((await visit({ "x-forwarded-proto": "https" })).has("strict-transport-security")).toBe(true);
});

const post = async (body: BodyInit, headers: Record<string, string> = {}, url = "http://localhost/sign-in") =>
  (await proxy(new NextRequest(url, { method: "POST", body, headers }))).status;
const form = (value: string) => {
  const data = new FormData();
  data.set("note", value);
  return data;
};

test("a form that isn't whole, is too large or isn't a form never reaches an action", async () => {
  expect(await post(form("Rice"))).toBe(200);
  expect(await post("nonsense", { "content-type": "multipart/form-data; boundary=x" })).toBe(400);
  expect(await post("nonsense", { "content-type": "multipart/form-data" })).toBe(400);
  expect(await post(form("r".repeat(1024 * 1024)))).toBe(413);
  expect(await post("{}", { "content-type": "application/json", "content-length": "20000000" })).toBe(413);
  expect(await post("{}", { "content-type": "application/json" })).toBe(415);
});

test("what scripts send to actions and programs to the API is theirs to judge", async () => {
  expect(await post("[]", { "content-type": "text/plain;charset=UTF-8", "next-action": "40ab" })).toBe(200);
  expect(await post("{}", { "content-type": "application/json" }, "http://localhost/api/anything")).toBe(200);
});

test("a page's script can end a plan that is being worked out; a form can't", async () => {
  const progress = "http://localhost/h/1/plans/progress";
  expect(await post("{}", { "content-type": "application/json" }, progress)).toBe(200);
  expect(await post("{}", { "content-type": "text/plain" }, progress)).toBe(415);
  expect(await post("{}", { "content-type": "application/json", "content-length": "20000000" }, progress)).toBe(413);
});
