import { ferreira, GIFT_CARD, inDays } from "./app/ferreira";
import { approvePlan } from "./app/plans";
import { expect, test } from "./fixtures";

test.describe("gifts", { tag: "@phone" }, () => {
  test("R24, R25, R27: a gift starts at the verdict of the balance, goes to somebody outside, and its holder approves it", async ({
    page: anna,
    browser,
  }) => {
    const { household, ben } = await ferreira(anna, browser);
    await anna.goto(`${household}/plans`);
    await anna.getByRole("link", { name: /^Gifts/u }).click();
    await anna.getByRole("link", { name: "Make a gift" }).click();
    const what = anna.getByRole("form", { name: "What, and with which balance" });
    const choose = async (thing: string) => {
      await what.getByLabel("What it is").selectOption({ label: thing });
      await what.getByLabel("Balance").selectOption({ label: `Gift card at Amazon (US) (Ben): $120.00 free · ${GIFT_CARD}` });
      await what.getByRole("button", { name: "May it buy that?" }).click();
    };
    await choose("A gift card of the store");
    const answer = anna.getByRole("region", { name: "May this balance buy it?" });
    await expect(answer.getByText("buys no gift cards until somebody has read its terms")).toBeVisible();
    await expect(answer.getByRole("link", { name: "Plan eligible items" }).last()).toHaveAttribute("href", `${household}/plans/new`);
    await expect(anna.getByRole("form", { name: "The gift" })).toHaveCount(0);

    await choose("Another thing of the store");
    const form = anna.getByRole("form", { name: "The gift" });
    await form.getByLabel("Or for somebody outside").fill("Dora");
    await form.getByLabel("Name of the gift").fill("Kite");
    await form.getByRole("textbox", { name: "Amount" }).fill("24");
    await form.getByLabel("Occasion").selectOption({ label: "Birthday" });
    await form.getByLabel("Day", { exact: true }).fill(inDays(20));
    await form.getByRole("button", { name: "Make the plan" }).click();
    await expect(anna.getByRole("heading", { name: "Kite" })).toBeVisible();
    await expect(anna.getByText("Dora")).toBeVisible();
    const plan = (await anna.getByRole("link", { name: "To its plan" }).getAttribute("href")) ?? "";
    await anna.goto(plan);
    await anna.getByRole("button", { name: "Ask Ben to approve" }).click();
    await expect(anna.getByText("Waiting for Ben")).toBeVisible();
    await approvePlan(ben, plan);
    await anna.goto(`${household}/gifts`);
    await expect(anna.getByText("For Dora · Birthday")).toBeVisible();
  });
});
