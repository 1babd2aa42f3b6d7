import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/id";
import { changeAccount } from "@/lib/stores/commands";
import { approvePlan, proposePlan } from "./decide";
import { actor, approving, code, credit, made, seen, value, view } from "./testing/acting";
import { CLOCK, example } from "./testing/example";

test("R100: suspending an account freezes its plans, what is held stays held, and reinstating it frees them", async () => {
  const home = await example();
  const planId = await made(home);
  const suspend = async (status: "active" | "suspended") =>
    value(await changeAccount(actor(home, "ben"), newId(), home.accountId, { kind: "personal", label: "", status }));
  const lost = async () => (await view(home, planId)).lost.map((one) => one.code);
  value(await proposePlan(actor(home, "anna"), newId(), await seen(home, planId), CLOCK));

  await suspend("suspended");
  expect(await lost()).toContain("account_suspended");
  expect(code(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK))).not.toBe("ok");
  await suspend("active");
  value(await approvePlan(actor(home, "ben"), newId(), await approving(home, planId), CLOCK));
  const { heldCents } = await credit(home, home.giftCardId);
  expect(heldCents).toBeGreaterThan(0n);

  await suspend("suspended");
  expect(await lost()).toContain("account_suspended");
  expect((await view(home, planId)).plan.status).toBe("approved");
  expect((await credit(home, home.giftCardId)).heldCents).toBe(heldCents);
  await suspend("active");
  expect(await lost()).toEqual([]);
  expect((await credit(home, home.giftCardId)).heldCents).toBe(heldCents);
});
