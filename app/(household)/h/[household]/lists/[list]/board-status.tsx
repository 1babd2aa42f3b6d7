"use client";

import { useTranslations } from "next-intl";
import { memberColour, PeopleChip } from "@/app/_ui/avatar";
import { Note, SyncLabel } from "@/app/_ui/feedback";
import { formatMoment } from "@/lib/i18n/days";
import { formatNames } from "@/lib/i18n/names";
import type { ListItem } from "@/lib/lists/queries";
import type { Sending } from "./board-store";
import type { ItemWords } from "./describe-item";
import type { Frame } from "./frame";

type SyncProps = { readonly unsent: number; readonly waiting: number; readonly sending: Sending };

/** Saved, on its way, waiting for the network, or waiting for a person. */
export function BoardSync({ unsent, waiting, sending }: SyncProps) {
  return (
    <SyncLabel
      state={
        unsent > 0
          ? { kind: "needsYou", count: unsent }
          : waiting > 0
            ? { kind: sending === "ok" ? "sending" : "waiting", count: waiting }
            : { kind: "saved" }
      }
    />
  );
}

/** Why nothing is sent just now, and that nothing is lost. */
export function AwayNote({ waiting, sending }: SyncProps) {
  const t = useTranslations("lists.away");
  if (sending === "ok") return null;
  const here = typeof window === "undefined" ? "" : window.location.pathname;
  return (
    <Note kind="offline" role="status">
      {t(sending, { count: waiting })}
      {sending === "away" ? null : (
        <>
          {" "}
          <a className="underline underline-offset-3" href={`/sign-in?next=${encodeURIComponent(here)}`}>
            {t("signInLink")}
          </a>
        </>
      )}
    </Note>
  );
}

/** Who else is on the list now, and who ticked last, in a quiet line. */
export function WhoIsHere({
  here,
  done,
  frame,
  words,
}: {
  readonly here: readonly string[];
  readonly done: readonly ListItem[];
  readonly frame: Frame;
  readonly words: ItemWords;
}) {
  const t = useTranslations("lists.page");
  const people = frame.members.filter(({ id }) => here.includes(id));
  const last = done.find(({ status, statusAt }) => status === "checked" && statusAt !== null);
  const lastBy = frame.members.find(({ id }) => id === last?.statusById);
  const when = last?.statusAt ? formatMoment(last.statusAt, frame.timeZone, words.locale, new Date(frame.now)) : "";
  const face = ({ name, colour }: { readonly name: string; readonly colour: number }) => ({ name, colour: memberColour(colour) });
  if (people.length === 0 && !lastBy) return null;
  return (
    <p className="row-meta text-sm text-ink-2">
      {people.length > 0 ? (
        <PeopleChip people={people.map(face)}>
          {t("here", {
            count: people.length,
            names: formatNames(
              people.map(({ name }) => name),
              words.locale,
            ),
          })}
        </PeopleChip>
      ) : null}
      {lastBy ? (
        <PeopleChip people={people.length > 0 ? [] : [face(lastBy)]}>
          {lastBy.id === frame.me ? t("lastTickYou", { when }) : t("lastTick", { name: lastBy.name, when })}
        </PeopleChip>
      ) : null}
    </p>
  );
}
