"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
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

/** Looks again when something that the page shows has changed elsewhere. Comes after the first paint, and needs no words. */
export function LivePages({ household }: { readonly household: string }) {
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
    void import("./live-link").then(
      ({ liveLink }) => {
        if (!stopped) stop = liveLink(household).onTopic(hear);
      },
      () => undefined,
    );
    return () => {
      stopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [household, router]);
  return null;
}
