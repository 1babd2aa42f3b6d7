import { requireActor } from "@/app/_session/actor";
import { caseFile } from "@/lib/cases/queries";

/**
 * Hands a file of a case to those who may have it, as something to save: never shown in the page's own origin, whatever
 * is in it. Its content security policy, a sandbox that allows nothing, is set by the proxy, which has the last word.
 */
export async function GET(_: Request, { params }: RouteContext<"/h/[household]/cases/[case]/files/[file]">): Promise<Response> {
  const { household, case: caseId, file: fileId } = await params;
  const file = await caseFile(await requireActor(household), caseId, fileId);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.content, {
    headers: {
      "content-type": file.mediaType === "text/plain" ? "text/plain; charset=utf-8" : file.mediaType,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
