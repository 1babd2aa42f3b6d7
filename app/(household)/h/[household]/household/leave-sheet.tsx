import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextLink } from "@/app/_ui/button";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { leave } from "./actions";

/** Going away from the household: one tap further, with what that means. */
export async function LeaveSheet({ actor, open }: { readonly actor: Actor; readonly open: boolean }) {
  const [t, common] = await Promise.all([getTranslations("households.leave"), getTranslations("common")]);
  const { name } = actor.household;
  const here = `/h/${actor.householdId}/household`;
  if (!open) {
    return (
      <TextLink href={`${here}?open=leave`} scroll={false} className="justify-self-start">
        {t("open", { household: name })}
      </TextLink>
    );
  }
  return (
    <Sheet aria-labelledby="leave">
      <SectionTitle id="leave">{t("open", { household: name })}</SectionTitle>
      <p>{t("hint")}</p>
      <ActionForm action={leave} hidden={{ household: actor.householdId }} label={t("open", { household: name })} summary={false}>
        <SubmitButton variant="danger">{t("submit", { household: name })}</SubmitButton>
      </ActionForm>
      <TextLink href={here} scroll={false} className="justify-self-start">
        {common("cancel")}
      </TextLink>
    </Sheet>
  );
}
