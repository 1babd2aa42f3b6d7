import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";

const APP = path.resolve(import.meta.dirname, "../../app");
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** The addresses of all pages there are, as the folders of app/ name them: "/h/[id]/lists/[id]". */
export function allPages(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx" && !file.startsWith("(dev)"))
    .map((file) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)/gu, "").replaceAll(/\[\w+\]/gu, "[id]"))
    .map((address) => (address === "/." || address === "" ? "/" : address))
    .sort();
}

/** The page an address belongs to: its ids, and what follows "?" or "#", left out. */
export function pageOf(address: string): string {
  return new URL(address, "http://localhost").pathname.replaceAll(ID, "[id]");
}

/**
 * Walks from some pages along their links, one further address for each page and each set of things asked of it
 * ("?change="), and looks at each. The answer is the pages seen. With `asked` false only pages as they come, nothing asked of them.
 */
export async function crawl(
  page: Page,
  from: readonly string[],
  look: (address: string) => Promise<void>,
  asked = true,
): Promise<ReadonlySet<string>> {
  const pages = new Set(allPages());
  const kindOf = (address: string) => {
    const url = new URL(address);
    return `${pageOf(address)}?${[...url.searchParams.keys()].sort().join("&")}`;
  };
  const waiting = [...from];
  const origins = new Set(from.map((address) => new URL(address).origin));
  const known = new Set(from.map(kindOf));
  const seen = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    await page.goto(address);
    seen.add(pageOf(page.url()));
    await look(address);
    const links = await page.locator("a[href]:not([download])").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) {
      if (!origins.has(new URL(link).origin) || !pages.has(pageOf(link)) || known.has(kindOf(link))) continue;
      if (!asked && new URL(link).search !== "") continue;
      known.add(kindOf(link));
      waiting.push(link);
    }
  }
  return seen;
}
