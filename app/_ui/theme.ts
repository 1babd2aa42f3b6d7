export const THEME_COOKIE = "theme";
export type Theme = "light" | "dark" | "system";

/** The look chosen by hand, or the system's. */
export function themeOf(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}
