/** Which of the places a path lies in: the longest one it equals or lies under. */
export function currentPlace(path: string, places: readonly string[]): string | undefined {
  return places.filter((place) => path === place || path.startsWith(`${place}/`)).toSorted((a, b) => b.length - a.length)[0];
}
