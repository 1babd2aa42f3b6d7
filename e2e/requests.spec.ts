import { readFileSync } from "node:fs";
import path from "node:path";
import { type APIResponse, expect, test } from "@playwright/test";
import { ferreira } from "./app/ferreira";
import { givenHousehold } from "./app/given";
import { namesIn } from "./app/lists";
import { plainPost } from "./app/plain-post";
import { makePlan, proposePlan } from "./app/plans";

/** The lines that the running server has logged so far. */
function logged(): Record<string, unknown>[] {
  const text = readFileSync(path.join(process.env.E2E_DATA ?? "", "server.log"), "utf8");
  return text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Record<string, unknown>] : []));
}

const linesOf = (requestId: string) => logged().filter((line) => line.requestId === requestId);

/** A refusal is a page in plain words, with the security headers and without anything of the inside. */
async function expectPage(answer: APIResponse, status: number, title: string) {
  const text = await answer.text();
  expect({ status: answer.status(), title: /<h1>(.*)<\/h1>/u.exec(text)?.[1] }).toEqual({ status, title });
  expect(answer.headers()).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "x-request-id": expect.stringMatching(/^[\w-]{8,}$/u),
  });
  expect(text).not.toMatch(/^\s+at \w|node_modules|Server Action|Error:/mu);
}

const NOT_WHOLE = "This form did not arrive whole";
const OLDER = "This page is from an older version";
const TOO_LARGE = "That is too much at once";
const UNKNOWN_ACTION = "40".padEnd(42, "a");

test.describe("requests", { tag: "@desktop" }, () => {
  for (const page of ["/sign-in", "/join/nobody-s-link", "/h/01a2019c-f133-721d-8bd9-62c2c2c50619/lists", "/households"]) {
    test(`a broken, forged or oversized post to ${page} is answered in plain words`, async ({ request }) => {
      const send = (type: string, data: string | Buffer) => request.post(page, { headers: { "content-type": type }, data });
      await expectPage(await send("multipart/form-data; boundary=x", "nonsense"), 400, NOT_WHOLE);
      await expectPage(await send("multipart/form-data", "nonsense"), 400, NOT_WHOLE);
      await expectPage(
        await send("multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nRice'),
        400,
        NOT_WHOLE,
      );
      await expectPage(await request.post(page, { multipart: { note: "Rice" } }), 400, NOT_WHOLE);
      await expectPage(await request.post(page, { multipart: { $ACTION_ID_zz: "" } }), 400, NOT_WHOLE);
      await expectPage(await send("application/json", "{}"), 415, NOT_WHOLE);
      await expectPage(await request.post(page, { multipart: { [`$ACTION_ID_${UNKNOWN_ACTION}`]: "" } }), 409, OLDER);
      await expectPage(await request.post(page, { headers: { "next-action": UNKNOWN_ACTION }, data: "[]" }), 409, OLDER);
      await expectPage(await request.post(page, { multipart: { note: "r".repeat(10_000_000) } }), 413, TOO_LARGE);
      await expectPage(await send("application/json", Buffer.alloc(10_500_000, "r")), 413, TOO_LARGE);
    });
  }

  test("a request that fails is found in the log by its id and by the number on the page; nobody's password is in it", async ({
    request,
  }) => {
    // Without scripts: the wrong password comes back as a page, and isn't written down.
    const signIn = "/sign-in?next=%2Fh%2Fplum-secret";
    const wrong = await plainPost(request, signIn, {
      field: "password",
      fields: { email: "nobody@plum.example", password: "plum-password-1" },
    });
    const page = await (await request.get(signIn)).text();
    const action = /&quot;id&quot;:&quot;(\w{42})&quot;/u.exec(page)?.[1] ?? "";
    expect(action).not.toBe("");
    // Called as no form calls it, the action breaks: a bug, as far as the server knows.
    const broken = await request.post("/sign-in?token=plum-secret", {
      headers: { "next-action": action, "content-type": "text/plain" },
      data: "[]",
    });
    expect(broken.status()).toBe(500);
    const digest = /"digest":"(\d+)"/u.exec(await broken.text())?.[1];
    expect(digest).toBeTruthy();

    await expect
      .poll(() => linesOf(broken.headers()["x-request-id"] ?? ""))
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ level: "error", msg: "A request failed", digest, method: "POST" }),
          expect.objectContaining({ msg: "Request", method: "POST", path: "/sign-in", status: 500, ms: expect.any(Number) }),
        ]),
      );
    await expect.poll(() => linesOf(wrong.headers()["x-request-id"] ?? "")).toMatchObject([{ path: "/sign-in", status: 200 }]);
    expect(JSON.stringify(logged())).not.toMatch(/plum-|api\/health/u);
  });

  test("what the framework has to say is in the log, too, as a line like all others", async ({ request }) => {
    await request.post("/sign-in", { multipart: { [`$ACTION_ID_${UNKNOWN_ACTION}`]: "" } });
    await expect.poll(logged).toContainEqual(expect.objectContaining({ msg: expect.stringContaining("Failed to find Server Action") }));
  });
});

test.describe("without scripts", { tag: "@desktop" }, () => {
  test("a list is ordered by hand", async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const household = await givenHousehold(page, "Anna");
    const made = await plainPost(page.request, `${household}/lists`, { field: "name", fields: { name: "Weekly" } });
    for (const line of ["apples", "bread"]) await plainPost(page.request, made.url(), { field: "line", fields: { line } });
    await page.goto(made.url());
    await page.getByRole("link", { name: "Change the order" }).click();
    await page.getByRole("button", { name: "Move apples down" }).click();
    await expect.poll(() => namesIn(page, "Any store")).toEqual(["bread", "apples"]);
    await page.getByRole("button", { name: "Move apples up" }).click();
    await expect.poll(() => namesIn(page, "Any store")).toEqual(["apples", "bread"]);
    await page.context().close();
  });

  test("a holder sees that a plan waits, and declines it with a reason", async ({ page: anna, browser }) => {
    const { household, ben } = await ferreira(anna, browser);
    const plan = await makePlan(anna, household);
    await proposePlan(anna);
    const page = await (await browser.newContext({ javaScriptEnabled: false, storageState: await ben.context().storageState() })).newPage();
    await page.goto(household);
    await page.getByRole("link", { name: "Plans 1 waiting for you" }).first().click();
    await page.goto(plan);
    await page
      .locator("summary")
      .filter({ hasText: /^Decline$/u })
      .click();
    const form = page.getByRole("form", { name: "Why not?" });
    await form.getByLabel("Reason").fill("Keep the card for birthdays.");
    await form.getByRole("button", { name: "Decline the plan" }).click();
    await expect(page.getByText("said no: “Keep the card for birthdays.”")).toBeVisible();
    await anna.goto(plan);
    await expect(anna.getByText("said no: “Keep the card for birthdays.”")).toBeVisible();
    await page.context().close();
    await ben.context().close();
  });
});
