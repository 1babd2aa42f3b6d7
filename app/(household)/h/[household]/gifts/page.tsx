import { Gift } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextareaField } from "@/app/_forms/fields";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, today as todayOf } from "@/lib/auth/actor";
import { giftsPage } from "@/lib/gifts/queries";
import { systemClock } from "@/lib/kernel/clock";
import { changeGiftWish } from "./actions";
import { giftWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gifts"))("title") };
}

/** The gifts ahead and given, and what the person likes to be given (R26, R27). */
export default async function GiftsPage({ params }: PageProps<"/h/[household]/gifts">) {
  const actor = await requireActor((await params).household);
  const today = todayOf(actor, systemClock);
  const [{ gifts, wish }, { t, row, dayText }] = await Promise.all([giftsPage(actor), giftWords(actor, today)]);
  const base = `/h/${actor.householdId}`;
  const groups = [
    { id: "ahead", rows: gifts.filter(({ giftOn, planStatus }) => giftOn >= today && planStatus !== "cancelled") },
    { id: "past", rows: gifts.filter(({ giftOn, planStatus }) => giftOn < today && planStatus !== "cancelled").reverse() },
  ] as const;
  const make = isAdult(actor) ? (
    <LinkButton href={`${base}/gifts/new`} variant="primary" icon={<Gift />}>
      {t("make")}
    </LinkButton>
  ) : null;
  const none = groups.every(({ rows }) => rows.length === 0);
  return (
    <>
      <BackLink href={`${base}/plans`}>{t("plans")}</BackLink>
      <PageHeader title={none ? t("title") : t("titleCount", { count: groups[0].rows.length })} end={none ? null : make} />
      <Stack>
        {none ? (
          <Sheet>
            <EmptyState title={t("none")} action={make}>
              {t("noneText")}
            </EmptyState>
          </Sheet>
        ) : null}
        {groups.map(({ id, rows }) =>
          rows.length > 0 ? (
            <Sheet key={id} flush aria-labelledby={id}>
              <SectionTitle id={id}>{t(id)}</SectionTitle>
              <ul className="rules">
                {rows.map((gift) => (
                  <li key={gift.id}>
                    <RowLink href={`${base}/gifts/${gift.id}`} title={gift.title}>
                      {row(gift)}
                      {gift.hidden && gift.giftOn > today ? ` · ${t("surprise", { day: dayText(gift.giftOn) })}` : null}
                    </RowLink>
                  </li>
                ))}
              </ul>
            </Sheet>
          ) : null,
        )}
        <Sheet aria-labelledby="wish">
          <SectionTitle id="wish">{t("wish.title")}</SectionTitle>
          <ActionForm
            action={changeGiftWish}
            hidden={{ household: actor.householdId }}
            label={t("wish.title")}
            doneText={t("wish.saved")}
            summary={false}
          >
            <TextareaField name="wish" label={t("wish.label")} hint={t("wish.hint")} defaultValue={wish} rows={2} maxLength={300} />
            <SubmitButton variant="quiet">{t("wish.submit")}</SubmitButton>
          </ActionForm>
        </Sheet>
      </Stack>
    </>
  );
}
