const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const SECRET_SEGMENT = /^[\w~.-]{20,}$/u;
const LONGEST = 200;

/** An address as the log may know it: without its query, and without what a link keeps secret in its path (an invite's token). */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/u, 1)[0] ?? "";
  const segments = path.split("/").map((segment, at, all) => {
    const secret = all[at - 1] === "join" ? segment !== "" : SECRET_SEGMENT.test(segment) && !UUID.test(segment);
    return secret ? "[hidden]" : segment;
  });
  return segments.join("/").slice(0, LONGEST);
}
