import { type BrowserContext, test as base, expect } from "@playwright/test";

/** Says that a test brings about a console error itself, such as the 404 of a page it must not find. */
export type AllowProblem = (pattern: RegExp) => void;

type Watch = { readonly problems: string[]; readonly allowed: RegExp[] };

/**
 * The test function of every spec: a console error or an unhandled rejection in any page of any context the test opens fails it.
 */
export const test = base.extend<{ watch: Watch; allowProblem: AllowProblem }>({
  watch: [
    async ({ browser }, use) => {
      const watch: Watch = { problems: [], allowed: [] };
      const listen = (context: BrowserContext) => {
        context.on("console", (message) => {
          if (message.type() === "error") watch.problems.push(`console: ${message.text()} (${message.location().url})`);
        });
        context.on("weberror", (error) => {
          watch.problems.push(`page: ${error.error().stack ?? error.error().message}`);
        });
      };
      for (const context of browser.contexts()) listen(context);
      browser.on("context", listen);
      await use(watch);
      browser.off("context", listen);
      // The devices a test opened for other people; left open, they would slow down all tests after it.
      await Promise.all(browser.contexts().map((context) => context.close()));
      expect(
        watch.problems.filter((problem) => !watch.allowed.some((pattern) => pattern.test(problem))),
        "no console errors, no unhandled rejections",
      ).toEqual([]);
    },
    { auto: true },
  ],
  allowProblem: async ({ watch }, use) => {
    await use((pattern) => {
      watch.allowed.push(pattern);
    });
  },
});

export { expect };
