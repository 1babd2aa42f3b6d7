import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { formatDay } from "@/lib/i18n/days";
import { formatMoney, formatMoneyInText } from "@/lib/i18n/money";
import { formatNames } from "@/lib/i18n/names";
import { cents, type Cents } from "@/lib/kernel/cents";
import { parseDay, type Day } from "@/lib/kernel/day";
import type { Id } from "@/lib/kernel/id";
import type { PlanView } from "@/lib/plans/queries";
import type { Reason } from "@/lib/plans/reason";
import type { WorldCredit } from "@/lib/plans/world";

/** The names and sentences of one plan's page. */
export async function planWords(actor: Actor, { world, plan }: PlanView) {
  const [t, common, locale] = await Promise.all([getTranslations("plans"), getTranslations("common"), getLocale()]);
  const { currency } = actor.household;
  const money = (amount: Cents) => formatMoney(amount, currency, locale);
  const inText = (amount: Cents) => formatMoneyInText(amount, currency, locale);
  const day = (date: Day) => formatDay(date, locale, world.today);
  const member = (id: Id) => world.members.get(id)?.name ?? t("somebody");
  const members = (ids: readonly Id[]) => formatNames(ids.map(member), locale);
  const account = (id: Id) => {
    const found = world.accounts.get(id);
    return found ? t("account", { owner: member(found.memberId), store: world.stores.get(found.storeId)?.name ?? "" }) : t("anAccount");
  };
  /** As the household calls it ("Refund for Order #123", R82), else where it came from. */
  const credit = (of: WorldCredit | null) => (of === null ? common("origin.cash") : of.label || common(`origin.${of.origin}`));

  /** One reason as a sentence: ours by its code, or the planner's own words where there is no sentence yet. */
  const reason = ({ code, params, text }: Reason): string => {
    const values: Record<string, string | number> = { detail: "none" };
    for (const [name, value] of Object.entries(params)) {
      const id = String(value);
      if (name === "cents") values["amount"] = inText(cents(Number(value)));
      else if (name.endsWith("Cents")) values[name.slice(0, -"Cents".length)] = inText(cents(Number(value)));
      else if (name === "credit") values[name] = credit(world.credits.get(id) ?? null);
      else if (name === "account") values[name] = account(id);
      else if (name === "member") values[name] = member(id);
      else if (name === "item") values[name] = plan.draft.lines.find((line) => line.itemId === id)?.name ?? "";
      else if (name === "category") values[name] = t.has(`category.${id}`) ? t(`category.${id}`) : id;
      else values[name] = value === "" ? "none" : value;
      const date = typeof value === "string" ? parseDay(value) : null;
      if (date) values[name] = day(date);
    }
    const key = `why.${code}`;
    return t.has(key) ? t(key, values) : (text ?? "");
  };
  return { t, locale, currency, money, inText, day, member, members, account, credit, reason };
}

export type PlanWords = Awaited<ReturnType<typeof planWords>>;
