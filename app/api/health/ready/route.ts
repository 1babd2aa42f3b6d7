import { schemaIsReady } from "@/lib/db/ready";

/** Says whether people can be served: the database answers and all migrations are applied. */
export async function GET(): Promise<Response> {
  const ready = await schemaIsReady();
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
export const dynamic = "force-dynamic";
