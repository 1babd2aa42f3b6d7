import { describe, expect, it } from "vitest";
import { testHousehold } from "@/lib/households/testing/household";
import { present } from "@/lib/kernel/assert";
import { systemClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { addAccount, addStore, archiveStore, changeAccount, editStore, setTaxRates } from "./commands";
import { readStoreForm, taxRates } from "./form";
import { amazonPresetFor } from "./preset";
import { storePage, storesPage } from "./queries";
import { storeFormSchema, taxFormSchema } from "./schema";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const typed = (changes: Record<string, string> = {}) =>
  value(
    readStoreForm(storeFormSchema.parse({ name: "Marlow’s", shippingFee: "4.95", freeShippingFrom: "25", ...changes }), "plain", "USD"),
  );

async function family() {
  const { actors, members } = await testHousehold({
    anna: { role: "owner" },
    ben: { role: "adult" },
    cleo: { role: "child", signsIn: false },
    dana: { role: "child" },
  });
  return {
    anna: present(actors.anna, "anna"),
    ben: present(actors.ben, "ben"),
    dana: present(actors.dana, "dana"),
    cleo: present(members.cleo, "cleo"),
  };
}

describe("stores", () => {
  it("are added by adults, with shipping in the household's currency", async () => {
    const { ben, dana } = await family();
    const id = value(await addStore(ben, newId(), typed()));
    expect((await storePage(ben, id))?.store).toMatchObject({
      name: "Marlow’s",
      shippingFeeCents: 495n,
      freeShippingFromCents: 2500n,
      preset: "plain",
      archived: false,
    });
    expect(await addStore(dana, newId(), typed())).toMatchObject({ failure: { code: "actor.not_allowed" } });
  });

  it("R106: know Amazon (US), where its rules apply: free from $35.00, its own links, the balance first; only for households in dollars", async () => {
    const { ben } = await family();
    const preset = present(amazonPresetFor("USD"), "the preset");
    const id = value(await addStore(ben, newId(), preset));
    expect((await storePage(ben, id))?.store).toMatchObject({
      name: "Amazon (US)",
      region: "United States",
      freeShippingFromCents: 3500n,
      appliesBalanceFirst: true,
      termsUrl: expect.stringContaining("amazon.com"),
    });
    expect(amazonPresetFor("EUR")).toBeNull();
  });

  it("tell the second of two who change one at the same time", async () => {
    const { anna, ben } = await family();
    const id = value(await addStore(ben, newId(), typed()));
    const answers = await Promise.all([
      editStore(ben, newId(), id, 1, typed({ name: "One" })),
      editStore(anna, newId(), id, 1, typed({ name: "Two" })),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "conflict" } });
  });

  it("keep a tax rate by category, the rest at one rate", async () => {
    const { ben } = await family();
    const id = value(await addStore(ben, newId(), typed()));
    value(await setTaxRates(ben, newId(), id, taxRates(taxFormSchema.parse({ rest: "8.875", rate_grocery: "0" }))));
    const rates = new Map((await storePage(ben, id))?.rates.map(({ category, ratePpm }) => [category, ratePpm]));
    expect([rates.get("books"), rates.get("grocery"), rates.size]).toEqual([88_750, undefined, 13]);
    value(await setTaxRates(ben, newId(), id, []));
    expect((await storePage(ben, id))?.rates).toEqual([]);
  });

  it("are put away and brought back; no account is opened meanwhile", async () => {
    const { ben } = await family();
    const id = value(await addStore(ben, newId(), typed()));
    value(await archiveStore(ben, newId(), id, true, systemClock));
    expect((await storePage(ben, id))?.store.archived).toBe(true);
    expect(await addAccount(ben, newId(), { storeId: id, memberId: ben.memberId, kind: "personal", label: "" })).toMatchObject({
      failure: { code: "stores.archived" },
    });
    value(await archiveStore(ben, newId(), id, false, systemClock));
    expect((await storePage(ben, id))?.store.archived).toBe(false);
  });
});

describe("accounts", () => {
  it("belong to a member: adults keep everybody's, a child who sees no balances keeps none", async () => {
    const { anna, ben, dana, cleo } = await family();
    const storeId = value(await addStore(ben, newId(), typed()));
    const account = (memberId: string) => ({ storeId, memberId, kind: "family" as const, label: "Kitchen" });
    const id = value(await addAccount(anna, newId(), account(cleo)));
    expect(await addAccount(dana, newId(), account(dana.memberId))).toMatchObject({ failure: { code: "not_found" } });
    expect(await addAccount(anna, newId(), account(newId()))).toMatchObject({ failure: { code: "not_found" } });
    value(await changeAccount(ben, newId(), id, { kind: "family", label: "Kitchen", status: "suspended" }));
    expect((await storesPage(ben)).accounts).toMatchObject([
      { id, memberId: cleo, memberName: "cleo", kind: "family", status: "suspended", mayKeep: true },
    ]);
    expect((await storesPage(dana)).accounts).toEqual([]);
  });

  it("aren't found from another household", async () => {
    const [ours, theirs] = [await family(), await family()];
    const storeId = value(await addStore(theirs.ben, newId(), typed()));
    expect(await storePage(ours.ben, storeId)).toBeNull();
    expect(await addAccount(ours.ben, newId(), { storeId, memberId: ours.ben.memberId, kind: "personal", label: "" })).toMatchObject({
      failure: { code: "not_found" },
    });
    expect(await editStore(ours.ben, newId(), storeId, 1, typed())).toMatchObject({ failure: { code: "not_found" } });
  });
});
