import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_forms/action-form";
import { Messages } from "@/app/_i18n/messages";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, today as todayOf } from "@/lib/auth/actor";
import { giftPage } from "@/lib/gifts/queries";
import { systemClock } from "@/lib/kernel/clock";
import { CodeFields } from "../../cards/new/code-fields";
import { keepBoughtCard } from "../actions";
import { giftWords } from "../words";

type Props = PageProps<"/h/[household]/gifts/[gift]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { household, gift } = await params;
  return { title: (await giftPage(await requireActor(household), gift))?.title };
}

/** One gift: for whom, when and how; the way to its plan; and, once it is bought, keeping its card. */
export default async function GiftPage({ params }: Props) {
  const { household, gift: id } = await params;
  const actor = await requireActor(household);
  const gift = (await giftPage(actor, id)) ?? notFound();
  const today = todayOf(actor, systemClock);
  const { t, money, dayText } = await giftWords(actor, today);
  const base = `/h/${actor.householdId}`;
  const facts = [
    { name: t("page.for"), value: gift.forName },
    { name: t("page.about"), value: gift.contactNote },
    { name: t("page.when"), value: `${t(`occasion.${gift.occasion}`)}, ${dayText(gift.giftOn)}` },
    { name: t("page.how"), value: `${t(`thing.${gift.thing}`)} · ${t(`format.${gift.format}`)}` },
    { name: t("page.amount"), value: money(gift.amountCents) },
  ].filter(({ value }) => value !== "");
  const card = gift.thing !== "thing" && gift.cardId === null && isAdult(actor);
  return (
    <>
      <BackLink href={`${base}/gifts`}>{t("title")}</BackLink>
      <PageHeader
        title={gift.title}
        below={gift.hidden && gift.giftOn > today ? t("surprise", { day: dayText(gift.giftOn) }) : t("page.by", { name: gift.giverName })}
      />
      <Stack>
        <Sheet aria-labelledby="facts">
          <SectionTitle id="facts">{t("page.facts")}</SectionTitle>
          <dl className="grid gap-3">
            {facts.map(({ name, value }) => (
              <div key={name}>
                <dt className="text-sm text-ink-2">{name}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          <LinkButton href={`${base}/plans/${gift.planId}`} variant={gift.bought ? "quiet" : "primary"} wide>
            {t("page.plan")}
          </LinkButton>
          {gift.cardId && isAdult(actor) ? (
            <LinkButton href={`${base}/cards/${gift.cardId}`} wide>
              {t("page.card")}
            </LinkButton>
          ) : null}
        </Sheet>
        {card ? (
          <Sheet aria-labelledby="keep">
            <SectionTitle id="keep">{t("page.keep")}</SectionTitle>
            {gift.bought ? (
              <ActionForm action={keepBoughtCard} hidden={{ household: actor.householdId, gift: gift.id }} label={t("page.keep")}>
                <p className="text-sm text-ink-2">{t("page.keepText")}</p>
                <Messages namespaces={["cards"]}>
                  <CodeFields />
                </Messages>
                <SubmitButton>{t("page.keepSubmit")}</SubmitButton>
              </ActionForm>
            ) : (
              <p className="text-sm text-ink-2">{t("page.notBought")}</p>
            )}
          </Sheet>
        ) : null}
      </Stack>
    </>
  );
}
