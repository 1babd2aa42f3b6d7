import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { Messages } from "@/app/_i18n/messages";
import { requireActor } from "@/app/_session/actor";
import { buildId } from "@/app/_session/build-id";
import { Note } from "@/app/_ui/feedback";
import { PageHeader } from "@/app/_ui/sheet";
import { BackLink } from "@/app/_ui/shell/back-link";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult, today } from "@/lib/auth/actor";
import { payersByCategory } from "@/lib/credits/can-pay";
import { systemClock } from "@/lib/kernel/clock";
import { minorDigits } from "@/lib/kernel/currency";
import { newId } from "@/lib/kernel/id";
import { listPage } from "@/lib/lists/queries";
import { CATEGORIES } from "@/lib/stores/category";
import { archiveListAction, renameListAction, restoreListAction } from "../actions";
import { Board } from "./board";
import type { Frame } from "./frame";

/** Once per request, for the title and the page. */
const found = cache(async (household: string, list: string) => {
  const actor = await requireActor(household);
  const page = await listPage(actor, list);
  return page ? { actor, page } : notFound();
});

export async function generateMetadata({ params }: PageProps<"/h/[household]/lists/[list]">): Promise<Metadata> {
  const { household, list } = await params;
  return { title: (await found(household, list)).page.list.name };
}

export default async function ListPage({ params }: PageProps<"/h/[household]/lists/[list]">) {
  const { household, list: listId } = await params;
  const [{ actor, page }, t] = await Promise.all([found(household, listId), getTranslations("lists.page")]);
  const { list, items, members, stores } = page;
  const adult = isAdult(actor);
  const now = systemClock.now();
  const frame: Frame = {
    householdId: actor.householdId,
    list,
    members,
    stores,
    me: actor.memberId,
    person: actor.userId,
    build: buildId(),
    adult,
    currency: actor.household.currency,
    digits: minorDigits(actor.household.currency),
    today: today(actor, systemClock),
    timeZone: actor.household.timeZone,
    now: now.getTime(),
    categories: CATEGORIES,
    payers: await payersByCategory(actor, today(actor, systemClock)),
  };
  const about = { household: actor.householdId, list: list.id };
  const store = stores.find(({ id }) => id === list.storeId);

  return (
    <>
      <BackLink href={`/h/${actor.householdId}/lists`}>{t("back")}</BackLink>
      <PageHeader above={store && store.name !== list.name ? t("runningAt", { store: store.name }) : undefined} title={list.name} />
      {list.archived ? (
        <Note>
          <ActionForm action={restoreListAction} hidden={about} className="flex flex-wrap items-center justify-between gap-2">
            <span>{t("archived")}</span>
            {adult ? (
              <SubmitButton variant="text" small>
                {(await getTranslations("lists.overview"))("restore")}
              </SubmitButton>
            ) : null}
          </ActionForm>
        </Note>
      ) : null}
      <Messages namespaces={["lists", "errors.lists", "errors.money"]}>
        <Board key={list.id} frame={frame} items={items} moreDone={page.moreDone} commandId={newId()} />
      </Messages>
      {adult && !list.archived ? (
        <details>
          <summary className="text-link list-none">{t("settings")}</summary>
          <div className="sheet sheet-gap mt-2">
            <ActionForm action={renameListAction} hidden={about} label={t("rename")} summary={false} doneText={t("renamed")}>
              <TextField name="name" label={t("rename")} required maxLength={80} defaultValue={list.name} autoComplete="off" />
              <SubmitButton variant="quiet">{t("saveName")}</SubmitButton>
            </ActionForm>
            <ActionForm action={archiveListAction} hidden={about} label={t("archive")}>
              <p className="text-sm text-ink-2">{t("archiveHint")}</p>
              <SubmitButton variant="danger">{t("archive")}</SubmitButton>
            </ActionForm>
          </div>
        </details>
      ) : null}
    </>
  );
}
