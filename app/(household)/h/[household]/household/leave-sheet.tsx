import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { leave } from "./actions";
import { Disclosure } from "./disclosure";

/** Going away from the household, behind one tap, with what that means. */
export async function LeaveSheet({ actor }: { readonly actor: Actor }) {
  const t = await getTranslations("households.leave");
  const { name } = actor.household;
  return (
    <Sheet>
      <Disclosure summary={t("open", { household: name })}>
        <p className="text-sm text-ink-2">{t("hint")}</p>
        <ActionForm action={leave} hidden={{ household: actor.householdId }} label={t("open", { household: name })} summary={false}>
          <SubmitButton variant="danger">{t("submit", { household: name })}</SubmitButton>
        </ActionForm>
      </Disclosure>
    </Sheet>
  );
}
