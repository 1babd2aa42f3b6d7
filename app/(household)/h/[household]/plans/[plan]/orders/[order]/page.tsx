import { Pause } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ActionForm } from "@/app/_forms/action-form";
import { requireActor } from "@/app/_session/actor";
import { LinkButton } from "@/app/_ui/button";
import { Note, StepProgress } from "@/app/_ui/feedback";
import { BackLink } from "@/app/_ui/shell/back-link";
import { Columns, PageHeader, Stack } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { add, ZERO } from "@/lib/kernel/cents";
import { systemClock } from "@/lib/kernel/clock";
import { mayRun } from "@/lib/orders/locked-order";
import { orderView, type OrderView } from "@/lib/orders/queries";
import { orderToChoose } from "@/lib/plans/queries";
import { cancelOrder } from "./actions";
import { PaidSheet, ReceivedSheet, RefundsSheet } from "./after-sheets";
import { CartSheet } from "./cart-sheet";
import { progressOf, type Progress } from "./progress";
import { StepsSheet } from "./steps-sheet";
import { orderWords, type OrderWords } from "./words";

type Props = PageProps<"/h/[household]/plans/[plan]/orders/[order]">;

const load = cache(async (household: string, plan: string, order: string) => {
  const actor = await requireActor(household);
  const view = (await orderView(actor, plan, order, systemClock)) ?? notFound();
  return { actor, view, words: await orderWords(actor, view) };
});

function titleOf(view: OrderView, { t }: OrderWords, progress: Progress): string {
  const { status } = view.order;
  return t(`title.${status === "ordered" && progress.now === "close" ? "ready" : status}`);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { household, plan, order } = await params;
  const { view, words } = await load(household, plan, order);
  return { title: titleOf(view, words, progressOf(view.order, false)) };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { household, plan, order: orderId } = await params;
  const { actor, view, words } = await load(household, plan, orderId);
  const { t } = words;
  const { order } = view;
  const progress = progressOf(order, (await searchParams).write !== undefined);
  const may = mayRun(actor, order) && order.planStatus !== "draft" && order.planStatus !== "proposed";
  const running = may && order.accountStatus === "active" && order.status !== "cancelled";
  const choose = running && order.status === "planned" ? await orderToChoose(actor, order.planId, order.id) : [];
  const ordered = order.status === "ordered" || order.status === "closed";
  const planHref = `/h/${actor.householdId}/plans/${order.planId}`;
  const below = {
    planned: () => t("below", { done: progress.done.size, total: progress.total, account: words.account, day: words.day(order.plannedOn) }),
    ordered: () =>
      t("belowOrdered", {
        account: words.account,
        number: order.orderNumber ?? "",
        day: order.orderedOn ? words.day(order.orderedOn) : "",
      }),
    closed: () =>
      t("belowOrdered", {
        account: words.account,
        number: order.orderNumber ?? "",
        day: order.orderedOn ? words.day(order.orderedOn) : "",
      }),
    cancelled: () => t("belowCancelled", { account: words.account }),
  }[order.status]();
  return (
    <>
      <BackLink href={planHref}>{t("back")}</BackLink>
      <PageHeader title={titleOf(view, words, progress)} below={below} />
      {order.status === "cancelled" ? null : <StepProgress done={progress.done.size} total={progress.total} />}
      {order.accountStatus !== "active" && order.status === "planned" ? (
        <Note kind="problem">{t("frozen", { store: order.storeName })}</Note>
      ) : null}
      {order.planStatus === "draft" || order.planStatus === "proposed" ? <Note>{t("notApproved")}</Note> : null}
      <Columns>
        <Stack>
          {running && order.status !== "closed" ? (
            <StepsSheet actor={actor} view={view} words={words} progress={progress} choose={choose} />
          ) : (
            <CartSheet view={view} words={words} />
          )}
          {order.status === "closed" && view.otherOrdersOpen > 0 ? <LinkButton href={planHref}>{t("next")}</LinkButton> : null}
          {ordered ? <RefundsSheet actor={actor} view={view} words={words} may={may} /> : null}
        </Stack>
        <Stack>
          {running && order.status !== "closed" ? <CartSheet view={view} words={words} /> : null}
          {order.status === "planned" && running ? (
            <Note>
              <b>{t("whyNot.title")}</b> {t("whyNot.text")}
            </Note>
          ) : null}
          {ordered ? <PaidSheet view={view} words={words} /> : null}
          {ordered ? <ReceivedSheet actor={actor} view={view} words={words} /> : null}
          {order.status === "planned" && may && order.planStatus === "approved" ? (
            <StopForm actor={actor} view={view} words={words} />
          ) : null}
        </Stack>
      </Columns>
    </>
  );
}

/** Stops the order before anything was bought: the holds are free again. */
function StopForm({ actor, view, words }: { readonly actor: Actor; readonly view: OrderView; readonly words: OrderWords }) {
  const { t, money } = words;
  const held = add(ZERO, ...view.credits.map((credit) => credit.heldCents));
  const label = held > 0n ? t("stop.button", { held: money(held) }) : t("stop.buttonNothing");
  return (
    <ActionForm
      action={cancelOrder}
      hidden={{ household: actor.householdId, orderId: view.order.id }}
      label={label}
      className="grid gap-1.5"
    >
      <SubmitButton variant="quiet" wide icon={<Pause />}>
        {label}
      </SubmitButton>
      <p className="text-sm text-ink-2">{t("stop.hint")}</p>
    </ActionForm>
  );
}
