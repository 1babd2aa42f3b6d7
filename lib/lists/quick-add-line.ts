/** A word of the line. What stands in quotes is one word and is never interpreted, except after @ or #. */
export type Word = {
  readonly text: string;
  readonly sigil: "" | "@" | "#";
  readonly quoted: boolean;
  readonly raw: string;
  readonly start: number;
};

const WORD = /([@#]?)"((?:[^"\\]|\\.)*)"(?=\s|,|$)|\S+/gu;
const AT_PRICE = /^@\p{Sc}?\d[\d.,]*\p{Sc}?$/u;

/** The line as words, of which the readers take what they understand; the rest is the name. */
export class Line {
  readonly words: readonly Word[];
  readonly #taken = new Set<number>();

  constructor(text: string) {
    this.words = [...text.matchAll(WORD)].flatMap((match): Word[] => {
      const [raw, sigil, quoted] = match;
      if (quoted !== undefined)
        return [{ raw, quoted: true, sigil: sigil as Word["sigil"], text: quoted.replace(/\\(.)/gu, "$1"), start: match.index }];
      // A question mark on a word means what it means alone, and "@3.49" is "at 3.49".
      const doubt = /^([^?]+)\?+$/u.exec(raw)?.[1];
      const whole = doubt ?? raw;
      const pieces = [...(AT_PRICE.test(whole) ? ["@", whole.slice(1)] : [whole]), ...(doubt === undefined ? [] : ["?"])];
      return pieces.map((piece) => {
        const mark = /^[@#](?=\S)/u.exec(piece)?.[0] ?? "";
        return { raw: piece, quoted: false, sigil: mark as Word["sigil"], text: piece.slice(mark.length), start: match.index };
      });
    });
  }

  /** The word in lower case when it is there to be interpreted, else "". */
  plain(index: number): string {
    const word = this.words[index];
    return word && !word.quoted && word.sigil === "" && !this.#taken.has(index) ? word.text.toLowerCase() : "";
  }

  isFree(index: number): boolean {
    return index < this.words.length && !this.#taken.has(index);
  }

  take(from: number, count = 1): void {
    for (let index = from; index < from + count; index += 1) this.#taken.add(index);
  }

  /** Positions of the words nobody took, in order. */
  free(): number[] {
    return this.words.flatMap((_, index) => (this.#taken.has(index) ? [] : [index]));
  }

  /** What is left, as the name: quotes around all of it go, others stay. */
  name(): string {
    const left = this.free().flatMap((index) => this.words[index] ?? []);
    const only = left.length === 1 ? left[0] : undefined;
    if (only?.quoted && only.sigil === "") return only.text.trim();
    return left
      .map(({ raw }) => raw)
      .join(" ")
      .replace(/(?<![\s,;])[\s,;]+$/u, "")
      .trim();
  }
}
