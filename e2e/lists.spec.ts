import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { keptOnDevice } from "./app/device";
import { addStore } from "./app/credits";
import {
  addItem,
  allSaved,
  createList,
  item,
  namesIn,
  openItem,
  quickAdd,
  saveItem,
  startRunningList,
  tick,
  tryAddItem,
  undo,
} from "./app/lists";
import { givenHousehold, givenMember } from "./app/given";
import { addChild } from "./app/people";
import { expect, test } from "./fixtures";

async function anotherDevice(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

/** A household of Anna's with a list that is open. */
async function withList(page: Page) {
  const household = await givenHousehold(page, "Anna");
  return { household, list: await createList(page, household, "Weekly") };
}

test("an item is added in one line, changed, ticked, brought back and taken off", async ({ page }) => {
  await withList(page);
  await quickAdd(page).fill("2 rice 3.49 for all");
  await expect(page.getByText("Understood as").locator("..")).toContainText("rice 2$6.98 (2 × $3.49)");
  await addItem(page, "2 rice 3.49 for all", "rice");
  await addItem(page, "milk", "milk");
  await expect(item(page, "rice")).toContainText("$6.98");

  const form = await openItem(page, "rice");
  await form.getByLabel("What", { exact: true }).fill("Brown rice");
  await form.getByLabel("How many").fill("1.5");
  await form.getByLabel("Unit").fill("kg");
  await form.getByLabel("Price of one").first().fill("4");
  await form.getByLabel("Note").fill("the long one");
  await form.getByLabel("Link").fill("https://example.org/rice");
  await saveItem(form);
  await expect(form).toHaveCount(0);
  await expect(item(page, "Brown rice")).toContainText("$6.00");
  await page.reload();
  await expect(item(page, "Brown rice")).toContainText("1.5 kg");
  await expect(item(page, "Brown rice")).toContainText("the long one");
  await expect(page.getByRole("link", { name: "Link of Brown rice" })).toHaveAttribute("rel", "noopener noreferrer");

  await tick(page, "milk");
  await expect(page.getByText("milk is in the basket")).toBeVisible();
  await expect.poll(() => namesIn(page, "In the basket")).toEqual(["milk"]);
  await undo(page);
  await expect(page.getByRole("region", { name: "In the basket" })).toHaveCount(0);
  await tick(page, "milk");
  await expect.poll(() => namesIn(page, "In the basket")).toEqual(["milk"]);
  await allSaved(page);
  await page.reload();
  await expect(item(page, "milk").getByRole("checkbox")).toBeChecked();

  await (await openItem(page, "Brown rice")).getByRole("button", { name: "Take off the list" }).click();
  await expect(page.getByText("Brown rice is off the list")).toBeVisible();
  await expect(item(page, "Brown rice")).toHaveCount(0);
  await undo(page);
  await expect(item(page, "Brown rice")).toBeVisible();
});

test("several lines in a row all arrive, in their order", { tag: "@phone" }, async ({ page }) => {
  await withList(page);
  const names = ["apples", "bread", "cheese", "dates", "eggs"];
  for (const name of names) await tryAddItem(page, name);
  await expect.poll(() => namesIn(page, "Any store")).toEqual(names);
  await allSaved(page);
  await page.reload();
  expect(await namesIn(page, "Any store")).toEqual(names);
});

test("the full form takes over what is written so far, and says the rest", { tag: "@desktop" }, async ({ page }) => {
  await withList(page);
  await quickAdd(page).fill("maybe chips 2.99");
  await page.getByRole("link", { name: "Add with all details" }).click();
  const form = page.getByRole("form", { name: "New item" });
  await expect(form.getByLabel("What", { exact: true })).toHaveValue("chips");
  await expect(form.getByRole("radio", { name: /^Maybe/u })).toBeChecked();
  await form.getByLabel("What one is worth to you").fill("4.50");
  await form.getByRole("radio", { name: "Everyone, in equal parts" }).check();
  await form.getByLabel("How urgent").selectOption("Someday");
  await form.getByRole("button", { name: "Add to the list" }).click();
  await expect(form).toHaveCount(0);
  await expect(item(page, "chips")).toContainText("for all");
  await expect(item(page, "chips")).toContainText("maybe, worth $4.50");
  expect(await namesIn(page, "Someday")).toEqual(["chips"]);
});

test("wrong input is answered beside the field and stays as it was typed", { tag: "@phone" }, async ({ page }) => {
  await withList(page);
  const wrong: [string, RegExp][] = [
    ["-2 rice", /leave out the minus sign/u],
    ["rice $3.4999", /decimal places/u],
    ["rice €3.49", /Prices here are in USD/u],
    ["rice @nowhere", /no store called “nowhere”/u],
    ["rice by 2020-01-01", /That day is over/u],
    ["x".repeat(10_000), /too long for one line/u],
    ["for all", /Please write what it is/u],
  ];
  for (const [line, message] of wrong) {
    await tryAddItem(page, line);
    await expect(page.getByText(message)).toBeVisible();
    await expect(quickAdd(page)).toHaveValue(line);
  }
  await addItem(page, "🍕🍕", "🍕🍕");

  const form = await openItem(page, "🍕🍕");
  await form.getByLabel("How many").fill("-1");
  await form.getByLabel("Price of one").first().fill("1.23456");
  await form.getByLabel("Link").fill("javascript:alert(1)");
  await form.getByLabel("Needed by").fill("2020-01-01");
  await form.getByLabel("Note").fill("n".repeat(10_000));
  await saveItem(form);
  await expect(form.getByLabel("How many")).toHaveAttribute("aria-invalid", "true");
  for (const message of ["minus sign", "decimal places", "starts with https", "at most 1,000 characters"])
    await expect(form.getByText(message).last()).toBeVisible();
  await expect(form.getByLabel("Link")).toHaveValue("javascript:alert(1)");
  await form.getByLabel("How many").fill("2");
  await form.getByLabel("Price of one").first().fill("1.23");
  await form.getByLabel("Link").fill("");
  await form.getByLabel("Note").fill("");
  await saveItem(form);
  await expect(form.getByText("That day is over").last()).toBeVisible();
  await form.getByLabel("Needed by").fill("");
  await saveItem(form);
  await expect(form).toHaveCount(0);
  await expect(item(page, "🍕🍕")).toContainText("$2.46");
});

test("of two who change one item, the second is told, keeps what was typed, and may save it all the same", { tag: "@desktop" }, async ({
  page,
  browser,
}) => {
  const { household, list } = await withList(page);
  await addItem(page, "rice", "rice");
  const ben = await anotherDevice(browser);
  await givenMember(ben, "Ben", { owner: page, household });
  await ben.goto(list);
  await page.goto(list);
  const mine = await openItem(page, "rice");
  const his = await openItem(ben, "rice");
  await his.getByLabel("What", { exact: true }).fill("Basmati");
  await saveItem(his);
  await expect(item(ben, "Basmati")).toBeVisible();
  await mine.getByLabel("How many").fill("3");
  await saveItem(mine);
  const form = page.getByRole("form", { name: /^Change / });
  await expect(form.getByText("Somebody changed this while you were writing.")).toBeVisible();
  await expect(form.getByText("It now says: Basmati")).toBeVisible();
  await expect(form.getByLabel("How many")).toHaveValue("3");
  await saveItem(form);
  await expect(form).toHaveCount(0);
  await expect(item(page, "rice")).toContainText("rice 3");
});

test("filters stand in the address, and the back button undoes them", { tag: "@desktop" }, async ({ page }) => {
  const { household, list } = await withList(page);
  await addChild(page, household, "Cleo");
  await addStore(page, household, "Corner Market");
  await page.goto(list);
  await addItem(page, "milk @corner", "milk");
  await addItem(page, "book for Cleo", "book");
  const show = page.getByRole("navigation", { name: "Show" });
  const people = page.getByRole("navigation", { name: "For whom" });
  await show.getByRole("link", { name: "Corner Market 1" }).click();
  await expect(item(page, "book")).toHaveCount(0);
  await expect(item(page, "milk")).toBeVisible();
  await page.reload();
  await expect(item(page, "book")).toHaveCount(0);
  await show.getByRole("link", { name: /^All/u }).click();
  await people.getByRole("link", { name: "Cleo 1" }).click();
  await expect(item(page, "milk")).toHaveCount(0);
  await page.goBack();
  await expect(item(page, "milk")).toBeVisible();
  await page.goBack();
  await expect(item(page, "book")).toHaveCount(0);
});

test("a running list belongs to its store, and what is added there is to be had there", { tag: "@phone" }, async ({ page }) => {
  const household = await givenHousehold(page, "Anna");
  await addStore(page, household, "Corner Market");
  await startRunningList(page, household, "Corner Market");
  await addItem(page, "milk 3.89", "milk");
  expect(await namesIn(page, "Corner Market")).toEqual(["milk"]);
  await page.goto(`${household}/lists`);
  await expect(page.getByRole("link", { name: /Corner Market/u })).toContainText("1 open · about $3.89");
  await expect(page.getByRole("button", { name: /Start a list/u })).toHaveCount(0);
});

test("items are ordered by their buttons and by dragging", async ({ page }) => {
  await withList(page);
  for (const name of ["apples", "bread", "cheese"]) await addItem(page, name, name);
  await page.getByRole("link", { name: "Change the order" }).click();
  const down = page.getByRole("button", { name: "Move apples down" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => namesIn(page, "Any store")).toEqual(["bread", "apples", "cheese"]);
  await expect(down).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => namesIn(page, "Any store")).toEqual(["bread", "cheese", "apples"]);
  const from = await page.getByTitle("Drag apples").boundingBox();
  const to = await item(page, "bread").boundingBox();
  if (!from || !to) throw new Error("the rows have no place on the page");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + 8, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => namesIn(page, "Any store")).toEqual(["apples", "bread", "cheese"]);
  await allSaved(page);
  await page.reload();
  await expect.poll(() => namesIn(page, "Any store")).toEqual(["apples", "bread", "cheese"]);
});

