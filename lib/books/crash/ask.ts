import { tellEntry } from "@/lib/credits/commands";
import { present } from "@/lib/kernel/assert";
import { cents } from "@/lib/kernel/cents";
import type { Id } from "@/lib/kernel/id";
import type { Result } from "@/lib/kernel/result";
import { recordOrder, undoRecord } from "@/lib/orders/commands";
import { asPlanned, ORDER_CLOCK, ORDER_DAY } from "@/lib/orders/testing/approved-order";
import { settleUp } from "@/lib/settlements/commands";
import type { Deed, Place } from "./message";

/** Asks the application's own command. What it writes carries the command's id, so that it can be found again. */
export function ask(
  place: Place,
  { id, deed, order: which, cents: amount }: { readonly id: Id; readonly deed: Deed; readonly order: number; readonly cents: number },
): Promise<Result<unknown>> {
  const order = present(place.orders[which], "the order");
  const { anna, ben, members } = order;
  switch (deed) {
    case "top_up":
    case "spend":
      return tellEntry(anna, id, order.wallet, deed, { amountCents: cents(amount), occurredOn: ORDER_DAY, reason: id });
    case "record":
      return recordOrder(ben, id, { ...asPlanned(order), orderNumber: id }, ORDER_CLOCK);
    case "undo":
      return undoRecord(ben, id, order.orderId);
    case "settle": {
      const input = { fromId: members.cleo, toId: members.ben, amountCents: cents(1), note: id, occurredOn: ORDER_DAY };
      return settleUp(anna, id, input, ORDER_CLOCK);
    }
  }
}
