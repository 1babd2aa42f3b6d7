import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { behavioursDocument, LAST_ROW, proofsIn, rowsIn, unproven } from "./behaviours";
import { acceptanceRows, allProofs, DOCUMENT } from "./sources";

test("rows are read from titles, one by one and as ranges", () => {
  expect(rowsIn("R62-63, R86, R87 and R97-R99: a title of RR1 and R110")).toEqual([62, 63, 86, 87, 97, 98, 99]);
  const source = `test("R1: one", () => {}); it.each([["a", 1]])("R2: each %s", () => {}); test("none", () => {}); // R3`;
  expect(proofsIn("a.test.ts", source).map(({ title, numbers }) => [title, numbers])).toEqual([
    ["R1: one", [1]],
    ["R2: each %s", [2]],
  ]);
});

test("a row nobody names is missed", () => {
  const all = { file: "a.test.ts", title: "all but one", numbers: rowsIn(`R1-R${LAST_ROW}`).filter((row) => row !== 41) };
  expect(unproven([all])).toEqual([41]);
  expect(behavioursDocument([], [all])).toContain(`Without a test: R41.\n\n${LAST_ROW - 1} of ${LAST_ROW} rows`);
});

test("the acceptance table has every row once", () => {
  expect(
    acceptanceRows()
      .flatMap(({ numbers }) => numbers)
      .sort((a, b) => a - b)
      .filter((row, index, all) => all.indexOf(row) === index),
  ).toEqual(rowsIn(`R1-R${LAST_ROW}`));
});

test("every row has a test that names it", () => {
  expect(unproven(allProofs())).toEqual([]);
});

test("docs/BEHAVIOURS.md is as npm run behaviours writes it", () => {
  expect(readFileSync(DOCUMENT, "utf8")).toBe(behavioursDocument(acceptanceRows(), allProofs()));
});
