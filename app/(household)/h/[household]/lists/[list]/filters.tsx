"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { concerns, homeStore, type Shown } from "@/lib/lists/groups";
import type { ListItem } from "@/lib/lists/queries";
import { onPlainClick, type Address, type Place } from "./address";
import { activeMembers, type Frame } from "./frame";

type Choice = { readonly key: string; readonly change: Partial<Place>; readonly label: ReactNode; readonly current: boolean };

function Choices({ label, choices, address }: { readonly label: string; readonly choices: readonly Choice[]; readonly address: Address }) {
  return (
    <nav className="pills" aria-label={label}>
      {choices.map(({ key, change, label: text, current }) => (
        <a
          key={key}
          href={address.with({ ...change, editing: null })}
          className="pill"
          aria-current={current ? "page" : undefined}
          onClick={(event) => onPlainClick(event)}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}

/** What to show and for whom, as links: they work without scripts, and the back button undoes them. */
export function Filters({
  frame,
  open,
  address,
}: {
  readonly frame: Frame;
  readonly open: readonly ListItem[];
  readonly address: Address;
}) {
  const t = useTranslations("lists.board");
  const members = activeMembers(frame);
  const memberIds = members.map(({ id }) => id);
  const { shown, memberId } = address;
  const ofMember = memberId === null ? open : open.filter((item) => concerns(item, memberId, memberIds));

  const isShown = (kind: Shown["kind"], storeId?: string) => shown.kind === kind && (shown.kind !== "store" || shown.storeId === storeId);
  const somewhere = frame.stores.map((store) => ({
    ...store,
    count: ofMember.filter(({ offers }) => offers.some(({ storeId }) => storeId === store.id)).length,
  }));
  const stores = somewhere.filter(({ id, count }) => count > 0 || isShown("store", id));
  const someday = ofMember.filter(({ priority }) => priority === 3).length;
  const anywhere = ofMember.filter((item) => item.priority !== 3 && homeStore(item, frame.list.storeId) === null).length;
  const choices: Choice[] = [
    { key: "all", change: { shown: { kind: "all" } }, label: t("all", { count: ofMember.length }), current: isShown("all") },
    ...stores.map(({ id, name, count }) => ({
      key: id,
      change: { shown: { kind: "store" as const, storeId: id } },
      label: t("store", { name, count }),
      current: isShown("store", id),
    })),
    ...(stores.length > 0 && (anywhere > 0 || isShown("anywhere"))
      ? [
          {
            key: "anywhere",
            change: { shown: { kind: "anywhere" as const } },
            label: t("anywhere", { count: anywhere }),
            current: isShown("anywhere"),
          },
        ]
      : []),
    ...(someday > 0 || isShown("someday")
      ? [
          {
            key: "someday",
            change: { shown: { kind: "someday" as const } },
            label: t("someday", { count: someday }),
            current: isShown("someday"),
          },
        ]
      : []),
  ];
  const people: Choice[] = [
    { key: "everyone", change: { memberId: null }, label: t("everyone"), current: memberId === null },
    ...members.map(({ id, name, colour }) => {
      const count = open.filter((item) => concerns(item, id, memberIds)).length;
      return {
        key: id,
        change: { memberId: id },
        label: (
          <>
            <Avatar name={name} colour={memberColour(colour)} size="sm" />
            {id === frame.me ? t("you", { count }) : t("member", { name, count })}
          </>
        ),
        current: memberId === id,
      };
    }),
  ];
  return (
    <div className="grid gap-1">
      {choices.length > 1 ? <Choices label={t("showLabel")} choices={choices} address={address} /> : null}
      {members.length > 1 ? <Choices label={t("membersLabel")} choices={people} address={address} /> : null}
    </div>
  );
}
