import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { TextLink } from "@/app/_ui/button";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { DAYS_TO_BRING_BACK } from "@/lib/households/schema";
import { deleteHousehold } from "./actions";

/** Deleting the household: one tap further, with what that means and for how long it can be taken back. */
export async function DeleteSheet({ actor, open }: { readonly actor: Actor; readonly open: boolean }) {
  const [t, common] = await Promise.all([getTranslations("exports.deleteHousehold"), getTranslations("common")]);
  const household = actor.household.name;
  const here = `/h/${actor.householdId}/household`;
  if (!open) {
    return (
      <TextLink href={`${here}?open=delete`} scroll={false} className="justify-self-start">
        {t("open", { household })}
      </TextLink>
    );
  }
  return (
    <Sheet aria-labelledby="delete">
      <SectionTitle id="delete">{t("open", { household })}</SectionTitle>
      <p>{t("text")}</p>
      <p>{t("days", { days: DAYS_TO_BRING_BACK })}</p>
      <TextLink href={`/h/${actor.householdId}/export`} className="justify-self-start">
        {t("export")}
      </TextLink>
      <ActionForm action={deleteHousehold} hidden={{ household: actor.householdId }} label={t("open", { household })} summary={false}>
        <TextField name="name" label={t("name", { household })} autoComplete="off" required />
        <SubmitButton variant="danger">{t("submit", { household })}</SubmitButton>
      </ActionForm>
      <TextLink href={here} scroll={false} className="justify-self-start">
        {common("cancel")}
      </TextLink>
    </Sheet>
  );
}
