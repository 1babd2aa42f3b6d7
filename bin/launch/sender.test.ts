import { describe, expect, it } from "vitest";
import { senderOf } from "./sender.mjs";

describe("senderOf", () => {
  it.each([
    ["203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["::ffff:203.0.113.9", "127.0.0.1", "203.0.113.9"],
    ["2001:db8::1", "10.0.0.1", "2001:db8::1"],
    ["203.0.113.9", undefined, "203.0.113.9"],
  ])("takes %s for who it is, whatever it claims (%s)", (connected, claimed, sender) => {
    expect(senderOf(connected, claimed)).toBe(sender);
  });

  it.each([
    ["127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["::1", "203.0.113.9", "203.0.113.9"],
    ["::ffff:10.1.2.3", "198.51.100.1, 203.0.113.9", "198.51.100.1, 203.0.113.9"],
    ["192.168.1.5", undefined, "192.168.1.5"],
  ])("believes a proxy at %s (%s)", (connected, claimed, sender) => {
    expect(senderOf(connected, claimed)).toBe(sender);
  });

  it("says nothing of a socket that has ended", () => {
    expect(senderOf(undefined, "203.0.113.9")).toBe("");
  });
});
