/**
 * A place inside this app to go on to after signing in, from the untrusted `next` of an address or a form;
 * anything that could lead elsewhere becomes `fallback`.
 */
export function safeNext(next: unknown, fallback = "/"): string {
  if (typeof next !== "string" || next.length > 1000 || !next.startsWith("/")) return fallback;
  // Browsers read "\" as "/", and drop tabs and newlines: both can turn a path into another host.
  if (/[\\\u0000-\u001f\u007f]/u.test(next)) return fallback;
  const { origin, pathname, search } = new URL(next, "http://app.invalid");
  // "/..//host" only becomes "//host" when it is resolved.
  return origin === "http://app.invalid" && !pathname.startsWith("//") ? pathname + search : fallback;
}
