import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { requireActor } from "@/app/_session/actor";
import { BackLink } from "@/app/_ui/shell/back-link";
import { PageHeader, SectionTitle, Sheet } from "@/app/_ui/sheet";
import { maskedCode } from "@/lib/cases/draft";
import { OPTIONS } from "@/lib/cases/options";
import { casePage } from "@/lib/cases/queries";
import { systemClock } from "@/lib/kernel/clock";
import { caseWords } from "../../words";
import { PrintButton } from "./print-button";

type Props = PageProps<"/h/[household]/cases/[case]/print">;

const load = cache(async (household: string, caseId: string) => {
  const actor = await requireActor(household);
  const page = (await casePage(actor, caseId, systemClock)) ?? notFound();
  return { page, words: await caseWords(actor, page.today) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { household, case: caseId } = await params;
  const { page, words } = await load(household, caseId);
  return { title: words.t("print.title", { about: page.facts.about, store: page.facts.storeName }) };
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-4 desk:grid-cols-[12rem_minmax(0,1fr)] print:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{label}</dt>
      <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** The whole case on one page, for paper or PDF; the code is masked here too (R32, R33). */
export default async function PrintPage({ params }: Props) {
  const { household, case: caseId } = await params;
  const { page, words } = await load(household, caseId);
  const { t, base, day, balance, size } = words;
  const { facts } = page;
  const mistake = facts.about === "mistake";
  const none = t("print.none");
  const documents = [...page.documents].map((document) => t(`documents.${document}`)).join("\n");
  return (
    <>
      <div className="print-hidden contents">
        <BackLink href={`${base}/cases/${page.id}`}>{t("print.back")}</BackLink>
      </div>
      <PageHeader title={t("print.title", { about: facts.about, store: facts.storeName })} />
      <div className="print-hidden grid justify-items-start gap-1">
        <PrintButton>{t("print.button")}</PrintButton>
        <p className="text-sm text-ink-2">{t("print.hint")}</p>
      </div>
      <Sheet aria-labelledby="facts">
        <SectionTitle id="facts">{t("print.facts")}</SectionTitle>
        <dl className="grid gap-2">
          <Line label={t("print.store")}>{facts.storeName}</Line>
          <Line label={t("print.holder")}>{facts.holderName}</Line>
          {page.credit ? <Line label={t("print.balance")}>{balance(page.credit)}</Line> : null}
          <Line label={t("print.opened")}>
            {day(page.openedOn)}, {page.openedBy}
          </Line>
          {mistake ? (
            <>
              <Line label={t("print.reason")}>{t(`reason.${facts.reason}`)}</Line>
              <Line label={t("facts.code")}>{facts.codeEnd ? maskedCode(facts.codeEnd) : none}</Line>
              <Line label={t("facts.redeemed_on")}>{facts.redeemedOn ? day(facts.redeemedOn) : none}</Line>
            </>
          ) : null}
          <Line label={t("facts.account_details")}>{facts.accountDetails || none}</Line>
          <Line label={t("print.story")}>{facts.story || none}</Line>
          <Line label={t("print.wish")}>{facts.wish || none}</Line>
          <Line label={t("print.documents")}>{documents || none}</Line>
          {page.followUpOn ? <Line label={t("print.followUp")}>{day(page.followUpOn)}</Line> : null}
          {page.outcome && page.outcomeOn ? (
            <Line label={t("print.outcome")}>
              {t("outcome.ended", { outcome: page.outcome, day: day(page.outcomeOn) })}
              {page.outcomeNote ? `\n${page.outcomeNote}` : ""}
            </Line>
          ) : null}
        </dl>
      </Sheet>
      {mistake ? (
        <Sheet aria-labelledby="considered">
          <SectionTitle id="considered">{t("print.options")}</SectionTitle>
          <dl className="grid gap-2">
            {OPTIONS.map((option) => {
              const choice = page.choices[option];
              return (
                <Line key={option} label={t(`options.${option}.name`)}>
                  {choice ? t(`options.${choice}`) : t("print.notLooked")}
                </Line>
              );
            })}
          </dl>
        </Sheet>
      ) : null}
      <Sheet aria-labelledby="contacts">
        <SectionTitle id="contacts">{t("contacts.title")}</SectionTitle>
        {page.contacts.length === 0 ? <p>{none}</p> : null}
        <dl className="grid gap-3">
          {page.contacts.toReversed().map((contact) => (
            <Line
              key={contact.id}
              label={t("contacts.line", {
                day: day(contact.happenedOn),
                time: contact.happenedAt,
                channel: t(`contacts.channels.${contact.channel}`),
              })}
            >
              {[
                contact.representative ? t("contacts.with", { name: contact.representative }) : null,
                contact.reference ? t("contacts.referenceLine", { reference: contact.reference }) : null,
                contact.note || null,
                t("contacts.by", { by: contact.by }),
              ]
                .filter((line) => line !== null)
                .join("\n")}
            </Line>
          ))}
        </dl>
      </Sheet>
      <Sheet aria-labelledby="files">
        <SectionTitle id="files">{t("files.title")}</SectionTitle>
        {page.files.length === 0 ? <p>{none}</p> : null}
        <dl className="grid gap-3">
          {page.files.map((file) => (
            <Line key={file.id} label={file.name}>
              {t("files.line", { size: size(file.size), day: day(file.addedOn), by: file.by })}
              {`\n${t("files.fingerprint", { sha256: file.sha256 })}`}
            </Line>
          ))}
        </dl>
      </Sheet>
    </>
  );
}
