import { getLocale, getTranslations } from "next-intl/server";
import { Note } from "@/app/_ui/feedback";
import { formatNames } from "@/lib/i18n/names";
import type { Cents } from "@/lib/kernel/cents";
import type { ToChoose } from "@/lib/plans/checkout";

/** At a store that takes balances by itself: what it would take, what the plan wants, and how to have it so. */
export async function ChooseNote({
  store,
  tooMuch,
  name,
  money,
}: {
  readonly store: string;
  readonly tooMuch: ToChoose["tooMuch"];
  readonly name: (creditId: string) => string;
  readonly money: (amount: Cents) => string;
}) {
  const [t, locale] = await Promise.all([getTranslations("plans.checkout"), getLocale()]);
  return (
    <Note>
      <p className="font-[650]">{t("title", { store })}</p>
      {tooMuch.map(({ creditIds, storeCents, plannedCents }) => {
        const values = { credit: formatNames(creditIds.map(name), locale), taken: money(storeCents), planned: money(plannedCents) };
        return (
          <p key={creditIds.join()} className="mt-1">
            {t("would", values)} {t("how", { ...values, none: String(plannedCents === 0n) })}
          </p>
        );
      })}
    </Note>
  );
}
