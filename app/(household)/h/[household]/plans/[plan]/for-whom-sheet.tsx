import { Avatar, memberColour } from "@/app/_ui/avatar";
import { ActionForm } from "@/app/_forms/action-form";
import { RadioField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { MarginRow } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { formatNames } from "@/lib/i18n/names";
import type { PlanView } from "@/lib/plans/queries";
import { SETTLEMENTS } from "@/lib/plans/schema";
import { forWhom } from "@/lib/plans/view";
import { changeSettlement } from "../actions";
import type { PlanWords } from "./words";

const MOST_NAMED = 4;

/** Whom it is for and for how much, to the cent, and whether that is a gift. */
export function ForWhomSheet({ actor, view, words }: { readonly actor: Actor; readonly view: PlanView; readonly words: PlanWords }) {
  const { t, money, member, locale } = words;
  const { plan, world } = view;
  const rows = forWhom(plan.draft);
  return (
    <Sheet flush aria-labelledby="for-whom">
      <SectionTitle id="for-whom">{t("forWhom.title")}</SectionTitle>
      <ul className="rules">
        {rows.map((row) => {
          const name = member(row.memberId);
          const parts = row.lines
            .slice(0, MOST_NAMED)
            .map((line) => (line.parts === line.of ? line.name : t("forWhom.part", { item: line.name, parts: line.parts, of: line.of })));
          const more = row.lines.length - parts.length;
          return (
            <li key={row.memberId}>
              <MarginRow
                margin={<Avatar name={name} colour={memberColour(world.members.get(row.memberId)?.colour ?? 0)} size="md" />}
                name={name}
                meta={more > 0 ? t("forWhom.more", { items: parts.join(", "), count: more }) : formatNames(parts, locale)}
                end={<span className="money">{money(row.cents)}</span>}
              />
            </li>
          );
        })}
      </ul>
      <div className="border-t border-rule px-(--px) pt-3 pb-3 text-sm text-ink-2">
        <p>{t(`forWhom.${plan.settlement}`, { tax: String(view.totals.tax > 0n) })}</p>
        {plan.status === "draft" && view.mayChange ? (
          <Disclosure summary={t("forWhom.change")}>
            <ActionForm
              action={changeSettlement}
              hidden={{ household: actor.householdId, planId: plan.id, version: String(plan.version) }}
              summary={false}
              label={t("make.settlement")}
            >
              <RadioField
                name="settlement"
                label={t("make.settlement")}
                defaultValue={plan.settlement}
                required
                options={SETTLEMENTS.map((value) => ({
                  value,
                  label: t(`make.settlements.${value}`),
                  hint: t(`make.settlements.${value}_hint`),
                }))}
              />
              <SubmitButton variant="quiet">{t("forWhom.save")}</SubmitButton>
            </ActionForm>
          </Disclosure>
        ) : null}
      </div>
    </Sheet>
  );
}
