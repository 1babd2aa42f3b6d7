import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { markTold, logConsole } from "./console";
import { createLog } from "./log";
import { loggedPath } from "./path";
import { logRequests } from "./requests";

const lines: string[] = [];
let server: Server;
let address: string;
let ended: () => void;

beforeAll(async () => {
  logRequests(createLog({ write: (line) => void lines.push(line) }));
  server = createServer((request, response) => {
    response.setHeader("x-request-id", "front-12345678").once("close", () => ended());
    request.resume().on("end", () => {
      if (request.url === "/cut") response.destroy();
      else response.writeHead(request.url === "/broken" ? 500 : 200).end("done");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = server.address();
  address = `http://127.0.0.1:${typeof place === "object" && place !== null ? place.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => void lines.splice(0));

/** The lines of one request, after its answer ended. */
async function linesOf(path: string, init?: RequestInit): Promise<Record<string, unknown>[]> {
  const end = new Promise<void>((resolve) => (ended = resolve));
  await fetch(address + path, init).catch(() => undefined);
  await end;
  return lines.map((line) => JSON.parse(line));
}

test("a request is one line: its id, method, path, status and milliseconds", async () => {
  expect(await linesOf("/h/1/lists")).toEqual([
    {
      level: "info",
      time: expect.any(String),
      requestId: "front-12345678",
      method: "GET",
      path: "/h/1/lists",
      status: 200,
      ms: expect.any(Number),
      msg: "Request",
    },
  ]);
});

test("nothing of a query, a body or an invite's link is in it", async () => {
  await linesOf("/join/plumplum?next=%2Fplum&code=plum", { method: "POST", body: "password=plum" });
  expect(lines).toHaveLength(1);
  expect(lines.join("")).not.toContain("plum");
});

test("what failed stands out, what was cut short says so, health checks are left out", async () => {
  expect(await linesOf("/broken")).toMatchObject([{ level: "warn", status: 500 }]);
  lines.splice(0);
  expect(await linesOf("/cut")).toMatchObject([{ aborted: true }]);
  lines.splice(0);
  expect(await linesOf("/api/health/ready")).toEqual([]);
});

test.each([
  ["/join/3q2-7wEtoken", "/join/[hidden]"],
  ["/calendar/vJ1mYc2Qd0aP8r5s7u9w1x3z.ics?x=1", "/calendar/[hidden]"],
  ["/h/01a2019c-f133-721d-8bd9-62c2c2c50619/lists#x", "/h/01a2019c-f133-721d-8bd9-62c2c2c50619/lists"],
])("%s is logged as %s", (url, path) => {
  expect(loggedPath(url)).toBe(path);
});

test("what is printed to the console becomes a line, without an error's fields and not twice", async () => {
  const said: string[] = [];
  const target = { error: () => undefined, warn: () => undefined };
  logConsole(createLog({ write: (line) => void said.push(line) }), target);
  const print: Pick<Console, "error" | "warn"> = target;
  const known = new Error("known");
  print.error("⨯", known);
  markTold(known);
  print.error("⨯", Object.assign(new Error("new"), { parameters: ["plum"] }));
  print.warn("mind the gap");
  await new Promise((resolve) => setImmediate(resolve));
  expect(said.map((line) => JSON.parse(line))).toMatchObject([
    { level: "error", err: { message: "new" } },
    { level: "warn", msg: "mind the gap" },
  ]);
  expect(said.join("")).not.toContain("plum");
});
