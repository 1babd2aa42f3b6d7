import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { recordCredit, addStore } from "./app/credits";
import { inDays } from "./app/ferreira";
import { givenHousehold } from "./app/given";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

test("R1, R29, R31-R35: from “Redeemed by mistake?” to the end of a case", { tag: "@phone" }, async ({ page }) => {
  const household = await givenHousehold(page, "Anna");
  await addStore(page, household, "Amazon (US)");
  const credit = await recordCredit(page, household, {
    holder: "Anna",
    store: "Amazon (US)",
    origin: "Gift card",
    amount: "120",
    expires: "never",
  });

  await page.goto(credit);
  await page.getByRole("link", { name: "Redeemed by mistake?" }).click();
  await expect(page.getByText("A redemption can’t be taken back.")).toBeVisible();
  await page.getByRole("radio", { name: /^The wrong account/u }).check();
  await page.getByLabel("In your own words").fill("It was meant for Ben.");
  await page.getByRole("button", { name: "Open the case" }).click();
  const ways = page.getByRole("list", { name: "Five ways on, the best first" }).getByRole("listitem");
  await expect(ways).toHaveCount(5);
  await expect(page.getByRole("heading", { name: "A message to support" })).toBeHidden();
  for (const way of ["Use it for what you buy anyway", "Buy for the others", "Buy gift cards for others, where that is allowed"])
    await page
      .getByRole("form", { name: `Not this time: ${way}` })
      .getByRole("button")
      .click();
  await page.getByRole("button", { name: "We ask support" }).click();
  await expect(page.getByText("4 of 5 looked at")).toBeVisible();

  await page.getByText("Change what the case knows").click();
  await page.getByLabel("Last four characters of the code").fill("7q4k");
  await page.getByLabel("Day it was redeemed").fill(inDays(-8));
  await page.getByLabel("Account it is on").fill("anna@example.test");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("All three are here.")).toBeVisible();
  await expect(page.getByText("•••• •••• 7Q4K")).toBeVisible();
  await expect(page.getByText("That was 8 days ago")).toBeVisible();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue(
    /Hello Amazon \(US\) team,[^]*It was meant for Ben\.[^]*ends in 7Q4K/u,
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByText("Write down a contact", { exact: true }).click();
  const contact = page.getByRole("form", { name: "Write down a contact" });
  await contact.getByLabel("Time").fill("14:30");
  await contact.getByLabel("Who you spoke to").fill("Marisol");
  await contact.getByLabel("Their reference number").fill("C-1188");
  await contact.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("With Marisol")).toBeVisible();

  await page.getByText("Write down how it ended", { exact: true }).click();
  const end = page.getByRole("form", { name: "How it ended" });
  await end.getByRole("radio", { name: /^Denied/u }).check();
  await end.getByRole("button", { name: "End the case" }).click();
  await expect(page.getByRole("heading", { name: /^Denied on/u })).toBeVisible();
});

test("R33, R36, R93, R107, R108: a question leads to the terms and to a case; files are handed out to be saved only; nothing on the page of third parties can be followed", {
  tag: "@desktop",
}, async ({ page, allowProblem }) => {
  allowProblem(/404/u);
  const household = await givenHousehold(page, "Anna");
  await addStore(page, household, "Amazon (US)");
  const credit = await recordCredit(page, household, {
    holder: "Anna",
    store: "Amazon (US)",
    origin: "Refund",
    amount: "12",
    expires: "never",
  });
  await page.goto(credit);
  await page.getByRole("link", { name: "Unsure about it?" }).click();
  await expect(page.getByRole("region", { name: "Where to look first" }).getByRole("link", { name: "Official terms" })).toBeVisible();
  await page.getByRole("button", { name: "Open the case" }).click();
  await page.getByText("Add a file", { exact: true }).click();
  const form = page.getByRole("form", { name: "Add a file" });
  const send = async (name: string, buffer: Buffer) => {
    await form.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "image/png", buffer });
    await form.getByRole("button", { name: "Add file" }).click();
  };
  await send("receipt.png", Buffer.from("<html><script>alert(1)</script></html>"));
  await expect(form.getByText(/^Only PDF, PNG/u).last()).toBeVisible();
  // Larger than any other form of the app may be.
  await send("receipt.png", Buffer.concat([PNG, Buffer.alloc(9 * 1024 * 1024)]));
  const link = page.getByRole("link", { name: "receipt.png" });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href")) ?? "";
  const file = await page.request.get(address);
  expect(file.headers()).toMatchObject({
    "content-type": "image/png",
    "content-disposition": "attachment; filename*=UTF-8''receipt.png",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });

  await page.getByRole("form", { name: "Remove receipt.png" }).getByRole("button").click();
  await expect(page.getByText("Removed: receipt.png")).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(link).toBeVisible();

  await page.goto(`${new URL(page.url()).pathname}/third-parties`);
  await expect(page.getByRole("list", { name: "Three risks" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByRole("main").getByRole("link")).toHaveCount(0);
});
