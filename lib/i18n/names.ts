/** "Anna, Ben and Cleo". English without the comma before "and". */
export function formatNames(names: readonly string[], locale: string): string {
  const regional = locale === "en" ? "en-GB" : locale;
  return new Intl.ListFormat(regional, { style: "long", type: "conjunction" }).format(names);
}

/** The letter an avatar shows: the first letter or digit of the name, in capitals. */
export function nameLetter(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? "?";
  return first.toUpperCase();
}
