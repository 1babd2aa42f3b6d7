import localFont from "next/font/local";

// The font loader reads these calls without running them: every value must be written out.

/** The display face (headings, hero amounts). Only the Latin subset is fetched ahead; the extended one when a glyph needs it. */
const besley = localFont({
  src: "../node_modules/@fontsource-variable/besley/files/besley-latin-wght-normal.woff2",
  weight: "400 900",
  variable: "--font-besley-latin",
  adjustFontFallback: "Times New Roman",
});
const besleyExtended = localFont({
  src: "../node_modules/@fontsource-variable/besley/files/besley-latin-ext-wght-normal.woff2",
  weight: "400 900",
  variable: "--font-besley-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** The interface face (everything else, and every column of money). */
const hanken = localFont({
  src: "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-hanken-latin",
  adjustFontFallback: "Arial",
});
const hankenExtended = localFont({
  src: "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-hanken-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** Class names that define the font variables; they go on <html>. */
export const fontVariables = [besley, besleyExtended, hanken, hankenExtended].map((font) => font.variable).join(" ");
