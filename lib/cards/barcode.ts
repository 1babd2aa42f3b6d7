import bwipjs from "bwip-js/node";

/** What a shop's scanner reads: bars, or a square. */
export const BARCODE_KINDS = ["code128", "qrcode"] as const;
export type BarcodeKind = (typeof BARCODE_KINDS)[number];

/** The code as a picture for a scanner, an SVG with its own white ground; null where bars can't say it. */
export function barcodeSvg(code: string, kind: BarcodeKind): string | null {
  // Code 128 holds plain ASCII only, and long ones are wider than a phone.
  if (kind === "code128" && !/^[\x20-\x7e]{1,40}$/u.test(code)) return null;
  return bwipjs.toSVG({
    bcid: kind,
    text: code,
    backgroundcolor: "FFFFFF",
    padding: kind === "code128" ? 6 : 4,
    ...(kind === "code128" ? { height: 18 } : {}),
  });
}
