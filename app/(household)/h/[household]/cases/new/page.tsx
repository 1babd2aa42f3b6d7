import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/app/_forms/action-form";
import { RadioField, SelectField, TextareaField } from "@/app/_forms/fields";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/feedback";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { today } from "@/lib/auth/actor";
import { ABOUTS, REASONS } from "@/lib/cases/options";
import { casePlaces } from "@/lib/cases/queries";
import { storePage, type StoreRow } from "@/lib/stores/queries";
import { systemClock } from "@/lib/kernel/clock";
import { openCase } from "../actions";
import { NoUndo } from "../no-undo";
import { caseWords, type CaseWords } from "../words";

type Props = PageProps<"/h/[household]/cases/new">;

/** What somebody came for: `?about=question` is an unclear balance, everything else a redemption gone wrong. */
function aboutOf(asked: string | string[] | undefined): (typeof ABOUTS)[number] {
  return asked === "question" ? "question" : "mistake";
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("cases.new");
  return { title: t(aboutOf((await searchParams).about) === "mistake" ? "titleMistake" : "title") };
}

/** Where the store says what a balance is and may do: where to look, and its official pages (R93, R107). */
function LookFirst({ store, words: { t } }: { readonly store: StoreRow; readonly words: CaseWords }) {
  const links = [
    { href: store.balanceUrl, text: t("new.balancePage") },
    { href: store.termsUrl, text: t("new.terms") },
  ];
  return (
    <Sheet aria-labelledby="look">
      <SectionTitle id="look">{t("new.lookTitle")}</SectionTitle>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{store.whereToLook === "" ? t("new.noPlace") : store.whereToLook}</p>
      <div className="flex flex-wrap gap-x-5">
        {links.map(({ href, text }) =>
          href === null ? null : (
            <a key={text} href={href} className="text-link" target="_blank" rel="noreferrer noopener">
              {text}
              <ExternalLink />
            </a>
          ),
        )}
      </div>
    </Sheet>
  );
}

/** Opens a case. Before anything else it says that a redemption can't be taken back (R2), or where to look first (R93). */
export default async function NewCasePage({ params, searchParams }: Props) {
  const actor = await requireActor((await params).household);
  const { credit: asked, about: askedAbout } = await searchParams;
  const places = (await casePlaces(actor)) ?? notFound();
  const words = await caseWords(actor, today(actor, systemClock));
  const { t, base, balance } = words;
  const about = aboutOf(askedAbout);
  // Who comes from a balance or for a question has said already what it is about.
  const preset = askedAbout === "question" || asked !== undefined ? about : null;
  const hidden = {
    household: actor.householdId,
    ...(preset === null ? {} : { about: preset }),
    ...(preset === "question" ? { reason: "other" } : {}),
  };
  const chosen = places.credits.find(({ id }) => id === asked);
  const store = chosen ? await storePage(actor, chosen.storeId) : null;
  const options = [
    ...places.credits
      .filter((credit) => !credit.closed || credit.id === asked)
      .map((credit) => ({ value: `credit:${credit.id}`, label: balance(credit) })),
    ...places.accounts.map((account) => ({
      value: `account:${account.id}`,
      label: t("place.account", { member: account.memberName, store: account.storeName }),
    })),
  ];
  return (
    <>
      <BackLink href={`${base}/cases`}>{t("back")}</BackLink>
      <PageHeader title={t(about === "mistake" ? "new.titleMistake" : "new.title")} />
      {about === "mistake" ? <NoUndo /> : null}
      {about === "question" && store ? <LookFirst store={store.store} words={words} /> : null}
      <Sheet>
        {options.length === 0 ? (
          <EmptyState
            title={t("new.nothing")}
            action={<LinkButton href={`${base}/balances/credits/new`}>{t("new.addBalance")}</LinkButton>}
          >
            {t("new.nothingText")}
          </EmptyState>
        ) : (
          <ActionForm action={openCase} hidden={hidden} label={t("new.title")}>
            <SelectField
              name="place"
              label={t("new.place")}
              placeholder={t("new.choose")}
              options={options}
              defaultValue={chosen ? `credit:${chosen.id}` : undefined}
              required
            />
            {preset === null ? (
              <RadioField
                name="about"
                label={t("new.about")}
                options={ABOUTS.map((value) => ({ value, label: t(`about.${value}`), hint: t(`about.${value}Hint`) }))}
                defaultValue={about}
                required
              />
            ) : null}
            {preset === "question" ? null : (
              <RadioField
                name="reason"
                label={t("reason.label")}
                options={REASONS.map((value) => ({ value, label: t(`reason.${value}`), hint: t(`reason.${value}Hint`) }))}
                required
              />
            )}
            <TextareaField name="story" label={t("new.story")} hint={t("new.storyHint")} rows={4} maxLength={2000} />
            <SubmitButton>{t("new.submit")}</SubmitButton>
          </ActionForm>
        )}
      </Sheet>
    </>
  );
}
