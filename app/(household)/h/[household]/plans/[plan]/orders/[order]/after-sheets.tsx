import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_forms/action-form";
import { CheckboxField, DateField, MoneyField, SelectField, TextField } from "@/app/_forms/fields";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { TextLink } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { OriginSwatch } from "@/app/_ui/origin";
import { SumLines } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { add, subtract, ZERO } from "@/lib/kernel/cents";
import type { OrderView } from "@/lib/orders/queries";
import { refundOrder, undoRecord } from "./actions";
import type { OrderWords } from "./words";

type Props = { readonly actor: Actor; readonly view: OrderView; readonly words: OrderWords };

/** Which balances really paid, and what was left for cash. */
export function PaidSheet({ view, words }: Pick<Props, "view" | "words">) {
  const { t, money } = words;
  const total = view.order.actualTotalCents ?? ZERO;
  const paying = view.credits.filter((credit) => credit.paidCents > 0n);
  const cash = subtract(total, add(ZERO, ...paying.map((credit) => credit.paidCents)));
  return (
    <Sheet aria-labelledby="paid">
      <SectionTitle id="paid">{t("paid.title")}</SectionTitle>
      <SumLines
        lines={[
          ...paying.map((credit) => ({
            id: credit.id,
            label: <OriginSwatch origin={credit.origin}>{words.credit(credit.id)}</OriginSwatch>,
            amount: money(credit.paidCents),
          })),
          ...(cash > 0n
            ? [
                {
                  id: "cash",
                  label: <OriginSwatch origin="cash">{t("paid.cash", { payer: words.name(view.order.cashPayerId) })}</OriginSwatch>,
                  amount: money(cash),
                },
              ]
            : []),
        ]}
        total={{ label: t("paid.total"), amount: money(total) }}
      />
    </Sheet>
  );
}

/** Who received how much in this order, and whether that is to be evened up. */
export function ReceivedSheet({ actor, view, words }: Props) {
  const { t, money } = words;
  const rows = [...view.people.values()].flatMap((person) => {
    const amount = view.received.get(person.id) ?? ZERO;
    return amount === 0n ? [] : [{ person, amount }];
  });
  if (rows.length === 0) return null;
  return (
    <Sheet aria-labelledby="received">
      <SectionTitle id="received">{t("received.title")}</SectionTitle>
      <dl className="rules">
        {rows.map(({ person, amount }) => (
          <div key={person.id} className="flex items-center justify-between gap-3 py-2.5">
            <dt className="flex items-center gap-2.5">
              <Avatar name={person.name} colour={memberColour(person.colour)} />
              {person.name}
            </dt>
            <dd className="money font-[600]">{money(amount)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-2">{t(`received.${view.order.settlement}`)}</p>
      {view.order.settlement === "even_up" ? (
        <TextLink href={`/h/${actor.householdId}/balances#owed`}>{t("received.toBalances")}</TextLink>
      ) : null}
    </Sheet>
  );
}

/** What came back so far, and the form for more; parts, lines and whole orders alike. */
export async function RefundsSheet({ actor, view, words, may }: Props & { readonly may: boolean }) {
  const t = await getTranslations("orders.refunds");
  const { order, refunds } = view;
  const leftIn = add(ZERO, ...view.left.values());
  if (refunds.length === 0 && !may) return null;
  return (
    <Sheet aria-labelledby="refunds">
      <SectionTitle id="refunds">{t("title")}</SectionTitle>
      {refunds.length > 0 ? (
        <ul className="rules">
          {refunds.map((refund) => (
            <li key={refund.id} className="grid gap-0.5 py-2.5">
              <span className="flex justify-between gap-3">
                <span className="min-w-0 font-[620]">{refund.lineName ?? t("whole")}</span>
                <span className="money font-[600]">{words.money(refund.cents)}</span>
              </span>
              <span className="text-sm text-ink-2">
                {refund.parts
                  .map((part) =>
                    part.creditId === null
                      ? t("cash", { amount: words.money(part.cents) })
                      : t("into", { amount: words.money(part.cents), credit: words.credit(part.creditId) }),
                  )
                  .join(", ")}
              </span>
              <span className="text-sm text-ink-2">
                {t("row", { day: words.day(refund.occurredOn), by: refund.by })}
                {refund.reason ? `: ${refund.reason}` : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {may && leftIn > 0n ? (
        <Disclosure summary={t("open")}>
          <RefundForm actor={actor} view={view} words={words} />
        </Disclosure>
      ) : null}
      {may && order.status === "ordered" && refunds.length === 0 ? <UndoDisclosure actor={actor} orderId={order.id} /> : null}
    </Sheet>
  );
}

async function RefundForm({ actor, view, words }: Props) {
  const t = await getTranslations("orders.refunds");
  const { order } = view;
  const leftOf = (lineId: string | null) => view.left.get(lineId) ?? ZERO;
  const targets = [
    ...order.lines
      .filter((line) => leftOf(line.id) > 0n)
      .map((line) => ({ value: line.id, label: t("line", { line: line.name, left: words.money(leftOf(line.id)) }) })),
    ...(leftOf(null) > 0n ? [{ value: "shipping", label: t("shipping", { left: words.money(leftOf(null)) }) }] : []),
    { value: "order", label: t("order", { left: words.money(add(ZERO, ...view.left.values())) }) },
  ];
  const into = [
    { value: "origin", label: t("origin") },
    ...view.credits.map((credit) => ({ value: credit.id, label: words.credit(credit.id) })),
    { value: "new_credit", label: t("new_credit") },
    { value: "cash", label: t("cashOption") },
  ];
  return (
    <ActionForm
      action={refundOrder}
      hidden={{ household: actor.householdId, orderId: order.id }}
      label={t("open")}
      doneText={t("done")}
      summary={false}
    >
      <SelectField name="target" label={t("target")} options={targets} required />
      <SelectField
        name="what"
        label={t("what")}
        options={(["refund", "cancelled", "failed"] as const).map((what) => ({ value: what, label: t(what) }))}
        required
      />
      <MoneyField name="amount" label={t("amount")} hint={t("amountHint")} currency={actor.household.currency} />
      <SelectField name="into" label={t("into_label")} options={into} required />
      <DateField name="occurredOn" label={t("on")} defaultValue={view.today} max={view.today} required />
      <CheckboxField name="reopen" label={t("reopen")} />
      <TextField name="reason" label={t("reason")} maxLength={500} autoComplete="off" />
      <SubmitButton variant="quiet">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

async function UndoDisclosure({ actor, orderId }: { readonly actor: Actor; readonly orderId: string }) {
  const t = await getTranslations("orders.undo");
  return (
    <Disclosure summary={t("open")}>
      <p className="text-sm text-ink-2">{t("text")}</p>
      <ActionForm action={undoRecord} hidden={{ household: actor.householdId, orderId }} label={t("open")}>
        <SubmitButton variant="quiet">{t("button")}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}
