import { getLocale, getTranslations } from "next-intl/server";
import { describeValues } from "@/app/_forms/describe";
import { isFromOwnPage, requestActor } from "@/app/_session/request-actor";
import { isId } from "@/lib/kernel/id";
import type { Failure } from "@/lib/kernel/result";
import { syncList } from "@/lib/lists/sync";
import { sendingSchema } from "@/lib/lists/sync-schema";
import { changesToWire } from "@/lib/lists/wire";

/** The longest sending, in characters: a hundred items with long notes. */
const LONGEST = 1_000_000;

function status(code: number): Response {
  return new Response(null, { status: code, headers: { "cache-control": "no-store" } });
}

async function inWords({ code, values = {} }: Failure): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("errors"), getLocale()]);
  return t.has(code) ? t(code, { ...describeValues(values, locale) }) : t("unexpected");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Takes what was done on a device, in its order, and answers what has changed. 401: sign in, then send again; 409: it was done by another
 * member than the one who is signed in now.
 */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly household: string; readonly list: string }> },
): Promise<Response> {
  if (!isFromOwnPage(request)) return status(403);
  if (!request.headers.get("content-type")?.startsWith("application/json")) return status(415);
  const { household, list } = await params;
  const asking = await requestActor(household);
  if (typeof asking === "number") return status(asking);
  const text = await request.text();
  if (text.length > LONGEST) return status(413);
  const sending = sendingSchema.safeParse(parsed(text));
  if (!sending.success) return status(400);
  if (sending.data.member !== asking.actor.memberId) return status(409);
  const synced = isId(list) ? await syncList(asking.actor, list, sending.data) : null;
  if (!synced) return status(404);
  const answers = await Promise.all(
    synced.answers.map(async (answer) =>
      answer.ok ? { id: answer.id } : { id: answer.id, problem: { code: answer.failure.code, text: await inWords(answer.failure) } },
    ),
  );
  return Response.json({ answers, changes: changesToWire(synced.changes) }, { headers: { "cache-control": "no-store" } });
}
