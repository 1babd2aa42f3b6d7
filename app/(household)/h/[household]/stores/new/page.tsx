import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { PageHeader, Sheet } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult } from "@/lib/auth/actor";
import { addStore } from "../actions";
import { StoreFields } from "../store-fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stores"))("add") };
}

export default async function NewStorePage({ params }: PageProps<"/h/[household]/stores/new">) {
  const actor = await requireActor((await params).household);
  if (!isAdult(actor)) notFound();
  const t = await getTranslations("stores");
  return (
    <>
      <BackLink href={`/h/${actor.householdId}/stores`}>{t("place")}</BackLink>
      <PageHeader title={t("new.title")} />
      <Sheet>
        <ActionForm action={addStore} hidden={{ household: actor.householdId }} label={t("add")}>
          <StoreFields currency={actor.household.currency} />
          <SubmitButton>{t("new.submit")}</SubmitButton>
        </ActionForm>
      </Sheet>
    </>
  );
}
