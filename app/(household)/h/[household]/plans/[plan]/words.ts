import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney, formatMoneyInText } from "@/lib/i18n/money";
import { formatNames } from "@/lib/i18n/names";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { PlanView } from "@/lib/plans/queries";
import { reasonValues, type Reason } from "@/lib/plans/reason";
import type { VerdictReason } from "@/lib/plans/terms";
import type { WorldCredit } from "@/lib/plans/world";

/** The names and sentences of one plan's page. */
export async function planWords(actor: Actor, { world, plan }: PlanView) {
  const [t, common, policy, locale] = await Promise.all([
    getTranslations("plans"),
    getTranslations("common"),
    getTranslations("policy"),
    getLocale(),
  ]);
  const { currency } = actor.household;
  const money = (amount: Cents) => formatMoney(amount, currency, locale);
  const inText = (amount: Cents) => formatMoneyInText(amount, currency, locale);
  const day = (date: Day) => formatDay(date, locale, world.today);
  const member = (id: Id) => world.members.get(id)?.name ?? t("somebody");
  const members = (ids: readonly Id[]) => formatNames(ids.map(member), locale);
  const storeOf = (accountId: Id) => world.stores.get(world.accounts.get(accountId)?.storeId ?? "")?.name ?? "";
  const account = (id: Id) => {
    const found = world.accounts.get(id);
    return found ? t("account", { owner: member(found.memberId), store: storeOf(id) }) : t("anAccount");
  };
  /** As the household calls it ("Refund for Order #123", R82), else where it came from. */
  const credit = (of: WorldCredit | null) => (of === null ? common("origin.cash") : of.label || common(`origin.${of.origin}`));

  const creditOf = (id: Id | null) =>
    id === null ? credit(null) : world.credits.has(id) ? credit(world.credits.get(id) ?? null) : t("aBalance");
  const originName = (origin: string) => common(`origin.${isOrigin(origin) ? origin : "unknown"}`);

  /** One reason as a sentence: ours by its code, or the planner's own words where there is no sentence yet. */
  const reason = (of: Reason): string => {
    const values = reasonValues(of, {
      money: (amount) => inText(cents(amount)),
      day,
      credit: creditOf,
      account,
      member,
      item: (id) => plan.draft.lines.find((line) => line.itemId === id)?.name ?? "",
      category: (code) => (t.has(`category.${code}`) ? t(`category.${code}`) : code),
    });
    const key = `why.${of.code}`;
    return t.has(key) ? t(key, values) : (of.text ?? "");
  };
  /** Why a credit can or can't pay, by the rule of the policy. */
  const ruled = (rule: VerdictReason, name: string) => policy(`reason.${rule}`, { credit: name });
  return { t, locale, currency, money, inText, day, member, members, account, storeOf, credit, creditOf, originName, reason, ruled };
}

export type PlanWords = Awaited<ReturnType<typeof planWords>>;

const ORIGINS = ["gift_card", "refund", "return", "promotion", "reward", "other", "unknown"] as const;

function isOrigin(text: string): text is (typeof ORIGINS)[number] {
  return ORIGINS.some((origin) => origin === text);
}
