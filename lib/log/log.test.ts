import { describe, expect, test } from "vitest";
import { createLog } from "./log";

function lineOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLog({ write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "");
}

describe("the log", () => {
  test.each([
    ["password", { password: "plum" }],
    ["newPassword", { form: { newPassword: "plum" } }],
    ["code", { card: { code: "plum" } }],
    ["giftCardCode", { giftCardCode: "plum" }],
    ["token", { invites: [{ token: "plum" }] }],
    ["cookie", { headers: { cookie: "plum" } }],
    ["set-cookie", { headers: { "set-cookie": ["plum"] } }],
    ["authorization", { headers: { Authorization: "Bearer plum" } }],
    ["AUTH_SECRET", { env: { AUTH_SECRET: "plum" } }],
  ])("keeps the value of %s out of its lines", (_name, line) => {
    expect(JSON.stringify(lineOf((log) => log.info(line, "said")))).not.toContain("plum");
  });

  test("keeps secrets out of the lines of a child, too", () => {
    const line = lineOf((log) => log.child({ requestId: "r-1", token: "plum" }).info("said"));
    expect(line).toMatchObject({ requestId: "r-1", token: "[redacted]" });
  });

  test("writes an error's message, stack, kind and cause, and none of its other fields", () => {
    const cause = Object.assign(new Error("the connection ended"), { code: "ECONNRESET" });
    const error = Object.assign(new Error("could not save", { cause }), { parameters: ["plum"], code: "P2010" });
    const line = lineOf((log) => log.error({ err: error, requestId: "r-2" }, "failed"));
    expect(line).toMatchObject({
      level: "error",
      msg: "failed",
      requestId: "r-2",
      err: { type: "Error", message: "could not save", errorCode: "P2010", cause: { errorCode: "ECONNRESET" } },
    });
    expect(JSON.stringify(line)).toContain("log.test.ts");
    expect(JSON.stringify(line)).not.toContain("plum");
  });

  test("writes an error given alone, and amounts as text", () => {
    expect(lineOf((log) => log.error(new Error("alone")))).toMatchObject({ err: { message: "alone" }, msg: "alone" });
    expect(lineOf((log) => log.info({ amount: 4250n }, "booked"))).toMatchObject({ amount: "4250" });
  });
});
