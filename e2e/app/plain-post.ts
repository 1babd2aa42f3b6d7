import { expect, type APIRequestContext, type APIResponse } from "@playwright/test";

/**
 * Sends one of the app's forms as a browser without scripts would: the page is fetched, the form that has a field of
 * that name is taken with its hidden fields, and posted to its own address. Several times faster than a page, for what
 * a test needs but isn't about. The answer is where the post led.
 */
export async function plainPost(
  request: APIRequestContext,
  address: string,
  { field, fields }: { readonly field: string; readonly fields: Readonly<Record<string, string>> },
): Promise<APIResponse> {
  const page = await request.get(address);
  const form = [...(await page.text()).matchAll(/<form\b.*?<\/form>/gsu)].map(([text]) => text).find((text) => hasField(text, field));
  expect(form, `${address} has a form with ${field}`).toBeDefined();
  const hidden = [...(form ?? "").matchAll(/<input type="hidden"[^>]*>/gu)].map(([input]) => [named(input, "name"), named(input, "value")]);
  const answer = await request.post(page.url(), {
    multipart: { ...Object.fromEntries(hidden), ...fields },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(200);
  return answer;
}

function hasField(form: string, name: string): boolean {
  return form.includes(`name="${name}"`);
}

function named(input: string, attribute: string): string {
  const value = new RegExp(`\\b${attribute}="([^"]*)"`, "u").exec(input)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
