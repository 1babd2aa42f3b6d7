import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActor } from "@/app/_session/actor";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { formatNames } from "@/lib/i18n/names";
import { planView, type PlanView } from "@/lib/plans/queries";
import { creditUses, findingOf } from "@/lib/plans/view";
import { ChangesSheet } from "./changes-sheet";
import { DecisionDock } from "./decision-dock";
import { FlowSheet } from "./flow-sheet";
import { ForWhomSheet } from "./for-whom-sheet";
import { LeftCreditsSheet } from "./left-credits-sheet";
import { LeftOutSheet } from "./left-out-sheet";
import { LinesSheet } from "./lines-sheet";
import { Notices } from "./notices";
import { OrderBySheet } from "./order-by-sheet";
import { OrdersSheet } from "./orders-sheet";
import { PlanActions } from "./plan-actions";
import { planWords, type PlanWords } from "./words";

const load = cache(async (household: string, plan: string) => {
  const actor = await requireActor(household);
  const view = await planView(actor, plan);
  return view ? { actor, view } : notFound();
});

export async function generateMetadata({ params }: PageProps<"/h/[household]/plans/[plan]">): Promise<Metadata> {
  const { household, plan } = await params;
  const { actor, view } = await load(household, plan);
  return { title: finding(await planWords(actor, view), view) };
}

function finding({ t, money, locale }: PlanWords, view: PlanView): string {
  const { buyers, things } = findingOf(view.world, view.plan.draft);
  if (things === 0) return t("title.nothing");
  return t("title.finding", {
    buyers: buyers.length,
    names: formatNames(buyers, locale),
    things,
    paying: view.totals.cash === 0n ? "none" : "some",
    cash: money(view.totals.cash),
  });
}

export default async function PlanPage({ params, searchParams }: PageProps<"/h/[household]/plans/[plan]">) {
  const { household, plan: planId } = await params;
  const { actor, view } = await load(household, planId);
  const words = await planWords(actor, view);
  const [t, shell] = await Promise.all([getTranslations("plans"), getTranslations("shell.places")]);
  const { plan } = view;
  const asked = [(await searchParams)["what-if"]].flat()[0];
  const uses = creditUses(view.world, plan.draft, plan.horizonDays, plan.status === "approved");
  const orders = plan.draft.orders.map((order) => t("title.order", { account: words.account(order.accountId), day: words.day(order.on) }));
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/plans`}>{shell("plans")}</BackLink>
      <PageHeader
        title={finding(words, view)}
        below={
          <p>
            {plan.status === "draft" ? null : <span className="tag mr-2">{t(`status.${plan.status}`)}</span>}
            {orders.length > 0 ? orders.join(" · ") : plan.name}
          </p>
        }
      />
      <Notices actor={actor} view={view} words={words} />
      <Columns>
        <Stack>
          {plan.status === "approved" || plan.status === "done" ? <OrdersSheet actor={actor} view={view} words={words} /> : null}
          {plan.draft.orders.length > 0 ? <FlowSheet view={view} words={words} uses={uses} /> : null}
          {plan.draft.orders.length > 0 ? <LinesSheet actor={actor} view={view} words={words} asked={asked} /> : null}
        </Stack>
        <Stack>
          <ChangesSheet view={view} words={words} />
          <OrderBySheet view={view} words={words} uses={uses} />
          <LeftOutSheet actor={actor} view={view} words={words} />
          <LeftCreditsSheet view={view} words={words} />
          {plan.draft.orders.length > 0 ? <ForWhomSheet actor={actor} view={view} words={words} /> : null}
          <PlanActions actor={actor} view={view} words={words} />
        </Stack>
      </Columns>
      <DecisionDock actor={actor} view={view} words={words} />
    </>
  );
}
