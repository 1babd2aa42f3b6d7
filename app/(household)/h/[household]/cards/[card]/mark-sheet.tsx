import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { CardRow } from "@/lib/cards/queries";
import { markCard } from "../actions";
import type { CardWords } from "../words";

type Props = { readonly actor: Actor; readonly card: CardRow; readonly words: CardWords };

/** What else can happen to a card that isn't redeemed: given away, reported, here again. */
export function MarkSheet({ actor, card, words: { t } }: Props) {
  const hidden = (status: string) => ({ household: actor.householdId, card: card.id, status });
  if (card.status !== "unredeemed") {
    return (
      <ActionForm
        action={markCard}
        hidden={hidden("unredeemed")}
        label={t("page.back")}
        doneText={t("form.saved")}
        className="grid justify-items-start"
      >
        <SubmitButton variant="quiet">{t("page.back")}</SubmitButton>
      </ActionForm>
    );
  }
  const marks = [
    { status: "given", title: t("page.give"), note: t("page.giveNote"), submit: t("page.giveSubmit") },
    { status: "reported", title: t("page.report"), note: t("page.reportNote"), submit: t("page.reportSubmit") },
  ];
  return (
    <Sheet aria-labelledby="mark">
      <SectionTitle id="mark">{t("page.mark")}</SectionTitle>
      <div>
        {marks.map(({ status, title, note, submit }) => (
          <Disclosure key={status} summary={title}>
            <ActionForm action={markCard} hidden={hidden(status)} label={title} doneText={t("form.saved")} summary={false}>
              <TextField name="note" label={note} maxLength={500} autoComplete="off" />
              <SubmitButton variant="quiet">{submit}</SubmitButton>
            </ActionForm>
          </Disclosure>
        ))}
      </div>
    </Sheet>
  );
}
