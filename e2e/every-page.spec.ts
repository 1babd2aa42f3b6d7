import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { allPages, crawl, pageOf } from "./app/crawl";
import { startDemo, type Demo } from "./app/demo";
import { signIn } from "./app/people";
import { expect, test } from "./fixtures";

/** Pages that no link of the demo leads to; the specs of their features open them. */
const ELSEWHERE = ["/", "/join/[id]", "/offline", "/h/[id]/cases/[id]/third-parties", "/h/[id]/gifts/[id]"];
const FRONT = ["/sign-in", "/sign-up"];

// One walk over everything there is.
test.describe.configure({ timeout: 400_000 });
let demo: Demo;

test.beforeAll(async ({}, { parallelIndex }) => {
  demo = await startDemo(3340 + parallelIndex);
});
test.afterAll(async () => demo.stop());

/** Home, and every plan: each is at another point of its way. */
async function starts(page: Page): Promise<string[]> {
  await page.goto(`${demo.address}/sign-in`);
  await signIn(page, demo);
  await page.waitForURL(/\/h\/[\w-]+$/u);
  const home = page.url();
  await page.goto(`${home}/plans`);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return [home, ...links.filter((link) => pageOf(link) === "/h/[id]/plans/[id]")];
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test("every page reads well to those who don’t see it, light on phones and dark on desktops, and fits a narrow screen", async ({ page }, {
  project,
}) => {
  const phone = project.name === "phone";
  await page.emulateMedia({ colorScheme: phone ? "light" : "dark", reducedMotion: "reduce" });
  const problems: string[] = [];
  const look = async (address: string) => {
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
    for (const { id, nodes } of violations) problems.push(`${address}: ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    if (!phone) return;
    const { height } = page.viewportSize() ?? { height: 844 };
    await page.setViewportSize({ width: 320, height });
    if ((await sideways(page)) > 0) problems.push(`${address}: wider than 320 px`);
    await page.setViewportSize({ width: 390, height });
  };
  for (const address of FRONT) {
    await page.goto(demo.address + address);
    await look(address);
  }
  const seen = await crawl(page, await starts(page), look);
  expect(problems).toEqual([]);
  expect(allPages().filter((known) => !seen.has(known) && !FRONT.includes(known) && !ELSEWHERE.includes(known))).toEqual([]);
});

test("every page holds long words on phones, and text from right to left on desktops", async ({ page, context }, { project }) => {
  const problems: string[] = [];
  const from = await starts(page);
  await context.addCookies([{ name: "locale", value: project.name === "phone" ? "en-XA" : "en-XB", url: demo.address }]);
  await crawl(
    page,
    from,
    async (address) => {
      if ((await sideways(page)) > 0) problems.push(address);
    },
    false,
  );
  expect(problems).toEqual([]);
});
