import { allSent, keptOnDevice, onDevice } from "./app/device";
import type { Browser, Page } from "@playwright/test";
import { addItem, allSaved, createList, item, namesIn, openItem, saveItem, tick, tryAddItem } from "./app/lists";
import { createHousehold, invite, joinAsNew, signOut, signUp, somebody, trySignIn } from "./app/people";
import { expect, test } from "./fixtures";

const CUT = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|Failed to load chunk|status of 401/u;

/** Anna and Ben, each with the same list open on a device of their own. */
async function twoOnOneList(page: Page, browser: Browser) {
  const [anna, ben] = [somebody("Anna"), somebody("Ben")];
  await signUp(page, anna);
  const household = await createHousehold(page, { name: "Ferreira" });
  const his = await (await browser.newContext()).newPage();
  await joinAsNew(his, await invite(page, household), ben);
  const list = await createList(page, household, "Weekly");
  await his.goto(list);
  // Each sees the other: both are connected.
  await expect(page.getByText("Ben is on this list too")).toBeVisible();
  await expect(his.getByText("Anna is on this list too")).toBeVisible();
  return { anna, ben, household, list, his };
}

test("what one does the other sees at once; what both did while the network was cut, and answers that never came, all counts once", {
  tag: "@desktop",
}, async ({ page, browser, allowProblem }) => {
  allowProblem(CUT);
  const { list, his } = await twoOnOneList(page, browser);
  for (const name of ["rice", "milk", "eggs"]) await addItem(page, name, name);
  await expect.poll(() => namesIn(his, "Any store")).toEqual(["rice", "milk", "eggs"]);
  await tick(his, "milk");
  await expect.poll(() => namesIn(page, "In the basket")).toEqual(["milk"]);
  await expect(page.getByText(/^Ben ticked here at/u)).toBeVisible();

  await his.context().setOffline(true);
  await tick(his, "rice");
  await tryAddItem(his, "bread");
  await (await openItem(his, "eggs")).getByRole("button", { name: "Take off the list" }).click();
  await expect(his.getByText("3 to send")).toBeVisible();
  const form = await openItem(page, "eggs");
  await form.getByLabel("How many").fill("12");
  await saveItem(form);
  await expect(item(page, "eggs")).toContainText("12");
  // The first sending arrives, but its answer doesn't.
  await his.route(
    "**/sync",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await his.context().setOffline(false);
  await allSaved(his);
  for (const each of [page, his]) {
    await expect.poll(() => namesIn(each, "Any store")).toEqual(["eggs 12", "bread"]);
    await expect.poll(() => namesIn(each, "In the basket")).toEqual(["rice", "milk"]);
    await expect(each.getByText("eggs was taken off by one of you and changed by another.")).toBeVisible();
  }
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(his.getByText("eggs was taken off")).toHaveCount(0);
  await allSaved(page);
  // The database says the same.
  await page.goto(list);
  expect(await namesIn(page, "Any store")).toEqual(["eggs 12", "bread"]);
  expect(await namesIn(page, "In the basket")).toEqual(["rice", "milk"]);
});

test("a list opens without a network and keeps what is done there, over closing, and over a session that ended; sign-out leaves nothing", {
  tag: "@phone",
}, async ({ page, context, allowProblem }) => {
  allowProblem(CUT);
  const anna = somebody("Anna");
  await signUp(page, anna);
  const list = await createList(page, await createHousehold(page, { name: "Ferreira" }), "Weekly");
  await addItem(page, "rice", "rice");
  await keptOnDevice(page, 1);

  await context.setOffline(true);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "No network" })).toBeVisible();
  await page.getByRole("link", { name: "Weekly" }).click();
  await tryAddItem(page, "2 milk 1.50");
  const form = await openItem(page, "milk");
  await form.getByLabel("Note").fill("the blue one");
  await saveItem(form);
  await tick(page, "rice");
  await expect(page.getByText("3 to send")).toBeVisible();
  await page.close();

  const again = await context.newPage();
  await again.goto(list);
  await expect(again.getByText("3 to send")).toBeVisible();
  await expect(item(again, "milk")).toContainText("the blue one");
  await context.clearCookies();
  await context.setOffline(false);
  await expect(again.getByText("You are signed out. 3 changes are kept here")).toBeVisible();
  await again.getByRole("link", { name: "Sign in", exact: true }).click();
  await trySignIn(again, anna);
  await again.waitForURL(`**${list}`);
  await allSaved(again);
  await expect(item(again, "milk")).toContainText("the blue one");
  await expect.poll(() => namesIn(again, "In the basket")).toEqual(["rice"]);

  await allSent(again);
  await signOut(again);
  expect(await onDevice(again)).toEqual({ queue: 0, lists: 0, pages: 0 });
});
