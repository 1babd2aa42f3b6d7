import { Printer } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActor } from "@/app/_session/actor";
import { LinkButton, TextLink } from "@/app/_ui/button";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { casePage } from "@/lib/cases/queries";
import { systemClock } from "@/lib/kernel/clock";
import { NoUndo } from "../no-undo";
import { caseWords } from "../words";
import { ContactsSheet } from "./contacts-sheet";
import { DocumentsSheet } from "./documents-sheet";
import { FactsSheet } from "./facts-sheet";
import { FilesSheet } from "./files-sheet";
import { MessageSheet } from "./message-sheet";
import { OptionsSheet } from "./options-sheet";
import { EndedSheet, FollowUpSheet, OutcomeSheet } from "./outcome-sheets";

type Props = PageProps<"/h/[household]/cases/[case]">;

const load = cache(async (household: string, caseId: string) => {
  const actor = await requireActor(household);
  const page = (await casePage(actor, caseId, systemClock)) ?? notFound();
  return { actor, page, words: await caseWords(actor, page.today) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { household, case: caseId } = await params;
  const { page, words } = await load(household, caseId);
  return { title: words.t("list.row", { about: page.facts.about, store: page.facts.storeName }) };
}

/** One case: the five ways on, best first, then all that support needs and what came of it. */
export default async function CasePage({ params }: Props) {
  const { household, case: caseId } = await params;
  const { actor, page, words } = await load(household, caseId);
  const { t, base, day } = words;
  const { facts, credit } = page;
  const mistake = facts.about === "mistake";
  const open = page.outcome === null;
  const props = { actor, page, words };
  return (
    <>
      <BackLink href={`${base}/cases`}>{t("back")}</BackLink>
      <PageHeader
        title={t("list.row", { about: facts.about, store: facts.storeName })}
        below={t("page.below", { holder: facts.holderName, store: facts.storeName, day: day(page.openedOn), by: page.openedBy })}
      />
      {page.outcome === null ? null : <EndedSheet {...props} />}
      {mistake && open ? <NoUndo /> : null}
      <Columns>
        <Stack>
          {mistake ? <OptionsSheet {...props} /> : null}
          <FactsSheet {...props} />
          <DocumentsSheet {...props} />
          {page.supportOpen ? <MessageSheet page={page} words={words} /> : null}
        </Stack>
        <Stack>
          {page.supportOpen ? <ContactsSheet {...props} /> : null}
          {page.supportOpen ? <FilesSheet {...props} /> : null}
          {page.supportOpen && open ? <FollowUpSheet {...props} /> : null}
          {page.supportOpen && open ? <OutcomeSheet {...props} /> : null}
          <div className="grid justify-items-start gap-1">
            {credit ? <TextLink href={`${base}/balances/credits/${credit.id}`}>{t("page.credit")}</TextLink> : null}
            {credit ? <TextLink href={`${base}/cases/checklist/${credit.id}`}>{t("page.points")}</TextLink> : null}
          </div>
          <LinkButton href={`${base}/cases/${page.id}/print`} icon={<Printer />} wide>
            {t("page.print")}
          </LinkButton>
        </Stack>
      </Columns>
    </>
  );
}
