import { ActionForm } from "@/app/_forms/action-form";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { mayKeepCards } from "@/lib/cards/card";
import type { CardPage } from "@/lib/cards/queries";
import type { Day } from "@/lib/kernel/day";
import { editCard } from "../actions";
import { FactsFields } from "../facts-fields";
import type { CardWords } from "../words";

type Props = { readonly actor: Actor; readonly page: CardPage; readonly words: CardWords; readonly today: Day };

/** When it ends, for whom it is, what it was bought with. */
export function FactsSheet({ actor, page: { card, choices }, words, today }: Props) {
  const { t, dayText } = words;
  const bought = choices.credits.find(({ id }) => id === card.boughtWithId);
  const over = card.expiresOn !== null && card.expiresOn < today;
  const lines = [
    card.label,
    card.expiresOn && card.status !== "redeemed" ? t(over ? "page.over" : "page.ends", { day: dayText(card.expiresOn) }) : "",
    card.expiry === "never" ? t("page.never") : "",
    card.expiry === "unknown" ? t("page.endUnknown") : "",
    card.forName ? t("page.forName", { name: card.forName }) : "",
    bought ? t("page.boughtWith", { credit: words.credit(bought) }) : "",
    card.remindOn ? t("page.kept", { day: dayText(card.remindOn) }) : "",
  ].filter((line) => line !== "");
  return (
    <Sheet aria-labelledby="facts">
      <SectionTitle id="facts">{t("page.facts")}</SectionTitle>
      {lines.map((line) => (
        <p key={line} className="[overflow-wrap:anywhere]">
          {line}
        </p>
      ))}
      {mayKeepCards(actor) && card.status !== "redeemed" ? (
        <Disclosure summary={t("page.change")}>
          <ActionForm
            action={editCard}
            hidden={{ household: actor.householdId, card: card.id, version: String(card.version) }}
            label={t("page.change")}
            doneText={t("form.saved")}
          >
            <FactsFields choices={choices} words={words} card={card} />
            <SubmitButton variant="quiet">{t("form.save")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
