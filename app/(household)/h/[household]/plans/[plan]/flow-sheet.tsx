import { FlowPicture, type PictureFlow, type PictureSource, type PictureTarget } from "@/app/_ui/flow/flow-picture";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { cents, type Cents } from "@/lib/kernel/cents";
import type { PlanView } from "@/lib/plans/queries";
import type { CreditUse } from "@/lib/plans/view";
import { forText } from "./for-text";
import type { PlanWords } from "./words";

const MOST_LINES = 7;
const CASH = "cash";
const REST = "rest";
const SHIPPING = "shipping";

/** What pays for what: the plan's picture, and its three figures. */
export function FlowSheet({
  view,
  words,
  uses,
}: {
  readonly view: PlanView;
  readonly words: PlanWords;
  readonly uses: readonly CreditUse[];
}) {
  const { t, money } = words;
  const { totals } = view;
  const holders = [...new Set(uses.map((use) => view.world.accounts.get(use.credit.accountId)?.memberId ?? ""))];
  return (
    <Sheet aria-labelledby="flow">
      <SectionTitle id="flow">{t("flow.title")}</SectionTitle>
      {totals.total > 0n ? (
        <FlowPicture
          caption={t("flow.caption")}
          sourcesHead={holders.length > 0 ? t("flow.balancesOf", { names: words.members(holders) }) : t("flow.cashHead")}
          targetsHead={t("flow.buys")}
          sources={sourcesOf(view, words, uses)}
          targets={targetsOf(view, words)}
          flows={flowsOf(view, words)}
        />
      ) : null}
      <dl className="facts border-t-[1.5px] border-ink pt-3">
        <div>
          <dt>{t("flow.fromBalances")}</dt>
          <dd>{money(totals.fromCredits)}</dd>
        </div>
        <div>
          <dt>{t("flow.cash")}</dt>
          <dd>{money(totals.cash)}</dd>
        </div>
        <div>
          <dt>{t("flow.shipping")}</dt>
          <dd>{totals.shipping === 0n ? t("flow.free") : money(totals.shipping)}</dd>
        </div>
      </dl>
    </Sheet>
  );
}

function sourcesOf({ totals }: PlanView, { t, money, inText, credit }: PlanWords, uses: readonly CreditUse[]): PictureSource[] {
  const byExpiry = [...uses].sort((a, b) => ((a.credit.expiresOn ?? "9") < (b.credit.expiresOn ?? "9") ? -1 : 1));
  const balances = byExpiry.map(
    (use): PictureSource => ({
      id: use.credit.id,
      cents: use.usedCents,
      print: use.credit.origin,
      label: credit(use.credit),
      amountText: money(use.usedCents),
      ofText: use.leftCents > 0n && !use.leftIsLost ? t("flow.of", { amount: money(use.freeCents) }) : undefined,
      leftText:
        use.leftCents === 0n
          ? undefined
          : use.leftIsLost
            ? t("flow.lost", { amount: inText(use.leftCents) })
            : t("flow.stays", { amount: inText(use.leftCents) }),
      leftKind: use.leftIsLost ? "lost" : "stays",
    }),
  );
  return totals.cash > 0n
    ? [...balances, { id: CASH, cents: totals.cash, print: "cash", label: credit(null), amountText: money(totals.cash) }]
    : balances;
}

/** Which lines are drawn for themselves: the dearest, in their order; the rest is one. */
function drawn({ plan }: PlanView): Set<string> {
  const placed = plan.draft.lines.filter((line) => line.place !== null && line.amountCents > 0n);
  if (placed.length <= MOST_LINES) return new Set(placed.map((line) => line.id));
  const dearest = [...placed].sort((a, b) => (a.amountCents > b.amountCents ? -1 : 1));
  return new Set(dearest.slice(0, MOST_LINES - 1).map((line) => line.id));
}

function targetsOf(view: PlanView, words: PlanWords): PictureTarget[] {
  const { t, money } = words;
  const { lines } = view.plan.draft;
  const own = drawn(view);
  const placed = lines.filter((line) => line.place !== null && line.amountCents > 0n);
  const rest = placed.filter((line) => !own.has(line.id));
  const restCents = rest.reduce((sum, line) => sum + line.amountCents, 0n) as Cents;
  const shipping = view.totals.shipping;
  return [
    ...placed
      .filter((line) => own.has(line.id))
      .map(
        (line): PictureTarget => ({
          id: line.id,
          cents: line.amountCents,
          label: line.name,
          amountText: money(line.amountCents),
          forText: forText(view, words, line),
        }),
      ),
    ...(rest.length > 0
      ? [{ id: REST, cents: restCents, label: t("flow.rest", { count: rest.length }), amountText: money(restCents) }]
      : []),
    ...(shipping > 0n ? [{ id: SHIPPING, cents: shipping, label: t("flow.shipping"), amountText: money(shipping) }] : []),
  ];
}

function flowsOf(view: PlanView, { money }: PlanWords): PictureFlow[] {
  const own = drawn(view);
  const sums = new Map<string, { from: string; to: string; cents: bigint }>();
  for (const payment of view.plan.draft.payments) {
    const from = payment.creditId ?? CASH;
    const to = payment.lineId === null ? SHIPPING : own.has(payment.lineId) ? payment.lineId : REST;
    const key = `${from} ${to}`;
    sums.set(key, { from, to, cents: (sums.get(key)?.cents ?? 0n) + payment.cents });
  }
  return [...sums.values()].map((flow) => ({ ...flow, amountText: money(cents(flow.cents)) }));
}
