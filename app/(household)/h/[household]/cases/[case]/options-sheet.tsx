import { ActionForm } from "@/app/_forms/action-form";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { StepProgress } from "@/app/_ui/feedback";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { VerdictBadge } from "@/app/_ui/verdict";
import { OPTIONS, openOptions, type Option } from "@/lib/cases/options";
import { chooseOption } from "../actions";
import { TickRow } from "../tick-row";
import type { CaseProps } from "./props";

/** Where each of the first three options is done. */
function Way({
  option,
  page: { credit, giftCards },
  words: { t, base },
}: {
  readonly option: Option;
  readonly page: CaseProps["page"];
  readonly words: CaseProps["words"];
}) {
  if (option === "gift_cards")
    return credit && giftCards ? (
      <span className="flex flex-wrap items-center gap-3">
        <VerdictBadge verdict={giftCards} />
        <TextLink href={`${base}/balances/credits/${credit.id}`}>{t("options.gift_cards.link")}</TextLink>
        {giftCards === "NO" ? null : <TextLink href={`${base}/gifts/new?credit=${credit.id}`}>{t("options.gift_cards.gift")}</TextLink>}
      </span>
    ) : null;
  if (option === "use_yourself" || option === "buy_for_household")
    return (
      <TextLink href={`${base}/plans/new`} className="justify-self-start">
        {t(`options.${option}.link`)}
      </TextLink>
    );
  return null;
}

/** The five ways on in their order, one open at a time; what was decided stays and can be decided again (R1, R29). */
export function OptionsSheet({ actor, page, words }: CaseProps) {
  const { t, base } = words;
  const { choices } = page;
  const reached = openOptions(choices);
  const done = OPTIONS.filter((option) => choices[option] !== undefined).length;
  const running = page.outcome === null;
  const current = reached.at(-1);
  const decide = (option: Option, choice: "chosen" | "passed", label: string) => (
    <ActionForm
      action={chooseOption}
      hidden={{ household: actor.householdId, case: page.id, option, choice }}
      label={`${label}: ${t(`options.${option}.name`)}`}
      summary={false}
      className="grid"
    >
      <SubmitButton variant={choice === "chosen" && option !== "third_party" ? "primary" : "quiet"} small>
        {label}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Sheet flush aria-labelledby="options">
      <SectionTitle id="options" end={t("options.progress", { done })}>
        {t("options.title")}
      </SectionTitle>
      <div className="px-(--px) pb-3">
        <StepProgress done={done} total={OPTIONS.length} />
      </div>
      <ol className="rules" aria-labelledby="options">
        {OPTIONS.map((option, index) => {
          const choice = choices[option];
          const now = running && choice === undefined && option === current;
          const later = choice === undefined && !now;
          const text = later && option === "support" ? t("options.support.later") : later ? undefined : t(`options.${option}.text`);
          return (
            <TickRow key={option} number={index + 1} done={choice !== undefined} now={now} name={t(`options.${option}.name`)} text={text}>
              {choice === undefined ? null : <span className="font-[620]">{t(`options.${choice}`)}</span>}
              {later ? null : <Way option={option} page={page} words={words} />}
              {!later && option === "third_party" ? (
                <TextLink href={`${base}/cases/${page.id}/third-parties`} className="justify-self-start">
                  {t("options.third_party.read")}
                </TextLink>
              ) : null}
              {now ? (
                <span className="flex flex-wrap gap-2 pt-1">
                  {decide(
                    option,
                    "chosen",
                    t(option === "support" || option === "third_party" ? `options.${option}.choose` : "options.choose"),
                  )}
                  {decide(option, "passed", t("options.pass"))}
                </span>
              ) : null}
              {running && choice !== undefined ? (
                <ActionForm
                  action={chooseOption}
                  hidden={{ household: actor.householdId, case: page.id, option, choice: choice === "chosen" ? "passed" : "chosen" }}
                  label={t("options.changeLabel", { option: t(`options.${option}.name`) })}
                  className="-my-2 -ml-3.5 justify-self-start"
                  summary={false}
                >
                  <SubmitButton variant="text" small>
                    {t("options.change", { choice: choice === "chosen" ? "passed" : "chosen" })}
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </TickRow>
          );
        })}
      </ol>
      {!running && page.credit ? (
        <div className="px-(--px) py-3">
          <LinkButton href={`${base}/plans/new`}>{t("outcome.plan")}</LinkButton>
        </div>
      ) : null}
    </Sheet>
  );
}
