import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ComponentType } from "react";
import { requireActor } from "@/app/_session/actor";
import { StepProgress } from "@/app/_ui/feedback";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { today as todayOf } from "@/lib/auth/actor";
import type { PathStepName } from "@/lib/credits/path";
import { pathPage } from "@/lib/credits/path-page";
import { systemClock } from "@/lib/kernel/clock";
import { UseSheet } from "../use-sheet";
import { BalanceStep, OriginStep, type StepProps, TermsStep } from "./first-steps";
import { NeedsStep, UseStep } from "./last-steps";
import { CartStep, CheckoutStep, ReasonStep } from "./look-steps";
import { OnwardSheet } from "./onward-sheet";
import { SaidSheet } from "./said-sheet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("check"))("title") };
}

const STEPS: Readonly<Record<PathStepName, ComponentType<StepProps>>> = {
  balance: BalanceStep,
  origin: OriginStep,
  terms: TermsStep,
  cart: CartStep,
  checkout: CheckoutStep,
  reason: ReasonStep,
  needs: NeedsStep,
  use: UseStep,
};

/** "What may I do with this credit?": the eight steps, each done only under its condition (R52-R74), and the answers beside them. */
export default async function CheckPage({ params }: PageProps<"/h/[household]/balances/credits/[credit]/check">) {
  const { household, credit: creditId } = await params;
  const actor = await requireActor(household);
  const today = todayOf(actor, systemClock);
  const page = (await pathPage(actor, creditId, today)) ?? notFound();
  const [t, credits, origin] = await Promise.all([
    getTranslations("check"),
    getTranslations("credits.page"),
    getTranslations("common.origin"),
  ]);
  const { credit, path } = page;
  const done = path.filter(({ state }) => state === "done" || state === "skip" || state === "closed").length;
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/balances/credits/${credit.id}`}>
        {credits("title", { origin: origin(credit.origin), store: credit.storeName })}
      </BackLink>
      <PageHeader title={t("title")} below={credit.label || t("below")} />
      <StepProgress done={done} total={path.length} />
      <Columns>
        <Stack>
          {path.map((step, index) => {
            const Step = STEPS[step.step];
            return <Step key={step.step} actor={actor} page={page} step={step} number={index + 1} today={today} />;
          })}
          <OnwardSheet actor={actor} page={page} />
        </Stack>
        <Stack>
          <UseSheet actor={actor} page={page} today={today} />
          <SaidSheet actor={actor} page={page} today={today} />
        </Stack>
      </Columns>
    </>
  );
}
