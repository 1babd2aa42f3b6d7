/** A row of docs/ACCEPTANCE.md. */
export type Row = { readonly name: string; readonly numbers: readonly number[]; readonly behaviour: string; readonly where: string };

/** A test whose title names rows. */
export type Proof = { readonly file: string; readonly title: string; readonly numbers: readonly number[] };

/** How many rows there are to prove. */
export const LAST_ROW = 109;

const NAMED = /\bR(\d{1,3})(?:\s?[-–]\s?R?(\d{1,3}))?\b/gu;
const TITLE = /(?:\b(?:test|it|describe)|\))\(\s*(["'`])((?:\\.|(?!\1)[\s\S])*?)\1/gu;

/** The rows a text names: "R41", "R62-63", "R86, R87". */
export function rowsIn(text: string): number[] {
  const named = [...text.matchAll(NAMED)].flatMap(([, from, to]) => {
    const [first, last] = [Number(from), Number(to ?? from)];
    return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => first + index);
  });
  return [...new Set(named)].filter((row) => row >= 1 && row <= LAST_ROW).sort((a, b) => a - b);
}

/** The tests of a source file that name rows. */
export function proofsIn(file: string, source: string): Proof[] {
  return [...source.matchAll(TITLE)]
    .map(([, , title = ""]) => ({ file, title: title.replaceAll(/\s+/gu, " "), numbers: rowsIn(title) }))
    .filter(({ numbers }) => numbers.length > 0);
}

/** The rows of the acceptance table. */
export function rowsOf(markdown: string): Row[] {
  return markdown
    .split("\n")
    .filter((line) => line.startsWith("| R"))
    .map((line) => {
      const [name = "", , behaviour = "", where = ""] = line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim());
      return { name, numbers: rowsIn(name), behaviour, where };
    });
}

/** The rows no test names. */
export function unproven(proofs: readonly Proof[]): number[] {
  const proven = new Set(proofs.flatMap(({ numbers }) => numbers));
  return Array.from({ length: LAST_ROW }, (_, index) => index + 1).filter((row) => !proven.has(row));
}

const MOST_LISTED = 6;

function testsCell(proofs: readonly Proof[], numbers: readonly number[]): string {
  const own = proofs.filter((proof) => proof.numbers.some((row) => numbers.includes(row)));
  const listed = own.slice(0, MOST_LISTED).map(({ file, title }) => `${file}: ${title.replaceAll("|", "\\|")}`);
  return [...listed, ...(own.length > MOST_LISTED ? [`and ${own.length - MOST_LISTED} more`] : [])].join("<br>") || "none";
}

/** docs/BEHAVIOURS.md as it has to be. */
export function behavioursDocument(rows: readonly Row[], proofs: readonly Proof[]): string {
  const missing = unproven(proofs);
  return [
    "# Behaviours",
    "",
    "Written by `npm run behaviours` from [ACCEPTANCE.md](ACCEPTANCE.md) and the titles of the tests. Not to be changed by hand.",
    "",
    "| # | behaviour | where in the app | tests |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ name, numbers, behaviour, where }) => `| ${name} | ${behaviour} | ${where} | ${testsCell(proofs, numbers)} |`),
    "",
    ...(missing.length > 0 ? [`Without a test: ${missing.map((row) => `R${row}`).join(", ")}.`, ""] : []),
    `${LAST_ROW - missing.length} of ${LAST_ROW} rows have a test that names them.`,
    "",
  ].join("\n");
}
