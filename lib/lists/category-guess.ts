import type { Category } from "@/lib/stores/category";
import { CATEGORY_WORDS } from "./category-words";
import { foldName } from "./name-match";

const BY_PHRASE: ReadonlyMap<string, Category> = new Map(
  (Object.keys(CATEGORY_WORDS) as (keyof typeof CATEGORY_WORDS)[]).flatMap((category) =>
    CATEGORY_WORDS[category].split(",").map((phrase) => [phrase, category]),
  ),
);
const LONGEST = 3;

/** The forms under which a word may stand in the table: as it is, and as the singular of a plural. */
function singulars(word: string): string[] {
  return [word, word.replace(/ies$/u, "y"), word.replace(/(?<=o|sh|ch|x|ss)es$/u, ""), word.replace(/ves$/u, "f"), word.replace(/s$/u, "")];
}

/** What an item called so probably is; "other" when nothing gives it away. People can always say otherwise. */
export function guessCategory(name: string): Category {
  const words = foldName(name.slice(0, 200)).split(" ");
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    for (let end = words.length; end >= length; end -= 1) {
      const before = words.slice(end - length, end - 1);
      for (const last of singulars(words[end - 1] ?? "")) {
        const found = BY_PHRASE.get([...before, last].join(" "));
        if (found) return found;
      }
    }
  }
  return "other";
}
