import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./place.mjs";

const STYLE = `:root{color-scheme:light dark;--ground:#eef3e8;--sheet:#fdfdf9;--ink:#14271d;--link:#17573a}
@media (prefers-color-scheme:dark){:root{--ground:#111c16;--sheet:#1a2720;--ink:#e9efe4;--link:#9fd3b4}}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
main{max-width:34rem;margin:12vh auto 0;padding:1.5rem;background:var(--sheet);border-radius:.75rem;overflow-wrap:anywhere}
h1{margin:0;font-size:1.5rem;line-height:1.25}a{display:inline-block;padding:.65rem 0;color:var(--link);font-weight:650}`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; frame-ancestors 'none'`;

/** Asked by programs, which read statuses and not pages. */
const NO_PAGE = /^\/(?:api|_next)\//u;

/** @typedef {"malformed" | "outdated" | "tooLarge" | "broken"} Why */

/**
 * Where the framework refuses a request with a bare line of text (a form that is malformed, too large, forged or from an older version, or a bug
 * before any page could be made), the person gets a small page instead: what happened, in plain words, with the number that is in the log.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function inPlainWords(request, response) {
  if (NO_PAGE.test(request.url ?? "")) return;
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  /** The page that goes out instead, once the headers are decided. @type {string | undefined} */
  let page;
  const isBare = () => response.statusCode >= 400 && String(response.getHeader("content-type") ?? "").startsWith("text/plain");

  /** @param {unknown[]} given */
  response.writeHead = (...given) => {
    if (response.headersSent || !isBare()) return Reflect.apply(writeHead, response, given);
    page = refusalPage(whyOf(response.statusCode), String(response.getHeader("x-request-id") ?? ""));
    for (const name of ["content-encoding", "transfer-encoding", "etag"]) response.removeHeader(name);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(page));
    response.setHeader("content-security-policy", POLICY);
    response.setHeader("cache-control", "no-store");
    return writeHead(response.statusCode);
  };
  /** @param {unknown[]} given */
  response.write = (...given) => {
    if (!response.headersSent && isBare()) response.writeHead(response.statusCode);
    return page !== undefined || Reflect.apply(write, response, given);
  };
  /** @param {unknown[]} given */
  response.end = (...given) => {
    if (!response.headersSent && isBare()) response.writeHead(response.statusCode);
    return Reflect.apply(end, response, page === undefined ? given : [page]);
  };
}

/**
 * @param {number} status
 * @returns {Why}
 */
function whyOf(status) {
  if (status === 413) return "tooLarge";
  if (status === 404 || status === 409) return "outdated";
  return status < 500 ? "malformed" : "broken";
}

/**
 * @param {Why} why
 * @param {string} reference
 */
function refusalPage(why, reference) {
  const { refused } = JSON.parse(readFileSync(path.join(ROOT, "messages/en/fatal.json"), "utf8"));
  const number = why === "broken" && /^[\w-]+$/u.test(reference) ? `<p>${refused.reference} ${reference}</p>` : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${refused[why].title}</title><style>${STYLE}</style></head>
<body><main><h1>${refused[why].title}</h1><p>${refused[why].text}</p>${number}<a href="/">${refused.home}</a></main></body></html>`;
}
