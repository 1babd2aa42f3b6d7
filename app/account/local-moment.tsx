"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

function write(at: string, locale: string, timeZone?: string): string {
  const options = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...options,
    ...(timeZone ? { timeZone, timeZoneName: "short" } : {}),
  }).format(new Date(at));
}

/** A moment on the clock of whoever reads it; in UTC, and saying so, until scripts know that clock. */
export function LocalMoment({ at, locale }: { readonly at: string; readonly locale: string }) {
  const text = useSyncExternalStore(
    never,
    () => write(at, locale),
    () => write(at, locale, "UTC"),
  );
  return <time dateTime={at}>{text}</time>;
}
