import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { SelectField, TextField } from "@/app/_forms/fields";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import type { MemberRow } from "@/lib/households/queries";
import { GIVEN_ROLES } from "@/lib/households/schema";
import { changeRole, createInvite, handOver, removeMember, renameMember } from "./actions";

/** What an adult may change about another member; the last two are for owners. */
export async function MemberChanges({ actor, member }: { readonly actor: Actor; readonly member: MemberRow }) {
  const t = await getTranslations("households");
  const { name } = member;
  const hidden = { household: actor.householdId, member: member.id };
  const owner = actor.role === "owner";
  return (
    <div className="grid gap-5 pt-2 pb-3">
      {member.signsIn ? null : (
        <ActionForm action={renameMember} hidden={hidden} label={t("members.rename", { name })} summary={false}>
          <TextField name="name" label={t("name")} defaultValue={name} autoComplete="off" required />
          <SubmitButton variant="quiet" small>
            {t("members.renameSubmit")}
          </SubmitButton>
        </ActionForm>
      )}
      {member.signsIn ? null : (
        <ActionForm
          action={createInvite}
          hidden={{ household: actor.householdId, forMemberId: member.id }}
          label={t("members.letIn", { name })}
          doneText={t("members.letInMade")}
          summary={false}
        >
          <p className="text-sm text-ink-2">{t("members.letInHint", { name })}</p>
          <SelectField
            name="role"
            label={t("members.letInAs", { name })}
            defaultValue={member.role}
            required
            options={GIVEN_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          />
          <SubmitButton variant="quiet" small>
            {t("members.letInSubmit")}
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={changeRole} hidden={hidden} label={t("members.role", { name })} summary={false}>
        <SelectField
          name="role"
          label={t("role")}
          defaultValue={member.role}
          required
          options={GIVEN_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        />
        <SubmitButton variant="quiet" small>
          {t("members.roleSubmit")}
        </SubmitButton>
      </ActionForm>
      {owner && member.signsIn && member.role === "adult" ? (
        <ActionForm action={handOver} hidden={hidden} label={t("members.handOver", { name })} summary={false}>
          <p className="text-sm text-ink-2">{t("members.handOverHint", { name })}</p>
          <SubmitButton variant="quiet" small>
            {t("members.handOver", { name })}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {owner ? (
        <ActionForm action={removeMember} hidden={hidden} label={t("members.remove", { name })} summary={false}>
          <p className="text-sm text-ink-2">{t("members.removeHint", { name })}</p>
          <SubmitButton variant="danger" small>
            {t("members.remove", { name })}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
