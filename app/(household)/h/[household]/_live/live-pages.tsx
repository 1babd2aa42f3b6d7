"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import type { LiveTopic } from "./live-link";

/** Several changes in a row are looked at once; in ms. */
const GATHER_MS = 250;

/** Which news each place shows. A list follows its own changes; it only wants to know of members and stores. */
function concernsPlace(place: string, topic: LiveTopic): boolean {
  const [section = "", below] = place.split("/");
  if (section === "lists" && below) return topic === "household";
  if (topic === "gap" || topic === "household" || section === "") return true;
  return section === "lists" ? topic === "lists" : section === "plans" ? topic !== "lists" : topic === "balances";
}

/** Looks again when something that the page shows has changed elsewhere, and offers a newer version of the app. Comes after the first paint. */
export function LivePages({ household, build }: { readonly household: string; readonly build: string }) {
  const t = useTranslations("live.update");
  const [newer, setNewer] = useState(false);
  const router = useRouter();
  const path = usePathname();
  const place = useRef("");
  useEffect(() => {
    place.current = path.slice(`/h/${household}/`.length);
  }, [path, household]);

  useEffect(() => {
    let stop: () => void = () => undefined;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (topic: LiveTopic) => {
      if (!concernsPlace(place.current, topic)) return;
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), GATHER_MS);
    };
    const start = async () => {
      const [{ liveLink }, { startWorker }] = await Promise.all([import("./live-link"), import("@/app/_device/worker")]);
      if (stopped) return;
      const link = liveLink(household);
      const ends = [link.onTopic(hear), link.onBuild((running) => setNewer(running !== build))];
      stop = () => ends.forEach((end) => end());
      await startWorker();
    };
    start().catch(() => undefined);
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [household, build, router]);
  if (!newer) return null;
  return (
    <Note role="status">
      <span className="flex flex-wrap items-center justify-between gap-2">
        {t("ready")}
        <Button variant="text" small onClick={() => window.location.reload()}>
          {t("load")}
        </Button>
      </span>
    </Note>
  );
}
