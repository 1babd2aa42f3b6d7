import AxeBuilder from "@axe-core/playwright";
import { addAccount, addStore, recordCredit } from "./app/credits";
import { givenHousehold } from "./app/given";
import { expect, test } from "./fixtures";

/** The day so many days from now, as a date field takes it. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test("@desktop R75: what ends soon is on the home page and in a calendar, whose address can be taken back", async ({ page }) => {
  const household = await givenHousehold(page, "Ben");
  await addAccount(page, await addStore(page, household, "Amazon (US)"), "Ben");
  const ends = inDays(10);
  await recordCredit(page, household, { holder: "Ben", store: "Amazon (US)", origin: "Promotion", amount: "15", expires: ends });
  await page.goto(household);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Use $15.00 before it is lost, Ben");
  await expect(page.getByRole("link", { name: "Make a plan" })).toBeVisible();
  await expect(page.getByRole("link", { name: "One balance has unread terms" })).toContainText("Unread");

  await page.goto(`${household}/household`);
  await page.getByRole("link", { name: /^Reminders/u }).click();
  await page.getByRole("button", { name: "Make an address" }).click();
  const address = await page.getByLabel("Address of your calendar").inputValue();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // As a calendar program asks: without any sign-in.
  const calendar = await fetch(address);
  expect(calendar.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toContain(`DTSTART;VALUE=DATE:${ends.replaceAll("-", "")}`);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByLabel("Address of your calendar")).toHaveCount(0);
  expect((await fetch(address)).status).toBe(404);
});
