/**
 * The seven points to go through with a balance (R40), in their order, each with the rows of the behaviour it stands
 * for. Their words are `cases.points` in the messages.
 */
export const POINTS = [
  { point: "account", rows: ["R8"] },
  { point: "purpose", rows: ["R9"] },
  { point: "running_list", rows: ["R10", "R11", "R16"] },
  { point: "options", rows: ["R1", "R29"] },
  { point: "records", rows: ["R32", "R33", "R35"] },
  { point: "support", rows: ["R30", "R31", "R34"] },
  { point: "third_parties", rows: ["R36", "R37", "R38", "R39"] },
] as const;

export type Point = (typeof POINTS)[number]["point"];
