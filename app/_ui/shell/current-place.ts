/** Which of the places a path lies in: the longest one it equals or lies under. Home, which all the others lie under, is only itself. */
export function currentPlace(path: string, places: readonly string[]): string | undefined {
  const isHome = (place: string) => places.some((other) => other.startsWith(`${place}/`));
  return places
    .filter((place) => path === place || (path.startsWith(`${place}/`) && !isHome(place)))
    .toSorted((a, b) => b.length - a.length)[0];
}
