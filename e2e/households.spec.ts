import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import {
  acceptInvitation,
  addChild,
  createHousehold,
  invite,
  joinAsKnown,
  joinAsNew,
  member,
  signIn,
  signOut,
  signUp,
  somebody,
  trySignIn,
} from "./app/people";
import { givenAccount } from "./app/given";
import { expect, test } from "./fixtures";

/** What a browser logs when a page answers "not found". */
const NOT_FOUND = /status of 404/u;

/** Another person at another device. */
async function anotherDevice(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

/** The household's page of a new owner. */
async function ownerOf(page: Page, name: string) {
  const anna = somebody("Anna");
  await givenAccount(page, anna);
  return { anna, household: await createHousehold(page, { name }) };
}

async function change(page: Page, name: string) {
  const row = member(page, name);
  await row.getByRole("link", { name: `Change ${name}` }).click();
  await expect(row.getByRole("link", { name: `Close ${name}` })).toBeVisible();
  return row;
}

test("a household comes together: invited, joined, a child added, roles changed", async ({ page, browser }) => {
  const { household } = await ownerOf(page, "Ferreira");
  await addChild(page, household, "Cleo");
  const link = await invite(page, household);

  const phone = await anotherDevice(browser, { viewport: { width: 390, height: 844 } });
  expect(await joinAsNew(phone, link, somebody("Ben"))).toBe(household);
  await phone.goto(`${household}/household`);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Anna, Cleo and Ben");
  await expect(member(phone, "Anna")).toContainText("Owner");
  await expect(member(phone, "Cleo")).toContainText("no sign-in");

  await page.goto(`${household}/household`);
  const ben = await change(page, "Ben");
  await ben.getByRole("combobox", { name: "Role" }).selectOption("Child");
  await ben.getByRole("button", { name: "Save role" }).click();
  await expect(ben.locator("span").getByText("Child", { exact: true })).toBeVisible();
  await phone.goto(`${household}/household`);
  await expect(phone.getByRole("form", { name: "Invite somebody" })).toHaveCount(0);

  // The link let one person in. The next one is told so.
  const late = await anotherDevice(browser);
  await late.goto(link);
  await expect(late.getByText("This invitation was used already.")).toBeVisible();
});

test("all of it works without scripts", { tag: "@phone" }, async ({ browser }) => {
  const page = await anotherDevice(browser, { javaScriptEnabled: false });
  const anna = somebody("Anna");
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Anna");
  await page.getByLabel("E-mail").fill(anna.email);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByText("Please use at least 10 characters.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(anna.email);
  await signUp(page, anna);
  const household = await createHousehold(page, { name: "Ferreira" });
  await addChild(page, household, "Cleo");
  const link = await invite(page, household);
  await signOut(page);
  await trySignIn(page, { ...anna, password: "not the password" });
  await expect(page.getByText("That e-mail address and password don’t go together.")).toBeVisible();
  await signIn(page, anna);
  await expect(page).toHaveURL(new RegExp(`${household}$`, "u"));

  const other = await anotherDevice(browser, { javaScriptEnabled: false });
  expect(await joinAsNew(other, link, somebody("Ben"))).toBe(household);
  await other.goto(`${household}/household`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Anna, Cleo and Ben");
});

test("who is invited keeps the link while signing in, and sees why another address isn’t let in", { tag: "@phone" }, async ({
  page,
  browser,
}) => {
  const { household } = await ownerOf(page, "Ferreira");
  const other = await anotherDevice(browser);
  const ben = somebody("Ben");
  await signUp(other, ben);
  await signOut(other);
  const bound = await invite(page, household, { email: ben.email });

  const stranger = await anotherDevice(browser);
  await signUp(stranger, somebody("Eve"));
  await stranger.goto(bound);
  await expect(stranger.getByText("This invitation is for another e-mail address.")).toBeVisible();
  expect(await joinAsKnown(other, bound, ben)).toBe(household);
  await other.goto(bound);
  await expect(other.getByRole("heading", { name: "You belong to Ferreira" })).toBeVisible();
});

test("an invitation can be taken back", { tag: "@desktop" }, async ({ page, browser }) => {
  const { household } = await ownerOf(page, "Ferreira");
  const link = await invite(page, household);
  await page.getByRole("list", { name: "Open invitations" }).getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("list", { name: "Open invitations" })).toHaveCount(0);
  const late = await anotherDevice(browser);
  await late.goto(link);
  await expect(late.getByText("This invitation was taken back.")).toBeVisible();
  await late.goto("/join/not-a-link");
  await expect(late.getByText("This invitation isn’t known here.")).toBeVisible();
});

test("an invitation on screen while somebody else uses it says so when it is sent", { tag: "@phone" }, async ({ page, browser }) => {
  const { household } = await ownerOf(page, "Ferreira");
  const link = await invite(page, household);
  const [ben, eve] = [await anotherDevice(browser), await anotherDevice(browser)];
  await signUp(ben, somebody("Ben"));
  await signUp(eve, somebody("Eve"));
  await ben.goto(link);
  await eve.goto(link);
  expect(await acceptInvitation(ben)).toBe(household);
  await eve.getByRole("button", { name: "Join Ferreira" }).click();
  await expect(eve.getByText("This invitation was used already.").first()).toBeVisible();
});

test("who is removed finds nothing there any more", { tag: "@desktop" }, async ({ page, browser, allowProblem }) => {
  allowProblem(NOT_FOUND);
  const { household } = await ownerOf(page, "Ferreira");
  const eve = await anotherDevice(browser);
  await joinAsNew(eve, await invite(page, household), somebody("Eve"));
  await page.goto(`${household}/household`);
  await (await change(page, "Eve")).getByRole("button", { name: "Remove Eve" }).click();
  await expect(page.getByText(/Eve was removed/u)).toBeVisible();
  expect((await eve.goto(household))?.status()).toBe(404);
});

test("the last owner stays until somebody else owns, and then may leave", { tag: "@phone" }, async ({ page, browser, allowProblem }) => {
  allowProblem(NOT_FOUND);
  const { household } = await ownerOf(page, "Ferreira");
  const ben = await anotherDevice(browser);
  await joinAsNew(ben, await invite(page, household), somebody("Ben"));
  const leave = async () => {
    await page.goto(`${household}/household`);
    await page.getByRole("link", { name: "Leave Ferreira" }).click();
    await page.getByRole("button", { name: "Leave Ferreira" }).click();
  };
  await leave();
  await expect(page.getByText("You are the only owner.").first()).toBeVisible();

  await (await change(page, "Ben")).getByRole("button", { name: "Make Ben the owner" }).click();
  await expect(member(page, "Ben")).toContainText("Owner");
  await leave();
  await page.waitForURL("**/households/new");
  expect((await page.goto(household))?.status()).toBe(404);
});

test("a household doesn’t exist for strangers, and asks nobody’s name before signing in", { tag: "@desktop" }, async ({
  page,
  browser,
  allowProblem,
}) => {
  allowProblem(NOT_FOUND);
  const { household } = await ownerOf(page, "Ferreira");
  const stranger = await anotherDevice(browser);
  await stranger.goto(`${household}/household`);
  await expect(stranger).toHaveURL(/\/sign-in\?next=/u);
  const eve = somebody("Eve");
  await stranger.getByRole("link", { name: "Create an account" }).click();
  await stranger.waitForURL("**/sign-up**");
  await signUp(stranger, eve);
  await expect(stranger.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  for (const address of [household, `${household}/household`, "/h/1", "/h/not-an-id/household"])
    expect((await stranger.goto(address))?.status()).toBe(404);
});

test("signing in goes on to the page that was asked for, and never to another site", { tag: "@phone" }, async ({ page }) => {
  const { anna, household } = await ownerOf(page, "Ferreira");
  await signOut(page);
  await page.goto(`${household}/household`);
  await signIn(page, anna);
  await expect(page).toHaveURL(new RegExp(`${household}/household$`, "u"));
  await signOut(page);
  await page.goto("/sign-in?next=//evil.example");
  await signIn(page, anna);
  await expect(page).toHaveURL(new RegExp(`${household}$`, "u"));
});

test("wrong tries are answered alike and slow down, saying for how long", { tag: "@desktop" }, async ({ page }) => {
  const anna = somebody("Anna");
  await signUp(page, anna);
  await signOut(page);
  const nobody = somebody("Nobody");
  for (const person of [anna, nobody]) {
    await page.goto("/sign-in");
    for (let count = 0; count < 5; count += 1) {
      await trySignIn(page, { ...person, password: `wrong password ${count}` });
      await expect(page.getByText("That e-mail address and password don’t go together.").first()).toBeVisible();
      await page.goto("/sign-in");
    }
    await trySignIn(page, person);
    await expect(page.getByText(/Too many tries. Please wait \d+ seconds?/u).first()).toBeVisible();
  }
});

test("a person sees where they are signed in, ends that, and changes name and password", { tag: "@desktop" }, async ({ page, browser }) => {
  const { anna, household } = await ownerOf(page, "Ferreira");
  const phone = await anotherDevice(browser);
  await signIn(phone, anna);
  const tablet = await anotherDevice(browser);
  await signIn(tablet, anna);

  await page.goto("/account");
  const devices = page.getByRole("list", { name: "Where you are signed in" }).getByRole("listitem");
  await expect(devices).toHaveCount(3);
  await expect(devices.first()).toContainText("This device");
  await devices.nth(1).getByRole("button", { name: "Sign out" }).click();
  await expect(devices).toHaveCount(2);

  await page.getByLabel("Your name").fill("Annabel");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("heading", { name: "Annabel, this is you" })).toBeVisible();
  await page.getByLabel("Password now", { exact: true }).fill(anna.password);
  await page.getByLabel("New password", { exact: true }).fill("four other words here");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(devices).toHaveCount(1);
  for (const device of [phone, tablet]) {
    await device.goto(household);
    await expect(device).toHaveURL(/\/sign-in/u);
  }
  await trySignIn(phone, anna);
  await expect(phone.getByText("That e-mail address and password don’t go together.").first()).toBeVisible();
  await signIn(phone, { ...anna, password: "four other words here" });
  await phone.goto(`${household}/household`);
  await expect(member(phone, "Annabel")).toBeVisible();
});

test("several households, and the way between them", { tag: "@phone" }, async ({ page }) => {
  const { household } = await ownerOf(page, "Ferreira");
  const office = await createHousehold(page, { name: "Studio", kind: "Office", currency: "EUR", timeZone: "Europe/Lisbon" });
  await page.getByLabel("Change household").filter({ visible: true }).click();
  await page.getByRole("link", { name: "Ferreira", exact: true }).filter({ visible: true }).click();
  await expect(page).toHaveURL(new RegExp(`${household}$`, "u"));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Your 2 households" })).toBeVisible();
  await page.getByRole("link", { name: /Studio/u }).click();
  await expect(page).toHaveURL(new RegExp(`${office}$`, "u"));
});

test("what the household agreed on is changed and kept", { tag: "@phone" }, async ({ page }) => {
  const { household } = await ownerOf(page, "Ferreira");
  await page.goto(`${household}/household`);
  await page.getByRole("link", { name: "Change what you agreed on" }).click();
  const settings = page.getByRole("form", { name: "What you agreed on" });
  await settings.getByLabel("Name").fill("Silva");
  await settings.getByLabel("Time zone").selectOption("Europe/Lisbon");
  await settings.getByRole("radio", { name: "As a gift" }).check();
  await settings.getByLabel("Children see balances").check();
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Family Silva")).toBeVisible();
  await page.reload();
  await expect(settings.getByLabel("Time zone")).toHaveValue("Europe/Lisbon");
  await expect(settings.getByRole("radio", { name: "As a gift" })).toBeChecked();
  await expect(settings.getByLabel("Children see balances")).toBeChecked();
  await settings.getByLabel("Name").fill("   ");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByText("Please fill this in.")).toBeVisible();
});

test("forged and broken posts are answered with a message or nothing, and change nothing", { tag: "@desktop" }, async ({ page }) => {
  const { household } = await ownerOf(page, "Ferreira");
  for (const data of ["", "x".repeat(20_000), '["$K1"]']) {
    const answer = await page.request.post(`${household}/household`, {
      headers: { "next-action": "00".repeat(21), "content-type": "text/plain;charset=UTF-8" },
      data,
    });
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toMatch(/\bat .+\(.+:\d+:\d+\)/u);
  }
  await page.goto(`${household}/household`);
  await page.getByRole("textbox", { name: "Add a child without sign-in" }).fill("🍚".repeat(5000));
  await page.getByRole("button", { name: "Add child" }).click();
  await expect(page.getByText("Please use at most 80 characters.")).toBeVisible();
});

test("the pages read well to those who don’t see them", async ({ page }) => {
  const violations = async (address: string) => {
    await page.goto(address);
    return (await new AxeBuilder({ page }).analyze()).violations.map(
      ({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join(" ")}`,
    );
  };
  expect(await violations("/sign-in")).toEqual([]);
  expect(await violations("/sign-up")).toEqual([]);
  const { household } = await ownerOf(page, "Ferreira");
  await addChild(page, household, "Cleo");
  const link = await invite(page, household);
  for (const address of [`${household}/household`, "/account", "/households", "/households/new", link])
    expect(await violations(address)).toEqual([]);
});

test("the server says that it lives and is ready", { tag: "@desktop" }, async ({ request }) => {
  expect(await (await request.get("/api/health/live")).json()).toEqual({ status: "live" });
  expect(await (await request.get("/api/health/ready")).json()).toEqual({ status: "ready" });
});
