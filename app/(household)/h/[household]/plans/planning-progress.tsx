"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useFormScope } from "@/app/_forms/form-context";
import { COMMAND_ID } from "@/app/_forms/state";
import { Button } from "@/app/_ui/button";
import { progressSchema, type Progress } from "./progress";

/** A plan that is there within a second needs no words. */
const PATIENCE_MS = 1_000;
const EVERY_MS = 700;

/**
 * Inside a form that makes a plan: how far it is, once it takes longer than a second, with the best plan so far to be taken,
 * or all of it to be stopped. Without scripts the form just waits.
 */
export function PlanningProgress({ household }: { readonly household: string }) {
  const { pending } = useFormScope();
  const place = useRef<HTMLDivElement>(null);
  return <div ref={place}>{pending ? <Running household={household} place={place} /> : null}</div>;
}

function Running({ household, place }: { readonly household: string; readonly place: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations("plans.working");
  const [progress, setProgress] = useState<Progress | null>(null);
  const [ending, setEnding] = useState(false);
  const address = `/h/${household}/plans/progress`;

  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const found = await readProgress(`${address}?run=${runOf(place)}`, gone.signal);
      if (gone.signal.aborted) return;
      setProgress(found);
      timer = setTimeout(() => void look(), EVERY_MS);
    };
    timer = setTimeout(() => void look(), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [address, place]);

  const end = async (how: "best" | "stop") => {
    setEnding(true);
    const body = JSON.stringify({ run: runOf(place), how });
    const answer = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body }).catch(() => null);
    if (!answer?.ok) setEnding(false);
  };

  if (!progress) return null;
  const best = progress.here ? progress.best : null;
  return (
    <div className="note">
      <div className="grid min-w-0 flex-1 gap-1">
        <p role="status" className="font-[650]">
          {t(ending ? "ending" : "still")}
        </p>
        {best ? (
          <p>
            {t("best", { count: best.things, cash: best.cash })} {best.gap === null ? t("proven") : t("gap", { gap: best.gap })}
          </p>
        ) : null}
        <p className="text-sm text-ink-2">
          {progress.here ? t("seconds", { count: progress.seconds }) : null} {t("leave")}
        </p>
        {progress.here ? (
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
    </div>
  );
}

/** A run is known by the id of the command its form has sent. */
function runOf(place: RefObject<HTMLDivElement | null>): string {
  const sent = place.current?.closest("form")?.elements.namedItem(COMMAND_ID);
  return sent instanceof HTMLInputElement ? sent.value : "";
}

async function readProgress(address: string, signal: AbortSignal): Promise<Progress> {
  const without: Progress = { here: false };
  try {
    const answer = await fetch(address, { signal, cache: "no-store" });
    return answer.ok ? (progressSchema.safeParse(await answer.json()).data ?? without) : without;
  } catch {
    return without;
  }
}
