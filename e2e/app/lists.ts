import { expect, type Locator, type Page } from "@playwright/test";

function exactly(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?: |$)`, "u");
}

/** Makes a list and stays on its page; the answer is its address. */
export async function createList(page: Page, household: string, name: string): Promise<string> {
  await page.goto(`${household}/lists`);
  const form = page.getByRole("form", { name: "New list" });
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: "Make the list" }).click();
  await page.waitForURL(/\/lists\/[0-9a-f-]{36}$/u);
  return new URL(page.url()).pathname;
}

/** Starts the running list of a store and stays on its page; the answer is its address. */
export async function startRunningList(page: Page, household: string, store: string): Promise<string> {
  await page.goto(`${household}/lists`);
  await page.getByRole("button", { name: `Start a list for ${store}` }).click();
  await page.waitForURL(/\/lists\/[0-9a-f-]{36}$/u);
  return new URL(page.url()).pathname;
}

/** The field in which items are added in one line. */
export function quickAdd(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Add to / });
}

/** Writes a line and sends it; the caller says what should come of it. */
export async function tryAddItem(page: Page, line: string): Promise<void> {
  await quickAdd(page).fill(line);
  await page.getByRole("button", { name: "Add", exact: true }).click();
}

/** Adds an item by its line on the list that is open, and waits until the server has it. `name` is what it is called then. */
export async function addItem(page: Page, line: string, name: string): Promise<void> {
  const before = await item(page, name).count();
  await tryAddItem(page, line);
  await expect(item(page, name)).toHaveCount(before + 1);
  await allSaved(page);
  await expect(quickAdd(page)).toHaveValue("");
}

/** Waits until everything done on the page has arrived. */
export async function allSaved(page: Page): Promise<void> {
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

/** An item's row, open or in the basket. */
export function item(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name: exactly(name) }) });
}

/** Names of the rows in the group of this title ("Corner Market", "Any store", "In the basket"), in their order. */
export async function namesIn(page: Page, group: string): Promise<string[]> {
  const names = await page.getByRole("region", { name: group }).getByRole("checkbox").all();
  return Promise.all(names.map(async (name) => (await name.getAttribute("aria-label")) ?? ""));
}

export async function tick(page: Page, name: string): Promise<void> {
  await item(page, name).getByRole("checkbox").click();
}

/** Opens an item for changing; the answer is its form. */
export async function openItem(page: Page, name: string): Promise<Locator> {
  await item(page, name)
    .getByRole("link", { name: exactly(name) })
    .click();
  const form = page.getByRole("form", { name: `Change ${name}` });
  await expect(form).toBeVisible();
  return form;
}

export async function saveItem(form: Locator): Promise<void> {
  await form.getByRole("button", { name: "Save" }).click();
}

export async function undo(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Undo" }).click();
}
