import { NextResponse, type NextRequest } from "next/server";
import { newId } from "@/lib/kernel/id";

const REQUEST_ID = /^[\w-]{8,64}$/u;

function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Proportions (bars, ribbons) are style attributes; stylesheets and <style> still need the nonce.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The most a form may weigh; next.config.js has the larger of the two for all, and would answer with a mere "500". */
const LARGEST_FORM_BYTES = 1024 * 1024;
/** On the pages of a case, which keeps files of 10 MB. */
const LARGEST_FILE_FORM_BYTES = 11 * 1024 * 1024;
const CASE = /^\/h\/[^/]+\/cases\/[^/]+$/u;
/** A file of a case: something to save, whose content may do nothing at all. */
const CASE_FILE = /^\/h\/[^/]+\/cases\/[^/]+\/files\/[^/]+$/u;

/** Where a page's script posts JSON: a route judges it, and no form of another site can send that type. */
const FOR_SCRIPTS = /^\/h\/[^/]+\/plans\/progress$/u;

/** Why the form in a request can't be read, as a status of HTTP; or undefined, and it is for the page's action to judge it. */
async function unreadable(request: NextRequest): Promise<number | undefined> {
  if (request.method !== "POST" || request.nextUrl.pathname.startsWith("/api/")) return undefined;
  const largest = CASE.test(request.nextUrl.pathname) ? LARGEST_FILE_FORM_BYTES : LARGEST_FORM_BYTES;
  if (Number(request.headers.get("content-length") ?? 0) > largest) return 413;
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/json") && FOR_SCRIPTS.test(request.nextUrl.pathname)) return undefined;
  if (!type.startsWith("multipart/form-data")) return request.headers.has("next-action") ? undefined : 415;
  const body = await request.arrayBuffer();
  if (body.byteLength > largest) return 413;
  return new Response(body, { headers: { "content-type": type } }).formData().then(
    () => undefined,
    () => 400,
  );
}

/**
 * Gives every page a nonce for its scripts, an id that ties the page to its log lines, and the security headers.
 * It decides nothing about who may see what: that is done where the data is read.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const given = request.headers.get("x-request-id") ?? "";
  const requestId = REQUEST_ID.test(given) ? given : newId();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");

  const forwarded = new Headers(request.headers);
  forwarded.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  forwarded.set("x-nonce", nonce);
  forwarded.set("x-request-id", requestId);
  forwarded.set("content-security-policy", policy);

  const refused = await unreadable(request);
  // The launcher's server makes a page of it.
  const response = refused
    ? new NextResponse("This form can't be read.", { status: refused, headers: { "content-type": "text/plain" } })
    : NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("content-security-policy", CASE_FILE.test(request.nextUrl.pathname) ? "default-src 'none'; sandbox" : policy);
  response.headers.set("x-request-id", requestId);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("permissions-policy", "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  if (request.headers.get("x-forwarded-proto") === "https" || request.nextUrl.protocol === "https:") {
    response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  }
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image).*)"] };
