import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { DateField, RadioField, SelectField, TextField } from "@/app/_forms/fields";
import { requireActor } from "@/app/_session/actor";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { Note } from "@/app/_ui/feedback";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today as todayOf } from "@/lib/auth/actor";
import { redeemPage } from "@/lib/cards/queries";
import { systemClock } from "@/lib/kernel/clock";
import { addDays } from "@/lib/kernel/day";
import { redeem, redeemUnasked } from "../../actions";
import { cardWords } from "../../words";

const REMIND_AFTER_DAYS = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cards.page"))("redeem") };
}

/** The redeem guard: which account, side by side and by name (R8), and what for (R9). Skipping it needs a reason (R7). */
export default async function RedeemCardPage({ params }: PageProps<"/h/[household]/cards/[card]/redeem">) {
  const { household, card: cardId } = await params;
  const actor = await requireActor(household);
  const { card, accounts, items, plans } = (await redeemPage(actor, cardId)) ?? notFound();
  const today = todayOf(actor, systemClock);
  const words = await cardWords(actor.household.currency, today);
  const { t, money } = words;
  const base = `/h/${actor.householdId}`;
  const hidden = { household: actor.householdId, card: card.id };
  const store = card.storeName;
  const accountOptions = accounts.map((account) => ({
    value: account.id,
    label: t("redeem.holds", { name: account.memberName, kind: t("redeem.kind", { kind: account.kind }) }),
    hint: account.label || undefined,
    extra: <Avatar name={account.memberName} colour={memberColour(account.memberColour)} size="sm" />,
  }));
  const purposes = [
    ...items.map(({ id, name, listName }) => ({ value: `item:${id}`, label: t("redeem.item", { item: name, list: listName }) })),
    ...plans.map(({ id, name }) => ({ value: `plan:${id}`, label: t("redeem.plan", { plan: name }) })),
    { value: "none", label: t("redeem.none") },
  ];
  const whichAccount = (
    <RadioField name="account" label={t("redeem.account")} hint={t("redeem.accountHint")} options={accountOptions} required />
  );
  return (
    <>
      <BackLink href={`${base}/cards/${card.id}`}>{words.title(card)}</BackLink>
      <PageHeader title={t("redeem.title", { amount: money(card.amountCents), store })} below={t("redeem.below")} />
      <Sheet aria-label={t("page.redeem")}>
        <ActionForm action={redeem} hidden={hidden} label={t("page.redeem")} className="form-grid group/guard">
          <SelectField
            name="purpose"
            label={t("redeem.purpose")}
            hint={t("redeem.purposeHint")}
            placeholder={t("redeem.choose")}
            options={purposes}
            required
          />
          <div className="hidden gap-4 group-has-[option[value=none]:checked]/guard:grid">
            <DateField
              name="remindOn"
              label={t("redeem.remindOn")}
              hint={t("redeem.remindHint")}
              defaultValue={addDays(today, REMIND_AFTER_DAYS)}
              min={addDays(today, 1)}
              required
            />
            <SubmitButton wide>{t("redeem.keep")}</SubmitButton>
          </div>
          <div className="grid gap-4 group-has-[option[value=none]:checked]/guard:hidden">
            {accounts.length === 0 ? (
              <Note>
                <p>{t("redeem.noAccount", { store })}</p>
                <LinkButton href={`${base}/stores/${card.storeId}`} small className="mt-2">
                  {t("redeem.addAccount", { store })}
                </LinkButton>
              </Note>
            ) : (
              <>
                {whichAccount}
                <TextLink href={`${base}/stores/${card.storeId}`} className="justify-self-start">
                  {t("redeem.otherAccount", { store })}
                </TextLink>
                <SubmitButton wide>{t("redeem.submit")}</SubmitButton>
              </>
            )}
          </div>
        </ActionForm>
      </Sheet>
      {accounts.length > 0 ? (
        <Disclosure summary={t("redeem.skip")}>
          <ActionForm action={redeemUnasked} hidden={hidden} label={t("redeem.skip")}>
            {whichAccount}
            <TextField name="reason" label={t("redeem.reason")} hint={t("redeem.skipHint")} maxLength={500} autoComplete="off" required />
            <SubmitButton variant="quiet">{t("redeem.skipSubmit")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </>
  );
}
