import { describe, expect, it } from "vitest";
import { newHouseholdSchema, newInviteSchema, timeZoneSchema } from "./schema";

const household = { name: " Ferreira ", kind: "family", currency: "USD", timeZone: "America/New_York" };

describe("newHouseholdSchema", () => {
  it("trims the name and keeps the rest", () => {
    expect(newHouseholdSchema.parse(household)).toEqual({ ...household, name: "Ferreira" });
  });

  it.each([
    { name: "  " },
    { name: "x".repeat(81) },
    { kind: "company" },
    { currency: "usd" },
    { currency: "ABC" },
    { timeZone: "Mars/Olympus" },
    { timeZone: "+02:00" },
    { timeZone: "" },
  ])("refuses %j", (wrong) => {
    expect(newHouseholdSchema.safeParse({ ...household, ...wrong }).success).toBe(false);
  });
});

describe("timeZoneSchema", () => {
  it.each([...Intl.supportedValuesOf("timeZone").slice(0, 40), "UTC", "Asia/Kolkata"])("takes %s", (zone) => {
    expect(timeZoneSchema.parse(zone)).toBe(zone);
  });
});

describe("newInviteSchema", () => {
  it("may be bound to an address, kept in lower case", () => {
    expect(newInviteSchema.parse({ role: "adult" })).toEqual({ role: "adult", email: null });
    expect(newInviteSchema.parse({ role: "child", email: " Ben@Ferreira.Example " })).toEqual({
      role: "child",
      email: "ben@ferreira.example",
    });
  });

  it.each([{ role: "owner" }, { role: "adult", email: "ben" }, {}])("refuses %j", (wrong) => {
    expect(newInviteSchema.safeParse(wrong).success).toBe(false);
  });
});
