import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_session/actor";
import { TextLink } from "@/app/_ui/button";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { isAdult, seesBalances } from "@/lib/auth/actor";
import { exportNames } from "@/lib/exports/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("title") };
}

/** What a member can take along: all of it in one file, or a table for a spreadsheet. */
export default async function ExportPage({ params }: PageProps<"/h/[household]/export">) {
  const actor = await requireActor((await params).household);
  const t = await getTranslations("exports");
  const here = `/h/${actor.householdId}/export`;
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/household`}>{t("back")}</BackLink>
      <PageHeader title={t("title")} below={t("text")} />
      <Columns>
        <Stack>
          <Sheet aria-labelledby="all">
            <SectionTitle id="all">{t("all")}</SectionTitle>
            <p>{t("allText", { currency: actor.household.currency })}</p>
            <TextLink href={`${here}/everything.json`} download prefetch={false} className="justify-self-start">
              {t("allLink")}
            </TextLink>
            <p className="text-sm text-ink-2">{seesBalances(actor) ? (isAdult(actor) ? t("notIn") : null) : t("child")}</p>
          </Sheet>
        </Stack>
        <Stack>
          <Sheet flush aria-labelledby="tables">
            <SectionTitle id="tables">{t("tables")}</SectionTitle>
            <p className="px-4 desk:px-[22px]">{t("tablesText")}</p>
            <ul className="rules" aria-labelledby="tables">
              {exportNames(actor).map((name) => (
                <li key={name} className="flex items-center justify-between gap-3 px-4 desk:px-[22px]">
                  <span>{t(`parts.${name}`)}</span>
                  <TextLink href={`${here}/${name}.csv`} download prefetch={false}>
                    {t.rich("download", {
                      part: t(`parts.${name}`),
                      hidden: (chunks) => <span className="sr-only">{chunks}</span>,
                    })}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Sheet>
        </Stack>
      </Columns>
    </>
  );
}
