import { CreditStamp } from "../../_ui/credit-stamp";
import { HeldHatch } from "../../_ui/coverage";
import { DayStrip } from "../../_ui/day-strip";
import { ExpiryLeaf } from "../../_ui/expiry-leaf";
import { DayText, Money } from "../../_ui/money";
import { LedgerTable } from "../../_ui/ledger-table";
import { OwedArrows } from "../../_ui/owed-arrows";
import { SectionTitle, Sheet } from "../../_ui/sheet";
import { cents } from "@/lib/kernel/cents";
import { addDays, day } from "@/lib/kernel/day";

const today = day("2026-11-14");

export function BalancesKit() {
  return (
    <>
      <Sheet>
        <SectionTitle>Order by Friday</SectionTitle>
        <DayStrip today={today} orderBy={day("2026-11-20")} expires={day("2026-11-23")} />
        <DayStrip today={today} orderBy={day("2026-11-30")} expires={day("2026-12-04")} />
        <div className="flex flex-wrap gap-2">
          {[78, 21, 9, 1, 0, -3].map((left) => (
            <ExpiryLeaf key={left} today={today} expires={addDays(today, left)} />
          ))}
        </div>
        <p className="text-sm">
          Lost after <DayText day={addDays(today, 78)} today={today} />
        </p>
        <HeldHatch className="text-sm">$41.85 held</HeldHatch>
      </Sheet>
      <CreditStamp
        origin="promotion"
        originText="Promotion"
        amountText="$0.75"
        amountLabel="free to use"
        href="/ui-kit"
        leaf={<ExpiryLeaf small today={today} expires={addDays(today, 9)} />}
        held={{ held: 1425n, free: 75n }}
        lines={["$14.25 held of $15.00", "Groceries only. Order by Fri 20 Nov"]}
      />
      <CreditStamp
        origin="gift_card"
        originText="Gift card"
        amountText="$78.15"
        large
        amountLabel="free to use"
        held={{ held: 4185n, free: 7815n }}
        lines={["$41.85 held of $120.00", "No expiry. Pays the next order by itself"]}
      />
      <CreditStamp
        origin="refund"
        originText="Refund"
        amountText="$18.62"
        amountLabel="free to use"
        lines={["Refund for Order #902-113", "No expiry"]}
        warning="Terms unread"
      />
      <CreditStamp
        origin="reward"
        originText="Reward"
        amountText="$23.40"
        amountLabel="free to use"
        leaf={<ExpiryLeaf small today={today} expires={addDays(today, 78)} />}
        lines={["Lost after Sun 31 Jan 2027"]}
      />
      <CreditStamp
        origin="unknown"
        originText="Origin unknown"
        amountText="$12,345.67"
        amountLabel="free to use"
        leaf={<ExpiryLeaf small today={today} expires={addDays(today, -3)} />}
      />
      <Sheet flush>
        <SectionTitle>Entries</SectionTitle>
        <LedgerTable
          heads={{
            caption: "Entries of this gift card",
            date: "Date",
            what: "What",
            amount: "Amount",
            balance: "Balance",
            amountAndBalance: "Amount and balance",
          }}
          rows={[
            {
              id: "1",
              date: "14 Nov",
              what: "Held",
              detail: "Saturday order",
              amount: <Money cents={cents(-4185)} currency="USD" />,
              balance: "free $78.15",
              held: true,
            },
            {
              id: "2",
              date: "11 Nov",
              what: "Refund",
              detail: "Descaler, one sachet short",
              amount: <Money cents={cents(450)} currency="USD" change />,
              balance: "$120.00",
            },
            {
              id: "3",
              date: "3 Nov",
              what: "Opening",
              detail: "Card ending 4KQ7, redeemed by Ben",
              amount: <Money cents={cents(15000)} currency="USD" change />,
              balance: "$150.00",
            },
          ]}
        />
      </Sheet>
      <Sheet>
        <OwedArrows
          left={{ name: "Anna", colour: "a" }}
          right={{ name: "Ben", colour: "b" }}
          arrows={[
            { id: "1", label: "Ben bought for Anna", amountText: "$21.84", cents: 2184n, towards: "left" },
            { id: "2", label: "Anna bought for Ben", amountText: "$9.30", cents: 930n, towards: "right" },
          ]}
        />
      </Sheet>
    </>
  );
}
