import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { LocalMoment } from "@/app/account/local-moment";
import type { DeletedHousehold } from "@/lib/households/delete";
import { bringHouseholdBack } from "./actions";

/** Households that were deleted and can still be brought back. */
export async function DeletedSheet({ deleted }: { readonly deleted: readonly DeletedHousehold[] }) {
  const [t, locale] = await Promise.all([getTranslations("exports.bringBack"), getLocale()]);
  return (
    <Sheet flush aria-labelledby="deleted">
      <SectionTitle id="deleted">{t("title")}</SectionTitle>
      <ul className="rules" aria-labelledby="deleted">
        {deleted.map(({ actor, goneOn }) => (
          <li key={actor.householdId} className="flex flex-wrap items-center gap-3 px-4 py-3 desk:px-[22px]">
            <div className="min-w-0 flex-1">
              <span className="block">{actor.household.name}</span>
              <span className="block text-sm text-ink-2">
                {t.rich("line", { when: () => <LocalMoment at={goneOn.toISOString()} locale={locale} /> })}
              </span>
            </div>
            <ActionForm
              action={bringHouseholdBack}
              hidden={{ household: actor.householdId }}
              label={t("submit", { household: actor.household.name })}
              summary={false}
            >
              <SubmitButton variant="quiet" small>
                {t("submit", { household: actor.household.name })}
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
