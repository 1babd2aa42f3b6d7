import { ActionForm } from "@/app/_forms/action-form";
import { Messages } from "@/app/_i18n/messages";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { isAdult, type Actor } from "@/lib/auth/actor";
import { maskedCode } from "@/lib/cards/code";
import type { CardRow } from "@/lib/cards/queries";
import { showCode } from "../actions";
import type { CardWords } from "../words";
import { RevealedCode } from "./revealed-code";

/** The code, masked until somebody who may see it asks for it. */
export function CodeSheet({ actor, card, words }: { readonly actor: Actor; readonly card: CardRow; readonly words: CardWords }) {
  const { t } = words;
  return (
    <Sheet dashed={card.status === "unredeemed"} aria-labelledby="code">
      <SectionTitle id="code" end={card.hasPin ? t("page.withPin") : null}>
        {t("page.code")}
      </SectionTitle>
      <p className="text-lg font-[650]">
        <span aria-hidden="true">{maskedCode(card.codeTail)}</span>
        <span className="sr-only">{card.codeTail ? t("page.masked", { tail: card.codeTail }) : t("page.maskedNothing")}</span>
      </p>
      {card.mayReveal ? (
        <ActionForm action={showCode} hidden={{ household: actor.householdId, card: card.id }} label={t("page.reveal")} summary={false}>
          <Messages namespaces={["cards.page"]}>
            <RevealedCode />
          </Messages>
        </ActionForm>
      ) : (
        <p className="text-sm text-ink-2">{isAdult(actor) ? t("page.onlyHolder", { name: card.holderName }) : t("page.onlyAdults")}</p>
      )}
    </Sheet>
  );
}
