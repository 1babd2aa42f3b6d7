import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_session/actor";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { today as todayOf } from "@/lib/auth/actor";
import { mayKeepCards } from "@/lib/cards/card";
import { cardPage, type CardRow } from "@/lib/cards/queries";
import { systemClock } from "@/lib/kernel/clock";
import { cardWords, type CardWords } from "../words";
import { CodeSheet } from "./code-sheet";
import { FactsSheet } from "./facts-sheet";
import { MarkSheet } from "./mark-sheet";

type Props = PageProps<"/h/[household]/cards/[card]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { household, card } = await params;
  const actor = await requireActor(household);
  const page = await cardPage(actor, card);
  return page ? { title: (await cardWords(actor.household.currency, todayOf(actor, systemClock))).title(page.card) } : {};
}

/** What became of it: redeemed for good (R2, R5), with the guard's answers (R7, R9), given away, reported. */
function Became({ card, words: { t, dayText }, base }: { readonly card: CardRow; readonly words: CardWords; readonly base: string }) {
  const lines =
    card.status === "redeemed"
      ? [
          t("page.redeemed", { day: card.redeemedOn ? dayText(card.redeemedOn) : "", name: card.confirmedName }),
          card.purpose ? t("page.purpose", { purpose: card.purpose }) : "",
          card.guardSkipped ? t("page.skipped", { reason: card.guardSkipped }) : "",
        ]
      : card.status === "unredeemed"
        ? [card.reversed ? t("page.reversed") : ""]
        : [t(`page.${card.status}`, { day: card.statusOn ? dayText(card.statusOn) : "" }), card.statusNote];
  const said = lines.filter((line) => line !== "");
  if (said.length === 0) return null;
  return (
    <Note role="status">
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {card.status === "redeemed" && card.creditId ? (
        <TextLink href={`${base}/balances/credits/${card.creditId}`}>{t("page.toCredit")}</TextLink>
      ) : null}
    </Note>
  );
}

export default async function CardPage({ params }: Props) {
  const { household, card: cardId } = await params;
  const actor = await requireActor(household);
  const page = (await cardPage(actor, cardId)) ?? notFound();
  const today = todayOf(actor, systemClock);
  const words = await cardWords(actor.household.currency, today);
  const { t } = words;
  const { card } = page;
  const base = `/h/${actor.householdId}`;
  const keeps = mayKeepCards(actor);
  const over = card.expiresOn !== null && card.expiresOn < today;
  return (
    <>
      <BackLink href={`${base}/cards`}>{t("place")}</BackLink>
      <PageHeader
        above={t(`status.${card.status}`)}
        title={words.title(card)}
        below={
          <span className="flex items-center gap-2">
            <Avatar name={card.holderName} colour={memberColour(card.holderColour)} size="sm" />
            <span>{t("row.holder", { name: card.holderName })}</span>
          </span>
        }
      />
      <Became card={card} words={words} base={base} />
      {keeps && card.status === "redeemed" && card.creditId ? (
        <TextLink href={`${base}/cases/new?credit=${card.creditId}`} className="justify-self-start">
          {t("page.mistake")}
        </TextLink>
      ) : null}
      <Columns>
        <Stack>
          <CodeSheet actor={actor} card={card} words={words} />
          {keeps && card.status === "unredeemed" && !over ? (
            <div className="grid gap-2">
              <LinkButton href={`${base}/cards/${card.id}/redeem`} variant="primary" wide>
                {t("page.redeem")}
              </LinkButton>
              <p className="text-sm text-ink-2">{t("page.redeemHint")}</p>
            </div>
          ) : null}
        </Stack>
        <Stack>
          <FactsSheet actor={actor} page={page} words={words} today={today} />
          {keeps && card.status !== "redeemed" ? <MarkSheet actor={actor} card={card} words={words} /> : null}
        </Stack>
      </Columns>
    </>
  );
}
