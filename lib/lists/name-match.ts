/** Text made comparable: lower case, without accents and without signs between the words. */
export function foldName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export type Named = { readonly id: string; readonly name: string };

/** Those whose name begins with what was typed, word by word: "corn mar" finds "Corner Market". */
export function startingWith<T extends Named>(typed: string, among: readonly T[]): T[] {
  const wanted = foldName(typed);
  if (wanted === "") return [];
  const exact = among.filter(({ name }) => foldName(name) === wanted);
  if (exact.length > 0) return exact;
  const words = wanted.split(" ");
  return among.filter(({ name }) => {
    const own = foldName(name).split(" ");
    return own.some((_, start) => words.every((word, index) => own[start + index]?.startsWith(word)));
  });
}

/** The one called so by the whole name, or by the first name when only one has it. */
export function calledSo<T extends Named>(typed: string, among: readonly T[]): T | null {
  const wanted = foldName(typed);
  if (wanted === "") return null;
  const exact = among.filter(({ name }) => foldName(name) === wanted);
  if (exact.length === 1) return exact[0] ?? null;
  const first = among.filter(({ name }) => foldName(name).split(" ")[0] === wanted);
  return exact.length === 0 && first.length === 1 ? (first[0] ?? null) : null;
}
