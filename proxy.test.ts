import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { isId } from "@/lib/kernel/id";
import { proxy } from "./proxy";

const visit = (headers: Record<string, string> = {}, url = "http://localhost/h/1") => proxy(new NextRequest(url, { headers })).headers;
const nonceOf = (headers: Headers) => /'nonce-([^']+)'/u.exec(headers.get("content-security-policy") ?? "")?.[1];

test("every answer has its own nonce, and no inline or foreign script may run", () => {
  const [first, second] = [visit(), visit()];
  expect(nonceOf(first)).toBeTruthy();
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  const scripts = /script-src ([^;]+)/u.exec(first.get("content-security-policy") ?? "")?.[1];
  expect(scripts).not.toMatch(/unsafe|https?:|\*/u);
});

test("the page is rendered with the same nonce", () => {
  const headers = visit();
  expect(headers.get("x-middleware-request-x-nonce")).toBe(nonceOf(headers));
});

test("a request has an id: a sound one given by the server in front, else a new one", () => {
  expect(visit({ "x-request-id": "front-12345678" }).get("x-request-id")).toBe("front-12345678");
  const made = visit({ "x-request-id": "bad id\twith spaces" }).get("x-request-id") ?? "";
  expect(isId(made)).toBe(true);
});

test("browsers are told to stay on https only where they came by https", () => {
  expect(visit().has("strict-transport-security")).toBe(false);
  expect(visit({ "x-forwarded-proto": "https" }).has("strict-transport-security")).toBe(true);
});
