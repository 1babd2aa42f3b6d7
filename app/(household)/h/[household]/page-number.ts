const MOST = 10_000;

/** The page asked for in an address ("?page=2"), from 1; whatever else stands there is the first. */
export function pageNumber(asked: string | readonly string[] | undefined): number {
  const text = typeof asked === "string" && /^\d{1,5}$/u.test(asked) ? Number(asked) : 1;
  return Math.min(Math.max(1, text), MOST);
}
