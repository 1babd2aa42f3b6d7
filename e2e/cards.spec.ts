import { addAccount, addStore } from "./app/credits";
import { givenHousehold } from "./app/given";
import { addItem, createList } from "./app/lists";
import { expect, test } from "./fixtures";

const CODE = "AQ3F-9KLM-22XZ-1234";

test("R7: a card's code stays hidden until it is asked for; behind the guard it becomes a credit", { tag: "@phone" }, async ({ page }) => {
  const household = await givenHousehold(page, "Ben");
  const store = await addStore(page, household, "Amazon (US)");
  await addAccount(page, store, "Ben");
  await createList(page, household, "Weekly");
  await addItem(page, "book 17.99", "book");

  await page.goto(`${household}/balances`);
  await page.getByRole("link", { name: /^Cards not redeemed yet/u }).click();
  await page.getByRole("link", { name: "Add a card" }).click();
  await page.getByLabel("Amount on the card").fill("50");
  await page.getByLabel("Code").fill(CODE);
  await page.getByRole("radio", { name: "No, never" }).check();
  await page.getByRole("button", { name: "Keep this card" }).click();
  await page.waitForURL(/\/cards\/[0-9a-f-]{36}$/u);
  const card = page.url();
  // Neither on screen nor anywhere in what the server sent.
  expect(await (await page.request.get(card)).text()).not.toContain("9KLM");
  await expect(page.getByText("•••• 1234")).toBeVisible();
  await page.getByRole("button", { name: "Show the code" }).click();
  await expect(page.getByText(CODE)).toBeVisible();
  await expect(page.getByRole("img", { name: "Bar code for the shop’s scanner" })).toBeVisible();
  expect(page.url()).toBe(card);

  await page.getByRole("link", { name: "Redeem it" }).click();
  const guard = page.getByRole("form", { name: "Redeem it" });
  await guard.getByRole("button", { name: "Redeem on this account" }).click();
  await expect(guard.getByText("Please fill this in.").first()).toBeVisible();
  await guard.getByLabel("What is it for?").selectOption({ label: "book (Weekly)" });
  await guard.getByRole("radio", { name: "Ben, personal account" }).check();
  await guard.getByRole("button", { name: "Redeem on this account" }).click();
  await page.waitForURL(/\/balances\/credits\/[0-9a-f-]{36}$/u);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gift card at Amazon (US)");
  await expect(page.getByRole("region", { name: "From a card" })).toContainText("For: book");
  await page.goto(card);
  await expect(page.getByText("there is no way to un-redeem it")).toBeVisible();
  await expect(page.getByRole("link", { name: "Redeem it" })).toHaveCount(0);
});
