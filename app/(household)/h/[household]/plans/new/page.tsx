import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { requireActor } from "@/app/_session/actor";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { EmptyState, Note } from "@/app/_ui/feedback";
import { PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { isAdult } from "@/lib/auth/actor";
import { isId } from "@/lib/kernel/id";
import { warmUpPlanner } from "@/lib/plans/planning";
import { planChoices } from "@/lib/plans/queries";
import { MakePlanForm } from "./make-plan-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.make"))("title") };
}

export default async function NewPlanPage({ params, searchParams }: PageProps<"/h/[household]/plans/new">) {
  const actor = await requireActor((await params).household);
  if (!isAdult(actor)) notFound();
  after(warmUpPlanner);
  const [t, choices, search] = await Promise.all([getTranslations("plans.make"), planChoices(actor), searchParams]);
  const home = `/h/${actor.householdId}`;
  const wanted = [search.list].flat().filter((id) => id !== undefined);
  const formerId = [search.after].flat().find((id) => id !== undefined && isId(id));
  return (
    <>
      <BackLink href={`${home}/plans`}>{t("back")}</BackLink>
      <PageHeader title={t("title")} below={t("below")} />
      <Stack>
        {!choices.hasAccounts ? (
          <Sheet>
            <EmptyState
              title={t("noAccounts")}
              action={
                <LinkButton href={`${home}/balances`} variant="primary">
                  {t("addAccount")}
                </LinkButton>
              }
            >
              {t("noAccountsText")}
            </EmptyState>
          </Sheet>
        ) : !choices.hasPrices && choices.needPrice.length === 0 ? (
          <Sheet>
            <EmptyState
              title={t("nothing")}
              action={
                <LinkButton href={`${home}/lists`} variant="primary">
                  {t("toLists")}
                </LinkButton>
              }
            >
              {t("nothingText")}
            </EmptyState>
          </Sheet>
        ) : null}
        {choices.needPrice.length > 0 ? (
          <Sheet flush aria-labelledby="need-price">
            <SectionTitle id="need-price">{t("needPrice", { count: choices.needPrice.length })}</SectionTitle>
            <ul className="rules">
              {choices.needPrice.map((item) => (
                <li key={item.id} className="flex min-h-11 items-center justify-between gap-3 px-(--px) py-1">
                  <span className="min-w-0 wrap-anywhere">{item.name}</span>
                  <TextLink href={`${home}/lists/${item.listId}`}>
                    {t("givePrice")}
                    <span className="sr-only"> {item.name}</span>
                  </TextLink>
                </li>
              ))}
            </ul>
          </Sheet>
        ) : null}
        {choices.hasAccounts && choices.hasPrices ? (
          <>
            {choices.hasCredits ? null : (
              <Note>
                {t("noCredits")} <TextLink href={`${home}/balances/credits/new`}>{t("addCredit")}</TextLink>
              </Note>
            )}
            {choices.taken.length > 0 ? <Note>{t("taken", { count: choices.taken.length })}</Note> : null}
            <MakePlanForm actor={actor} choices={choices} wanted={wanted} after={formerId} />
          </>
        ) : null}
      </Stack>
    </>
  );
}
