import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextLink } from "@/app/_ui/button";
import { LedgerTable, type LedgerRow } from "@/app/_ui/ledger-table";
import { Money } from "@/app/_ui/money";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today as todayOf, type Actor } from "@/lib/auth/actor";
import type { CreditPage, EntryRow } from "@/lib/credits/ledger-page";
import { formatDay, formatShortDay } from "@/lib/i18n/days";
import { formatMoney } from "@/lib/i18n/money";
import { cents, negate } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { takeBack } from "../../actions";

/** Every entry of a balance: what, why, who, when, and the balance after it; what is held lies hatched on top. */
export async function LedgerSheet({
  actor,
  page,
  before,
}: {
  readonly actor: Actor;
  readonly page: CreditPage;
  readonly before: number | null;
}) {
  const [t, take, origin, locale] = await Promise.all([
    getTranslations("credits.ledger"),
    getTranslations("credits.take"),
    getTranslations("common.origin"),
    getLocale(),
  ]);
  const { credit, entries, holds, older, seen, mayKeep } = page;
  const { currency } = actor.household;
  const today = todayOf(actor, systemClock);
  const base = `/h/${actor.householdId}`;
  const here = `${base}/balances/credits/${credit.id}`;
  const money = (amount: typeof credit.postedCents) => formatMoney(amount, currency, locale);

  function about(entry: EntryRow): string {
    const told = [
      entry.reason,
      entry.reversesNumber === null ? null : t("takesBack", { number: entry.reversesNumber }),
      entry.byItself ? t("byItself") : t("by", { name: entry.memberName }),
      entry.writtenOn === entry.occurredOn ? null : t("writtenOn", { day: formatShortDay(entry.writtenOn, locale, today) }),
      entry.takenBack ? t("takenBack") : null,
    ];
    return told.filter(Boolean).join(" · ");
  }

  const entryRow = (entry: EntryRow): LedgerRow => ({
    id: entry.id,
    date: formatShortDay(entry.occurredOn, locale, today),
    what: entry.kind === "spend" && entry.order === null ? t("spentOutside") : t(`kind.${entry.kind}`),
    detail: (
      <>
        <span className="block">{about(entry)}</span>
        {entry.order ? (
          <Link href={`${base}/plans/${entry.order.planId}/orders/${entry.order.id}`}>
            {entry.order.number ? t("order", { number: entry.order.number }) : t("orderOf", { plan: entry.order.planName })}
          </Link>
        ) : null}
        {mayKeep && entry.reversible ? (
          <Disclosure summary={take("back")}>
            <ActionForm
              action={takeBack}
              hidden={{ household: actor.householdId, entry: entry.id }}
              label={take("submit", { number: entry.number })}
              summary={false}
            >
              <TextField name="reason" label={take("reason")} hint={take("hint")} maxLength={500} autoComplete="off" required />
              <SubmitButton variant="quiet" small>
                {take("submit", { number: entry.number })}
              </SubmitButton>
            </ActionForm>
          </Disclosure>
        ) : null}
      </>
    ),
    amount: <Money cents={entry.amountCents} currency={currency} change />,
    balance: <Money cents={entry.postedAfterCents} currency={currency} />,
  });

  // Holds aren't entries: the newest stands on top, each with what would be free below it.
  const heldRows = holds.map((hold, index): LedgerRow => {
    const heldUpTo = holds.slice(index).reduce((sum, each) => sum + each.cents, 0n);
    return {
      id: hold.id,
      date: formatShortDay(hold.since, locale, today),
      what: t("held"),
      detail: <Link href={`${base}/plans/${hold.planId}`}>{hold.planName}</Link>,
      amount: <Money cents={negate(hold.cents)} currency={currency} change />,
      balance: t("freeAfter", { amount: money(cents(credit.postedCents - heldUpTo)) }),
      held: true,
    };
  });

  const heads = {
    caption: t("caption", { name: origin(credit.origin) }),
    date: t("date"),
    what: t("what"),
    amount: t("amount"),
    balance: t("balance"),
    amountAndBalance: t("amountAndBalance"),
  };
  return (
    <Sheet flush aria-labelledby="entries">
      <SectionTitle id="entries">{t("title")}</SectionTitle>
      <div className="ledger-frame">
        <LedgerTable heads={heads} rows={[...(before === null ? heldRows : []), ...entries.map(entryRow)]} />
      </div>
      {seen ? (
        <div className="total-row flex items-center justify-between gap-3 px-(--px) py-3 text-sm">
          <span>{t("seen", { day: formatDay(seen.on, locale, today) })}</span>
          <Money cents={seen.cents} currency={currency} total />
        </div>
      ) : null}
      {older !== null || before !== null ? (
        <div className="flex flex-wrap gap-x-5 px-(--px)">
          {before === null ? null : <TextLink href={here}>{t("newest")}</TextLink>}
          {older === null ? null : <TextLink href={`${here}?before=${older}`}>{t("older")}</TextLink>}
        </div>
      ) : null}
    </Sheet>
  );
}
