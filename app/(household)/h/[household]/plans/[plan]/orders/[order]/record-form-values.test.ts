import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/id";
import { readRecordForm } from "./record-form-values";

const [rice, book, credit, payer, order] = [newId(), newId(), newId(), newId(), newId()] as const;
const form = (more: Record<string, unknown> = {}) => ({
  orderId: order,
  orderNumber: "112",
  orderedOn: day("2026-11-22"),
  shipping: "5",
  total: "24.25",
  cashPayer: payer,
  [`outcome_${rice}`]: "bought",
  [`amount_${rice}`]: "14.25",
  [`outcome_${book}`]: "failed",
  [`paid_${credit}`]: "10,00",
  ...more,
});

describe("readRecordForm", () => {
  it("reads every amount as typed; what wasn't bought costs nothing", () => {
    expect(readRecordForm(form(), 2)).toEqual({
      ok: true,
      value: {
        orderId: order,
        orderNumber: "112",
        orderedOn: "2026-11-22",
        shippingCents: 500n,
        totalCents: 2425n,
        cashPayerId: payer,
        lines: [
          { lineId: rice, outcome: "bought", amountCents: 1425n },
          { lineId: book, outcome: "failed", amountCents: 0n },
        ],
        payments: [{ creditId: credit, cents: 1000n }],
      },
    });
  });

  it("takes a blank shipping or payment as nothing", () => {
    expect(readRecordForm(form({ shipping: undefined, [`paid_${credit}`]: undefined }), 2)).toMatchObject({
      ok: true,
      value: { shippingCents: 0n },
    });
  });

  it.each([
    ["an amount with too many digits", { [`amount_${rice}`]: "14.255" }, "money.digits", `amount_${rice}`],
    ["an amount that isn't one", { [`amount_${rice}`]: "🍚" }, "money.format", `amount_${rice}`],
    ["a missing amount", { [`amount_${rice}`]: undefined }, "required", `amount_${rice}`],
    ["a negative payment", { [`paid_${credit}`]: "-1" }, "money.negative", `paid_${credit}`],
    ["a huge total", { total: "99999999999999999" }, "money.huge", "total"],
    ["an outcome nobody offered", { [`outcome_${rice}`]: "stolen" }, "choice", `outcome_${rice}`],
  ])("names the field of %s", (_, more, code, field) => {
    expect(readRecordForm(form(more), 2)).toEqual({ ok: false, failure: { code, field } });
  });

  it("doesn't read a form of endless fields, nor one whose names carry no id", () => {
    expect(readRecordForm(form(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`x${index}`, ""]))), 2)).toMatchObject({
      ok: false,
    });
    expect(readRecordForm(form({ "paid_1' or 1=1": "3" }), 2)).toMatchObject({ ok: true, value: { payments: [{ creditId: credit }] } });
  });
});
