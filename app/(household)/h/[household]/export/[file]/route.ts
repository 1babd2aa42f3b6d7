import { notFound } from "next/navigation";
import { requireActor } from "@/app/_session/actor";
import { toCsv } from "@/lib/exports/csv";
import { exportEverything, exportPart } from "@/lib/exports/queries";
import { systemClock } from "@/lib/kernel/clock";

/** A file to keep: never shown in the browser, never kept by anything on the way. */
function file(name: string, type: string, content: string): Response {
  return new Response(content, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="commonpurse-${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

/** `everything.json`, or one table as `<name>.csv`. */
export async function GET(_request: Request, { params }: RouteContext<"/h/[household]/export/[file]">): Promise<Response> {
  const { household, file: name } = await params;
  const actor = await requireActor(household);
  if (name === "everything.json")
    return file(name, "application/json", JSON.stringify(await exportEverything(actor, systemClock), undefined, 1));
  const part = name.endsWith(".csv") ? await exportPart(actor, name.slice(0, -4)) : null;
  if (!part) notFound();
  return file(name, "text/csv", toCsv(part.columns, part.rows, actor.household.currency));
}