test("a child adds and changes own wishes, ticks all, and leaves the others’ alone", { tag: "@phone" }, async ({ page, browser }) => {
  const { household, list } = await withList(page);
  await addItem(page, "rice", "rice");
  const cleo = await anotherDevice(browser);
  await givenMember(cleo, "Cleo", { owner: page, household, role: "child" });
  await cleo.goto(list);
  await expect(item(cleo, "rice").getByRole("link")).toHaveCount(0);
  await addItem(cleo, "book 17.99", "book");
  const form = await openItem(cleo, "book");
  await expect(form.getByLabel("Asked by")).toHaveCount(0);
  await form.getByLabel("How many").fill("2");
  await saveItem(form);
  await expect(item(cleo, "book")).toContainText("$35.98");
  await tick(cleo, "rice");
  await expect.poll(() => namesIn(cleo, "In the basket")).toEqual(["rice"]);
  await expect(cleo.getByText("Change this list")).toHaveCount(0);
  await cleo.goto(`${household}/lists`);
  await expect(cleo.getByRole("form", { name: "New list" })).toHaveCount(0);
});

test("a list is put away and taken out again", { tag: "@desktop" }, async ({ page }) => {
  const { household } = await withList(page);
  await page.getByText("Change this list").click();
  await page.getByRole("button", { name: "Put this list away" }).click();
  await page.waitForURL(`**${household}/lists?away=*`);
  await expect(page.getByText("Weekly is put away.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: /Weekly/u })).toBeVisible();
});

test("adding, changing and ticking work without scripts", { tag: "@phone" }, async ({ browser, page }) => {
  const { list } = await withList(page);
  const plain = await anotherDevice(browser, { javaScriptEnabled: false, storageState: await page.context().storageState() });
  await plain.goto(list);
  await tryAddItem(plain, "rice @nowhere");
  await expect(plain.getByText("no store called “nowhere”")).toBeVisible();
  await expect(quickAdd(plain)).toHaveValue("rice @nowhere");
  await tryAddItem(plain, "2 rice 3.49 for all");
  await expect(item(plain, "rice")).toContainText("$6.98");
  await expect(quickAdd(plain)).toHaveValue("");
  await tryAddItem(plain, "milk");
  await expect(item(plain, "milk")).toBeVisible();

  const form = await openItem(plain, "rice");
  await form.getByLabel("How many").fill("0");
  await saveItem(form);
  await expect(form.getByText("must be more than nothing").last()).toBeVisible();
  await form.getByLabel("How many").fill("4");
  await saveItem(form);
  await expect(item(plain, "rice")).toContainText("$13.96");
  await tick(plain, "milk");
  await expect.poll(() => namesIn(plain, "In the basket")).toEqual(["milk"]);
});

test("what is added without a network is on the list, marked, and sent when it is back", { tag: "@phone" }, async ({
  page,
  context,
  allowProblem,
}) => {
  allowProblem(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/u);
  await withList(page);
  await keptOnDevice(page);
  await context.setOffline(true);
  await tryAddItem(page, "rice");
  await expect(item(page, "rice")).toContainText("to send");
  await expect(page.getByText("1 to send")).toBeVisible();
  await context.setOffline(false);
  await allSaved(page);
  await expect(item(page, "rice")).not.toContainText("to send");
  await page.reload();
  await expect(item(page, "rice")).toHaveCount(1);
});

test("lists and stores of strangers are not found", { tag: "@desktop" }, async ({ page, browser, allowProblem }) => {
  allowProblem(/status of 404/u);
  const { list } = await withList(page);
  const stranger = await anotherDevice(browser);
  const own = await givenHousehold(stranger, "Zoe", "Elsewhere");
  for (const address of [list, `${own}/lists/${list.split("/").at(-1)}`, `${own}/lists/nonsense`])
    expect((await stranger.goto(address))?.status()).toBe(404);
});

test("the lists read well to those who don’t see them", async ({ page }) => {
  const { household, list } = await withList(page);
  await addItem(page, "maybe chips 2.99 worth 4 by fri // salted", "chips");
  await addItem(page, "2 rice 3.49 for all", "rice");
  await tick(page, "rice");
  await expect.poll(() => namesIn(page, "In the basket")).toEqual(["rice 2"]);
  const violations = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect(await violations()).toEqual([]);
  await openItem(page, "chips");
  expect(await violations()).toEqual([]);
  await page.goto(`${list}?edit=new`);
  expect(await violations()).toEqual([]);
  await page.goto(`${household}/lists`);
  expect(await violations()).toEqual([]);
});
