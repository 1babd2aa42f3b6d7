import { ActionForm } from "@/app/_forms/action-form";
import { Disclosure } from "@/app/_ui/disclosure";
import { CheckboxField, SelectField } from "@/app/_forms/fields";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { samePlace, type DraftLine } from "@/lib/plans/draft";
import type { PlanView } from "@/lib/plans/queries";
import { choicesFor } from "@/lib/plans/view";
import { moveLine, payLine, pinLine, takeOut } from "../actions";
import type { PlanWords } from "./words";

/** Changing one line by hand: where it is ordered, what pays it, whether it stays when planning again, or out with it. */
export function ChangeLine({
  actor,
  view,
  words,
  line,
}: {
  readonly actor: Actor;
  readonly view: PlanView;
  readonly words: PlanWords;
  readonly line: DraftLine;
}) {
  const { t } = words;
  const { plan, world } = view;
  const hidden = { household: actor.householdId, planId: plan.id, version: String(plan.version), lineId: line.id };
  const places = view.places.get(line.id) ?? [];
  const credits = choicesFor(world, plan.draft, line);
  return (
    <Disclosure
      summary={
        <>
          {t("change.open")}
          <span className="sr-only"> {line.name}</span>
        </>
      }
    >
      {places.length > 1 ? (
        <ActionForm
          action={moveLine}
          hidden={hidden}
          summary={false}
          label={t("change.moveLabel", { item: line.name })}
          className="flex flex-wrap items-end gap-2 [&>.field]:flex-1"
        >
          <SelectField
            name="place"
            label={t("change.place")}
            required
            defaultValue={line.place ? `${line.place.accountId} ${line.place.on}` : undefined}
            options={places.map((place) => ({
              value: `${place.accountId} ${place.on}`,
              label: t("change.placeOption", {
                account: words.account(place.accountId),
                day: words.day(place.on),
                here: String(samePlace(place, line.place)),
              }),
            }))}
          />
          <SubmitButton variant="quiet">{t("change.move")}</SubmitButton>
        </ActionForm>
      ) : null}
      <ActionForm
        action={payLine}
        hidden={hidden}
        summary={false}
        label={t("change.payLabel", { item: line.name })}
        className="flex flex-wrap items-end gap-2 [&>.field]:flex-1"
      >
        <SelectField
          name="payWith"
          label={t("change.payWith")}
          required
          defaultValue={line.payWith === "credit" ? (line.chosenCreditId ?? "auto") : line.payWith}
          options={[
            { value: "auto", label: t("change.auto") },
            ...credits.map(({ credit, verdict }) => ({
              value: credit.id,
              label:
                verdict.verdict === "no"
                  ? t("change.cannot", {
                      credit: words.credit(credit),
                      why: words.ruled(verdict.reason, words.credit(credit)),
                    })
                  : verdict.verdict === "verify"
                    ? t("change.verify", { credit: words.credit(credit) })
                    : words.credit(credit),
              disabled: verdict.verdict === "no",
            })),
            { value: "cash", label: t("change.cash") },
          ]}
        />
        {credits.some(({ verdict }) => verdict.verdict === "verify") ? (
          <CheckboxField
            name="sure"
            label={t("change.sure")}
            hint={[
              ...new Set(
                credits.flatMap(({ credit, verdict }) =>
                  verdict.verdict === "verify" ? [words.ruled(verdict.reason, words.credit(credit))] : [],
                ),
              ),
            ].join(" ")}
          />
        ) : null}
        <SubmitButton variant="quiet">{t("change.pay")}</SubmitButton>
      </ActionForm>
      <div className="flex flex-wrap gap-2">
        <ActionForm action={pinLine} hidden={{ ...hidden, pinned: line.pinned ? "no" : "yes" }} summary={false}>
          <SubmitButton variant="quiet">
            {t(line.pinned ? "change.unpin" : "change.pin")}
            <span className="sr-only"> {line.name}</span>
          </SubmitButton>
        </ActionForm>
        <ActionForm action={takeOut} hidden={hidden} summary={false}>
          <SubmitButton variant="quiet">
            {t("change.out")}
            <span className="sr-only"> {line.name}</span>
          </SubmitButton>
        </ActionForm>
      </div>
    </Disclosure>
  );
}
