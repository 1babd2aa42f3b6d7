import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { Note } from "@/app/_ui/feedback";
import { Pager } from "@/app/_ui/pager";
import { SumLines } from "@/app/_ui/rows";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { nextMonth, parseMonth, previousMonth } from "@/lib/budget/month";
import { budgetPage } from "@/lib/budget/queries";
import { negate } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/id";
import { endEnvelope, removeExpense } from "./actions";
import { EnvelopesSheet } from "./envelopes-sheet";
import { ExpensesSheet } from "./expenses-sheet";
import { budgetWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("budget"))("place") };
}

const idOf = (asked: string | string[] | undefined) => (typeof asked === "string" && isId(asked) ? asked : null);

/** The month's money by category: what is left, in words and in envelopes (R109). */
export default async function BudgetPage({ params, searchParams }: PageProps<"/h/[household]/budget">) {
  const actor = await requireActor((await params).household);
  const asked = await searchParams;
  const month = typeof asked.month === "string" ? parseMonth(asked.month) : null;
  const page = (await budgetPage(actor, { month, removedId: idOf(asked.removed), endedId: idOf(asked.ended) }, systemClock)) ?? notFound();
  const words = await budgetWords(actor);
  const { t, money } = words;
  const { budget, progress } = page;
  const name = words.month(page.month, page.current);
  const here = `/h/${actor.householdId}/budget`;
  const hidden = { household: actor.householdId, month: page.month };
  const title =
    budget.limitCents === 0n
      ? t("title.spent", { month: name, amount: money(budget.spent.spentCents) })
      : budget.leftCents < 0n
        ? t("title.over", { month: name, amount: money(negate(budget.leftCents)) })
        : t("title.left", { month: name, amount: money(budget.leftCents) });
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/balances`}>{t("back")}</BackLink>
      <PageHeader above={page.month === page.current ? t("dayOf", progress) : t("monthOver")} title={title} />
      {page.removed ? (
        <Note role="status">
          {t("expenses.removed", { name: page.removed.name, amount: money(page.removed.cents) })}
          <ActionForm
            action={removeExpense}
            hidden={{ ...hidden, expense: page.removed.id, removed: "no" }}
            label={t("undo")}
            className="-mb-2 -ml-3.5"
            summary={false}
          >
            <SubmitButton variant="text" small>
              {t("undo")}
            </SubmitButton>
          </ActionForm>
        </Note>
      ) : null}
      {page.ended ? (
        <Note role="status">
          {t("envelopes.ended", { category: words.category(page.ended.category) })}
          <ActionForm
            action={endEnvelope}
            hidden={{ ...hidden, envelope: page.ended.id, ended: "no" }}
            label={t("undo")}
            className="-mb-2 -ml-3.5"
            summary={false}
          >
            <SubmitButton variant="text" small>
              {t("undo")}
            </SubmitButton>
          </ActionForm>
        </Note>
      ) : null}
      <Columns>
        <Stack>
          <EnvelopesSheet actor={actor} page={page} words={words} />
        </Stack>
        <Stack>
          <Sheet aria-labelledby="spent">
            <SectionTitle id="spent">{t("spent.title")}</SectionTitle>
            <SumLines
              lines={[
                { id: "balances", label: t("key.balances"), amount: money(budget.spent.balanceCents) },
                { id: "cash", label: t("spent.cash"), amount: money(budget.spent.cashCents) },
              ]}
              total={{
                label: budget.limitCents > 0n ? t("spent.of", { limit: money(budget.limitCents) }) : t("spent.all"),
                amount: money(budget.spent.spentCents),
              }}
            />
            <p className="text-sm text-ink-2">{t("spent.text")}</p>
          </Sheet>
          <ExpensesSheet actor={actor} page={page} words={words} />
        </Stack>
      </Columns>
      <Pager
        label={t("months")}
        newer={
          page.month < page.current
            ? { href: `${here}?month=${nextMonth(page.month)}`, text: words.month(nextMonth(page.month), page.current) }
            : null
        }
        older={{ href: `${here}?month=${previousMonth(page.month)}`, text: words.month(previousMonth(page.month), page.current) }}
      />
    </>
  );
}
