/** A code as it is kept: without the blanks people type between groups. */
export function cleanCode(typed: string): string {
  return typed.replaceAll(/\s+/gu, "");
}

/** What two ways of writing the same code have in common. */
export function sameCode(a: string, b: string): boolean {
  const bare = (code: string) => code.replaceAll(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  return bare(a) === bare(b);
}

const TAIL = 4;

/** The end of a code that the screen may show: four characters at most, and never more than a third of it. */
export function codeTail(code: string): string {
  const shown = Math.min(TAIL, Math.floor(code.length / 3));
  return shown === 0 ? "" : code.slice(-shown);
}

/** A code as the screen shows it until it is revealed (R32, R40). */
export function maskedCode(tail: string): string {
  return `•••• ${tail}`.trim();
}
