import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { PageHeader } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { creditPage } from "@/lib/credits/ledger-page";
import { editTerms } from "../../../actions";
import { TermsFields } from "../../terms-fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credits.terms"))("title") };
}

export default async function TermsPage({ params }: PageProps<"/h/[household]/balances/credits/[credit]/terms">) {
  const { household, credit: creditId } = await params;
  const actor = await requireActor(household);
  const page = await creditPage(actor, creditId, null);
  if (!page?.mayKeep) notFound();
  const { credit, members } = page;
  const [t, origin] = await Promise.all([getTranslations("credits"), getTranslations("common.origin")]);
  const hidden = { household: actor.householdId, credit: credit.id, version: String(credit.version) };
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/balances/credits/${credit.id}`}>
        {t("page.title", { origin: origin(credit.origin), store: credit.storeName })}
      </BackLink>
      <PageHeader title={t("terms.title")} below={t("terms.keepsMoney")} />
      <ActionForm action={editTerms} hidden={hidden} label={t("terms.title")} className="grid gap-6">
        <TermsFields currency={actor.household.currency} members={members} credit={credit} />
        <SubmitButton>{t("terms.submit")}</SubmitButton>
      </ActionForm>
    </>
  );
}
