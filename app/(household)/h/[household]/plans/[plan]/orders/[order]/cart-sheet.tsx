import { useLocale } from "next-intl";
import { SumLines } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { formatQuantity } from "@/lib/i18n/quantity";
import { subtract, ZERO, type Cents } from "@/lib/kernel/cents";
import type { OrderLine } from "@/lib/orders/locked-order";
import type { OrderView } from "@/lib/orders/queries";
import { livingLines, plannedTax, plannedTotal } from "./amounts";
import type { OrderWords } from "./words";

type Props = { readonly view: OrderView; readonly words: OrderWords };

function Quantity({ line }: { readonly line: OrderLine }) {
  const locale = useLocale();
  const text = line.quantityMilli === 1000 && line.unit === "" ? "" : formatQuantity(line.quantityMilli / 1000, line.unit, locale);
  return text === "" ? null : <span className="text-ink-2"> {text}</span>;
}

function name(line: OrderLine) {
  return (
    <>
      {line.name}
      <Quantity line={line} />
    </>
  );
}

/** What should be in the cart, tax apart as the store shows it; after ordering, what everything really cost. */
export function CartSheet({ view, words }: Props) {
  const { t, money } = words;
  const { order } = view;
  const ordered = order.actualTotalCents !== null;
  const tax = plannedTax(order);
  const shipping = (amount: Cents) => ({
    id: "shipping",
    label: t("cart.shipping"),
    amount: amount === 0n ? t("cart.free") : money(amount),
  });
  const lines = ordered
    ? [
        ...order.lines.map((line) => ({ id: line.id, label: name(line), amount: money(line.actualCents ?? ZERO), note: noteOf(line) })),
        shipping(order.actualShippingCents ?? ZERO),
      ]
    : [
        ...livingLines(order).map((line) => ({ id: line.id, label: name(line), amount: money(line.goodsCents) })),
        ...(tax > 0n ? [{ id: "tax", label: t("cart.tax"), amount: money(tax) }] : []),
        shipping(order.shippingCents),
      ];

  function noteOf(line: OrderLine): string | null {
    const left = view.left.get(line.id) ?? ZERO;
    const back = line.actualCents === null ? ZERO : subtract(line.actualCents, left);
    const parts = [
      line.status === "cancelled" || line.status === "failed" ? t(`cart.${line.status}`) : null,
      back > 0n ? t("cart.back", { amount: money(back) }) : null,
      line.actualCents !== null && line.actualCents !== line.amountCents ? t("cart.planned", { amount: money(line.amountCents) }) : null,
    ].filter((part) => part !== null);
    return parts.length > 0 ? parts.join(", ") : null;
  }

  return (
    <Sheet aria-labelledby="cart">
      <SectionTitle id="cart">{t(ordered ? "cart.titleOrdered" : "cart.title")}</SectionTitle>
      <SumLines lines={lines} total={{ label: t("cart.total"), amount: money(order.actualTotalCents ?? plannedTotal(order)) }} />
    </Sheet>
  );
}
