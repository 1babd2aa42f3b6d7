import { ListChecks, Store } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { TextField } from "@/app/_forms/fields";
import { requireActor } from "@/app/_session/actor";
import { EmptyState, Note } from "@/app/_ui/feedback";
import { RowLink } from "@/app/_ui/rows";
import { Columns, PageHeader, SectionTitle, Sheet, Stack } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { isAdult } from "@/lib/auth/actor";
import { formatMoney } from "@/lib/i18n/money";
import { listsOverview, type ListSummary } from "@/lib/lists/queries";
import { createListAction, restoreListAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists.overview"))("title") };
}

export default async function ListsPage({ params, searchParams }: PageProps<"/h/[household]/lists">) {
  const actor = await requireActor((await params).household);
  const [t, locale, overview, { away }] = await Promise.all([
    getTranslations("lists.overview"),
    getLocale(),
    listsOverview(actor),
    searchParams,
  ]);
  const household = actor.householdId;
  const adult = isAdult(actor);
  const shared = overview.lists.filter(({ storeId }) => storeId === null);
  const running = overview.lists.filter(({ storeId }) => storeId !== null);
  const putAway = overview.archived.find(({ id }) => id === away);
  const count = overview.lists.reduce((sum, { openCount }) => sum + openCount, 0);

  const row = (list: ListSummary) => (
    <RowLink key={list.id} href={`/h/${household}/lists/${list.id}`} sign={list.storeId ? <Store /> : <ListChecks />} title={list.name}>
      {[
        t("open", { count: list.openCount }),
        list.openCents > 0n ? t("about", { amount: formatMoney(list.openCents, actor.household.currency, locale) }) : null,
        list.checkedCount > 0 ? t("inBasket", { count: list.checkedCount }) : null,
      ]
        .filter((text) => text !== null)
        .join(" · ")}
    </RowLink>
  );

  return (
    <>
      <PageHeader above={t("above", { household: actor.household.name })} title={t("heading", { count })} />
      {putAway && adult ? (
        <Note role="status">
          <ActionForm
            action={restoreListAction}
            hidden={{ household, list: putAway.id }}
            className="flex flex-wrap items-center justify-between gap-2"
          >
            <span>{t("putAway", { list: putAway.name })}</span>
            <SubmitButton variant="text" small>
              {t("undo")}
            </SubmitButton>
          </ActionForm>
        </Note>
      ) : null}
      <Columns>
        <Stack>
          <Sheet flush aria-labelledby="shared-lists">
            <SectionTitle id="shared-lists">{t("shared")}</SectionTitle>
            {shared.length > 0 ? (
              <div className="rules">{shared.map(row)}</div>
            ) : (
              <EmptyState title={t("emptyTitle")}>{t(adult ? "empty" : "emptyChild")}</EmptyState>
            )}
          </Sheet>
          {running.length > 0 || (adult && overview.storesWithoutList.length > 0) ? (
            <Sheet flush aria-labelledby="running-lists">
              <SectionTitle id="running-lists" end={t("runningHint")}>
                {t("running")}
              </SectionTitle>
              <div className="rules">
                {running.map(row)}
                {adult
                  ? overview.storesWithoutList.map((store) => (
                      <ActionForm
                        key={store.id}
                        action={createListAction}
                        hidden={{ household, name: store.name, storeId: store.id }}
                        className="px-(--px) py-2"
                      >
                        <SubmitButton variant="text" small icon={<Store />}>
                          {t("start", { store: store.name })}
                        </SubmitButton>
                      </ActionForm>
                    ))
                  : null}
              </div>
            </Sheet>
          ) : null}
        </Stack>
        <Stack>
          {adult ? (
            <Sheet aria-labelledby="new-list">
              <SectionTitle id="new-list">{t("newTitle")}</SectionTitle>
              <ActionForm action={createListAction} hidden={{ household }} label={t("newTitle")} summary={false}>
                <TextField name="name" label={t("newName")} placeholder={t("newPlaceholder")} required maxLength={80} autoComplete="off" />
                <SubmitButton variant={overview.lists.length === 0 ? "primary" : "quiet"}>{t("create")}</SubmitButton>
              </ActionForm>
            </Sheet>
          ) : null}
          {adult && overview.archived.length > 0 ? (
            <Sheet aria-labelledby="archived-lists">
              <SectionTitle id="archived-lists">{t("archived")}</SectionTitle>
              <ul className="rules">
                {overview.archived.map(({ id, name }) => (
                  <li key={id}>
                    <ActionForm
                      action={restoreListAction}
                      hidden={{ household, list: id }}
                      label={t("restoreList", { list: name })}
                      className="flex flex-wrap items-center justify-between gap-2 py-1"
                    >
                      <span className="min-w-0 wrap-anywhere">{name}</span>
                      <SubmitButton variant="text" small>
                        {t("restore")}
                      </SubmitButton>
                    </ActionForm>
                  </li>
                ))}
              </ul>
            </Sheet>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
}
