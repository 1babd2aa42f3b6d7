import { describe, expect, it } from "vitest";
import { cents } from "@/lib/kernel/cents";
import { addDays, day } from "@/lib/kernel/day";
import { byUrgency, type Attention } from "./attention";

const today = day("2026-11-14");
const order = (kind: "methods_back" | "close" | "order", inDays: number): Attention => ({
  kind,
  planId: "p",
  orderId: `${kind}${inDays}`,
  storeName: "Amazon",
  holder: null,
  plannedOn: addDays(today, inDays),
  totalCents: cents(1),
});
const expiring = (inDays: number, holder: string | null = null): Attention => ({
  kind: "expiring",
  creditId: `c${inDays}`,
  origin: "promotion",
  storeName: "Amazon",
  holder,
  freeCents: cents(1),
  expiresOn: addDays(today, inDays),
});
const approve: Attention = {
  kind: "approve",
  planId: "p",
  name: "Saturday",
  totalCents: cents(1),
  cashCents: cents(0),
  parts: [],
  holder: null,
  soonest: null,
};
const price: Attention = { kind: "price", listId: "l", count: 2 };

describe("byUrgency", () => {
  it("puts what can cost money first, then what others wait for, then what time takes", () => {
    const waiting = [
      price,
      expiring(20),
      expiring(9),
      order("close", 0),
      order("order", 5),
      approve,
      order("order", 0),
      order("order", -1),
      order("methods_back", 0),
    ];
    expect(byUrgency(waiting, today)).toEqual([
      order("methods_back", 0),
      order("order", -1),
      approve,
      order("order", 0),
      order("close", 0),
      expiring(9),
      order("order", 5),
      expiring(20),
      price,
    ]);
  });

  it("puts the earlier end first, and one's own before another's", () => {
    expect(byUrgency([expiring(9), expiring(3, "Anna"), expiring(3)], today)).toEqual([expiring(3), expiring(3, "Anna"), expiring(9)]);
  });
});
