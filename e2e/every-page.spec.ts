import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { allPages, crawl, pageOf } from "./app/crawl";
import { startDemo, type Demo } from "./app/demo";
import { signIn } from "./app/people";
import { expect, test } from "./fixtures";

/** Pages that no link of the demo leads to, each looked at by the spec it belongs to. */
const ELSEWHERE = ["/join/[id]", "/offline"];
const FRONT = ["/sign-in", "/sign-up"];

// One walk over everything there is.
test.describe.configure({ timeout: 400_000 });
let demo: Demo;

test.beforeAll(async ({}, { project }) => {
  demo = await startDemo(project.name === "phone" ? 3340 : 3341);
});
test.afterAll(async () => demo.stop());

/** Home, and every plan: each is at another point of its way. */
async function starts(page: Page): Promise<string[]> {
  const home = page.url();
  await page.goto(`${home}/plans`);
  const plans = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return [home, ...plans.filter((link) => pageOf(link) === "/h/[id]/plans/[id]")];
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test("every page reads well to those who don’t see it, light and dark, and fits a narrow screen", async ({ page }, { project }) => {
  const problems: string[] = [];
  const look = async (address: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
      // Only colours differ between the looks.
      const { violations } = await (colorScheme === "light" ? axe : axe.withRules(["color-contrast"])).analyze();
      for (const { id, nodes } of violations) problems.push(`${address} ${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    }
    if (project.name !== "phone") return;
    const { height } = page.viewportSize() ?? { height: 844 };
    await page.setViewportSize({ width: 320, height });
    if ((await sideways(page)) > 0) problems.push(`${address}: wider than 320 px`);
    await page.setViewportSize({ width: 390, height });
  };
  for (const address of FRONT) {
    await page.goto(demo.address + address);
    await look(address);
  }
  await page.goto(`${demo.address}/sign-in`);
  await signIn(page, demo);
  const seen = await crawl(page, await starts(page), look);
  expect(problems).toEqual([]);
  expect(allPages().filter((known) => !seen.has(known) && !FRONT.includes(known) && !ELSEWHERE.includes(known) && known !== "/")).toEqual(
    [],
  );
});

test("every page holds long words, and text from right to left", async ({ page, context }, { project }) => {
  const problems: string[] = [];
  await page.goto(`${demo.address}/sign-in`);
  await signIn(page, demo);
  const from = await starts(page);
  await context.addCookies([{ name: "locale", value: project.name === "phone" ? "en-XA" : "en-XB", url: demo.address }]);
  await crawl(page, from, async (address) => {
    if ((await sideways(page)) > 0) problems.push(address);
  });
  expect(problems).toEqual([]);
});
