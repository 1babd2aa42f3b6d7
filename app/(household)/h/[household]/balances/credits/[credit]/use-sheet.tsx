import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "@/app/_ui/button";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { isAdult, type Actor } from "@/lib/auth/actor";
import { verdictsOf, type PathPage } from "@/lib/credits/path-page";
import type { CreditRow } from "@/lib/credits/queries";
import { formatMoney } from "@/lib/i18n/money";
import { formatNames } from "@/lib/i18n/names";
import type { Day } from "@/lib/kernel/day";
import { VerdictRow } from "./verdict-row";

type Props = {
  readonly actor: Actor;
  readonly page: PathPage;
  readonly today: Day;
  /** With the way to the eight steps, where they aren't on the same page. */
  readonly withSteps?: boolean;
};

/** "What may I do with this?": each use with its verdict, reason, source and next step (R45, R47). */
export function UseSheet({ actor, page, today, withSteps = false }: Props) {
  const t = useTranslations("credits.use");
  const category = useTranslations("lists.category");
  const gifts = useTranslations("gifts");
  const locale = useLocale();
  const { credit, facts } = page;
  const links = { base: `/h/${actor.householdId}`, creditId: credit.id };
  const names = (list: CreditRow["excludedCategories"]) =>
    formatNames(
      list.map((name) => category(name)),
      locale,
    );
  const limits = [
    credit.excludedCategories.length > 0 ? `${t("except", { categories: names(credit.excludedCategories) })}.` : null,
    credit.minimumOrderCents > 0n
      ? `${t("minimum", { amount: formatMoney(credit.minimumOrderCents, actor.household.currency, locale) })}.`
      : null,
    t(credit.coversShipping ? "shipping" : "noShipping"),
  ].filter((limit) => limit !== null);
  const titles = {
    goods: credit.categories ? t("only", { categories: names(credit.categories) }) : t("all", { store: credit.storeName }),
    store_gift_card: t("giftCards"),
    third_party_gift_card: t("thirdParty"),
    cash_out: t("cash"),
    give_to_person: t("person"),
    other_store: t("otherStore"),
    shipping: t("shipping"),
  };
  return (
    <Sheet flush aria-labelledby="uses">
      <SectionTitle
        id="uses"
        end={withSteps ? <TextLink href={`${links.base}/balances/credits/${credit.id}/check`}>{t("check")}</TextLink> : null}
      >
        {t("title")}
      </SectionTitle>
      <ul className="rules">
        {verdictsOf(facts, today).map(({ kind, verdict }) => (
          <VerdictRow key={kind} title={titles[kind]} verdict={verdict} today={today} links={links}>
            {kind === "goods" ? <span className="text-sm text-ink-2">{limits.join(" ")}</span> : null}
            {(kind === "store_gift_card" || kind === "third_party_gift_card") && verdict.verdict !== "NO" && isAdult(actor) ? (
              <TextLink href={`${links.base}/gifts/new?credit=${credit.id}&thing=${kind}`} className="justify-self-start">
                {gifts("fromCredit")}
              </TextLink>
            ) : null}
          </VerdictRow>
        ))}
      </ul>
    </Sheet>
  );
}
