import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { describeValues } from "@/app/_forms/describe";
import { requireActor } from "@/app/_session/actor";
import { formatMoney } from "@/lib/i18n/money";
import { cents } from "@/lib/kernel/cents";
import { idSchema } from "@/lib/kernel/id";
import type { Failure } from "@/lib/kernel/result";
import { planningRuns } from "@/lib/plans/planning";
import { plannedBy } from "@/lib/plans/queries";
import type { Progress } from "../progress";

type Context = RouteContext<"/h/[household]/plans/progress">;

const endSchema = z.object({ run: idSchema, how: z.enum(["best", "stop"]) });

/** How far the person's own planning run has come. Strangers find nothing here; a run of another process has no figures. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor((await params).household);
  const run = new URL(request.url).searchParams.get("run") ?? "";
  const outcome = planningRuns().outcomeOf(actor, run);
  if (outcome?.ok) return answer({ state: "done", planId: outcome.value.planId });
  if (outcome) return answer({ state: "failed", text: await inWords(outcome.failure) });
  const found = planningRuns().progressOf(actor, run);
  if (!found) {
    const planId = await plannedBy(actor, run);
    return answer(planId === null ? { state: "elsewhere" } : { state: "done", planId });
  }
  const locale = await getLocale();
  const money = (amount: number) => formatMoney(cents(amount), actor.household.currency, locale);
  const { progress } = found;
  return answer({
    state: "here",
    seconds: Math.floor(found.elapsedMs / 1000),
    best: progress && {
      things: progress.best.things,
      cash: money(progress.best.cashCents),
      gap: progress.gapCents === 0 ? null : money(progress.gapCents),
    },
  });
}

/** Ends the person's own run: takes the best plan so far, or stops. The page that waits for it hears of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor((await params).household);
  const asked = endSchema.safeParse(await request.json().catch(() => null));
  const ended = asked.success && planningRuns().end(actor, asked.data.run, asked.data.how);
  return new Response(null, { status: ended ? 204 : 404 });
}

async function inWords({ code, values }: Failure): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("errors"), getLocale()]);
  return t(t.has(code) ? code : "unexpected", values ? { ...describeValues(values, locale) } : undefined);
}

function answer(progress: Progress): Response {
  return Response.json(progress, { headers: { "cache-control": "no-store" } });
}
