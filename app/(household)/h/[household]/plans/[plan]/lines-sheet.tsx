import { memberColour, PeopleChip } from "@/app/_ui/avatar";
import { WhyLine } from "@/app/_ui/feedback";
import { OriginSwatch } from "@/app/_ui/origin";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { VerdictBadge, VerdictWhy } from "@/app/_ui/verdict";
import type { Actor } from "@/lib/auth/actor";
import { formatQuantity } from "@/lib/i18n/quantity";
import { linesOf, type DraftLine } from "@/lib/plans/draft";
import type { PlanView } from "@/lib/plans/queries";
import { paymentsOf, type LinePayment } from "@/lib/plans/view";
import { ChangeLine } from "./change-line";
import { forText } from "./for-text";
import { WhatIf } from "./what-if";
import type { PlanWords } from "./words";

type Props = {
  readonly actor: Actor;
  readonly view: PlanView;
  readonly words: PlanWords;
  /** The line whose alternatives were asked for. */
  readonly asked: string | undefined;
};

/** Every line: what, for whom, who pays how, and why. It adds up below. */
export function LinesSheet(props: Props) {
  const { view, words } = props;
  const { t, money } = words;
  const { draft } = view.plan;
  return (
    <Sheet flush aria-labelledby="lines">
      <SectionTitle id="lines">{t("lines.title")}</SectionTitle>
      <div className="rules">
        {draft.orders.map((order) => (
          <div key={order.id}>
            {draft.orders.length > 1 ? (
              <h3 className="px-(--px) pt-3 text-sm text-ink-2">
                {t("title.order", { account: words.account(order.accountId), day: words.day(order.on) })}
              </h3>
            ) : null}
            <ul className="rules">
              {linesOf(draft, order).map((line) => (
                <li key={line.id} className="grid gap-[5px] px-(--px) py-3.5">
                  <Line {...props} line={line} heading={draft.orders.length > 1 ? "h4" : "h3"} />
                </li>
              ))}
              {order.shippingCents > 0n ? (
                <li className="flex items-start justify-between gap-3 px-(--px) py-3">
                  <span>{t("flow.shipping")}</span>
                  <span className="money font-[600]">{money(order.shippingCents)}</span>
                </li>
              ) : null}
            </ul>
          </div>
        ))}
        {view.totals.tax > 0n ? (
          <div className="flex items-start justify-between gap-3 px-(--px) py-3">
            <span>
              {t("lines.tax")}
              <span className="block text-sm text-ink-2">{t("lines.taxNote")}</span>
            </span>
            <span className="money">{money(view.totals.tax)}</span>
          </div>
        ) : null}
        <div className="flex items-center justify-between gap-3 border-t-[1.5px]! border-ink! px-(--px) py-3">
          <span className="font-[650]">{t("lines.total")}</span>
          <span className="total money text-md">{money(view.totals.total)}</span>
        </div>
      </div>
    </Sheet>
  );
}

function Line({ heading: Heading, ...props }: Props & { readonly line: DraftLine; readonly heading: "h3" | "h4" }) {
  const { view, words, line } = props;
  const { t, money, locale } = words;
  const ended = view.plan.endedLines.get(line.id);
  const people = line.parts.flatMap((part) => view.world.members.get(part.memberId) ?? []);
  const quantity = line.quantityMilli === 1000 && line.unit === "" ? null : formatQuantity(line.quantityMilli / 1000, line.unit, locale);
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <Heading className="row-name min-w-0 wrap-anywhere">
          {line.name}
          {quantity ? <span className="row-quantity"> {quantity}</span> : null}
          {ended ? <span className="tag ml-2">{t(`lines.${ended}`)}</span> : null}
        </Heading>
        <span className="money text-right font-[650]">
          {money(line.amountCents)}
          {line.taxCents > 0n ? (
            <small className="block text-sm font-[450] text-ink-2">{t("lines.withTax", { tax: money(line.taxCents) })}</small>
          ) : null}
        </span>
      </div>
      <PeopleChip people={people.map((one) => ({ name: one.name, colour: memberColour(one.colour) }))}>
        {forText(view, words, line)}
      </PeopleChip>
      {paymentsOf(view.world, view.plan.draft, line).map((payment) => (
        <Paid key={payment.credit?.id ?? "cash"} words={words} line={line} payment={payment} payer={payerOf(props)} />
      ))}
      {line.why.map((reason) => {
        const text = words.reason(reason);
        return text ? <WhyLine key={`${reason.code} ${JSON.stringify(reason.params)}`}>{text}</WhyLine> : null;
      })}
      {view.plan.status === "draft" && view.mayChange ? (
        <>
          <WhatIf {...props} asked={props.asked === line.id} />
          <ChangeLine {...props} />
        </>
      ) : null}
    </>
  );
}

function payerOf({ view, words, line }: Props & { readonly line: DraftLine }): string {
  const order = view.plan.draft.orders.find((candidate) => candidate.accountId === line.place?.accountId && candidate.on === line.place.on);
  return order ? words.member(order.cashPayerId) : "";
}

function Paid({
  words,
  line,
  payment,
  payer,
}: {
  readonly words: PlanWords;
  readonly line: DraftLine;
  readonly payment: LinePayment;
  readonly payer: string;
}) {
  const { t, money, credit } = words;
  const { verdict } = payment;
  const all = payment.cents === line.amountCents;
  const name = payment.credit ? credit(payment.credit) : t("lines.cashBy", { payer });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
      <OriginSwatch origin={payment.credit?.origin ?? "cash"}>
        {all ? t("lines.paysAll", { name }) : t("lines.paysPart", { name, amount: money(payment.cents) })}
      </OriginSwatch>
      {verdict === null ? null : verdict.verdict === "verify" ? (
        <VerdictWhy verdict="VERIFY" about={name}>
          {words.ruled(verdict.reason, name)}
        </VerdictWhy>
      ) : (
        <VerdictBadge verdict={verdict.verdict === "ok" ? "OK" : "NO"} />
      )}
    </div>
  );
}
