import { getLocale } from "next-intl/server";
import { z } from "zod";
import { requireActor } from "@/app/_session/actor";
import { formatMoney } from "@/lib/i18n/money";
import { cents } from "@/lib/kernel/cents";
import { idSchema } from "@/lib/kernel/id";
import { planningRuns } from "@/lib/plans/planning";
import type { Progress } from "../progress";

type Context = RouteContext<"/h/[household]/plans/progress">;

const endSchema = z.object({ run: idSchema, how: z.enum(["best", "stop"]) });

/** How far the person's own planning run has come. Strangers find nothing here; a run of another process has no figures. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor((await params).household);
  const run = new URL(request.url).searchParams.get("run") ?? "";
  const found = planningRuns().progressOf(actor, run);
  if (!found) return answer({ here: false });
  const locale = await getLocale();
  const money = (amount: number) => formatMoney(cents(amount), actor.household.currency, locale);
  const { progress } = found;
  return answer({
    here: true,
    seconds: Math.floor(found.elapsedMs / 1000),
    best: progress && {
      things: progress.best.things,
      cash: money(progress.best.cashCents),
      gap: progress.gapCents === 0 ? null : money(progress.gapCents),
    },
  });
}

/** Ends the person's own run: takes the best plan so far, or stops. The form that waits for it gets the answer. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor((await params).household);
  const asked = endSchema.safeParse(await request.json().catch(() => null));
  const ended = asked.success && planningRuns().end(actor, asked.data.run, asked.data.how);
  return new Response(null, { status: ended ? 204 : 404 });
}

function answer(progress: Progress): Response {
  return Response.json(progress, { headers: { "cache-control": "no-store" } });
}
