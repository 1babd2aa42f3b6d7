"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useFormScope } from "@/app/_forms/form-context";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import { progressSchema, type Progress } from "./progress";

const EVERY_MS = 700;
/** So often in a row nothing is heard of a plan until it counts as lost: about a minute. */
const MOST_UNHEARD = 85;

const never = () => () => undefined;

/**
 * Inside a form that makes a plan. A plan that is there within a second needs no words. One that takes longer goes on by
 * itself: its action has answered, so the page stays usable, and here it says how far it is, with the best plan so far to
 * be taken, or all of it to be stopped. Without scripts the form just waits.
 */
export function PlanningProgress({ household }: { readonly household: string }) {
  const { pending, state } = useFormScope();
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const run = state.shown?.["working"];
  return (
    <>
      {scripted ? <input type="hidden" name="scripted" value="yes" readOnly /> : null}
      {!pending && typeof run === "string" ? <Running key={run} household={household} run={run} /> : null}
    </>
  );
}

function Running({ household, run }: { readonly household: string; readonly run: string }) {
  const t = useTranslations("plans.working");
  const [progress, setProgress] = useState<Progress | null>(null);
  const [lost, setLost] = useState(false);
  const [ending, setEnding] = useState(false);
  const router = useRouter();
  const here = usePathname();
  const plans = `/h/${household}/plans`;

  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unheard = 0;
    const look = async () => {
      const found = await readProgress(`${plans}/progress?run=${run}`, gone.signal);
      if (gone.signal.aborted) return;
      setProgress(found);
      unheard = found.state === "elsewhere" ? unheard + 1 : 0;
      if (found.state === "done" && here === `${plans}/${found.planId}`) router.refresh();
      else if (found.state === "done") router.push(`${plans}/${found.planId}`);
      else if (unheard > MOST_UNHEARD) setLost(true);
      else if (found.state !== "failed") timer = setTimeout(() => void look(), EVERY_MS);
    };
    void look();
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [here, plans, router, run]);

  const end = async (how: "best" | "stop") => {
    setEnding(true);
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${plans}/progress`, { method: "POST", headers, body: JSON.stringify({ run, how }) }).catch(() => null);
    if (!answer?.ok) setEnding(false);
  };

  if (progress?.state === "done") return null;
  if (lost || progress?.state === "failed")
    return (
      <Note kind="problem" role="alert">
        {progress?.state === "failed" ? progress.text : t("lost")}
      </Note>
    );
  const figures = progress?.state === "here" ? progress : null;
  const best = figures?.best;
  return (
    <Note>
      <div className="grid gap-1">
        <p role="status" className="font-[650]">
          {t(ending ? "ending" : "still")}
        </p>
        {best ? (
          <p>
            {t("best", { count: best.things, cash: best.cash })} {best.gap === null ? t("proven") : t("gap", { gap: best.gap })}
          </p>
        ) : null}
        <p className="text-sm text-ink-2">
          {figures ? t("seconds", { count: figures.seconds }) : null} {t("leave")}
        </p>
        {figures ? (
          <div className="flex flex-wrap gap-2 pt-1">
            {best ? (
              <Button variant="quiet" pending={ending} onClick={() => void end("best")}>
                {t("takeBest")}
              </Button>
            ) : null}
            <Button variant="text" pending={ending} onClick={() => void end("stop")}>
              {t("stop")}
            </Button>
          </div>
        ) : null}
      </div>
    </Note>
  );
}

async function readProgress(address: string, signal: AbortSignal): Promise<Progress> {
  const unheard: Progress = { state: "elsewhere" };
  try {
    const answer = await fetch(address, { signal, cache: "no-store" });
    return answer.ok ? (progressSchema.safeParse(await answer.json()).data ?? unheard) : unheard;
  } catch {
    return unheard;
  }
}
