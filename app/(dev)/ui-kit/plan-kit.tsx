import { CoverageBar } from "../../_ui/coverage";
import { FlowPicture } from "../../_ui/flow/flow-picture";
import { PeopleChip } from "../../_ui/avatar";
import { OriginSwatch } from "../../_ui/origin";
import { SumLines } from "../../_ui/rows";
import { SectionTitle, Sheet } from "../../_ui/sheet";
import { VerdictBadge, VerdictWhy } from "../../_ui/verdict";
import { WhyLine } from "../../_ui/feedback";

export function PlanKit() {
  return (
    <>
      <Sheet aria-labelledby="kit-flow">
        <SectionTitle id="kit-flow">What pays for what</SectionTitle>
        <FlowPicture
          caption="Which balance pays for what"
          sourcesHead="Ben’s balances"
          targetsHead="What they buy"
          sources={[
            {
              id: "p",
              print: "promotion",
              label: "Promotion",
              amountText: "$14.25",
              cents: 1425n,
              leftText: "75¢ would be lost",
              leftKind: "lost",
            },
            {
              id: "g",
              print: "gift_card",
              label: "Gift card",
              amountText: "$41.85",
              ofText: "of $120.00",
              cents: 4185n,
              leftText: "$78.15 stays",
              leftKind: "stays",
            },
          ]}
          targets={[
            { id: "rice", label: "Rice, 10 lb", amountText: "$14.25", cents: 1425n, forText: "for Anna" },
            { id: "tabs", label: "Dishwasher tabs", amountText: "$21.49", cents: 2149n, forText: "for everyone" },
            { id: "book", label: "“The Tidewalkers”", amountText: "$17.99", cents: 1799n, forText: "for Cleo" },
            { id: "tax", label: "Sales tax", amountText: "$2.37", cents: 237n },
          ]}
          flows={[
            { from: "p", to: "rice", cents: 1425n, amountText: "$14.25" },
            { from: "g", to: "tabs", cents: 2149n, amountText: "$21.49" },
            { from: "g", to: "book", cents: 1799n, amountText: "$17.99" },
            { from: "g", to: "tax", cents: 237n, amountText: "$2.37" },
          ]}
        />
        <dl className="facts total-row pt-3">
          <div>
            <dt>From balances</dt>
            <dd>$56.10</dd>
          </div>
          <div>
            <dt>Cash</dt>
            <dd>$0.00</dd>
          </div>
          <div>
            <dt>Shipping</dt>
            <dd>Free</dd>
          </div>
        </dl>
      </Sheet>
      <Sheet>
        <SectionTitle>Crossing ribbons, thin balances, cash</SectionTitle>
        <FlowPicture
          caption="Which balance pays for what"
          sourcesHead="Anna’s balances"
          targetsHead="What they buy"
          sources={[
            { id: "r", print: "reward", label: "Reward", amountText: "$2.00", ofText: "of $23.40", cents: 200n, leftText: "$21.40 stays" },
            { id: "f", print: "return", label: "Return", amountText: "$32.18", cents: 3218n },
            { id: "o", print: "unknown", label: "Origin unknown", amountText: "$9.00", cents: 900n },
            { id: "c", print: "cash", label: "Cash, Anna", amountText: "$12.40", cents: 1240n },
          ]}
          targets={[
            {
              id: "a",
              label: "A very long name of a thing from the shop",
              amountText: "$29.00",
              cents: 2900n,
              forText: "for Anna, Ben and Cleo",
            },
            { id: "b", label: "Tent pegs", amountText: "$26.58", cents: 2658n, forText: "for Ben" },
          ]}
          flows={[
            { from: "r", to: "b", cents: 200n, amountText: "$2.00" },
            { from: "f", to: "a", cents: 2000n, amountText: "$20.00" },
            { from: "f", to: "b", cents: 1218n, amountText: "$12.18" },
            { from: "o", to: "a", cents: 900n, amountText: "$9.00" },
            { from: "c", to: "b", cents: 1240n, amountText: "$12.40" },
          ]}
        />
      </Sheet>
      <Sheet flush>
        <SectionTitle>Line by line</SectionTitle>
        <div className="rules">
          {(["OK", "VERIFY", "NO"] as const).map((verdict) => (
            <div key={verdict} className="grid gap-1 px-(--px) py-3">
              <div className="flex justify-between gap-3">
                <span className="row-name">Rice, 10 lb</span>
                <span className="money font-[600]">$14.25</span>
              </div>
              <PeopleChip
                people={[
                  { name: "Anna", colour: "a" },
                  { name: "Ben", colour: "b" },
                  { name: "Cleo", colour: "c" },
                ]}
              >
                for everyone
              </PeopleChip>
              <div className="flex items-center justify-between gap-3 text-sm">
                <OriginSwatch origin="promotion">Promotion pays all of it</OriginSwatch>
                <VerdictBadge verdict={verdict} />
              </div>
              <WhyLine>The promotion only pays groceries and is lost after 23 Nov. Nothing else listed for Amazon qualifies.</WhyLine>
              <VerdictWhy verdict={verdict} about="rice">
                <p>“Valid on groceries only.” Official terms, read by Ben on Sat 14 Nov.</p>
              </VerdictWhy>
            </div>
          ))}
        </div>
        <div className="px-(--px) pb-4">
          <SumLines
            lines={[{ id: "tax", label: "Sales tax, estimated", note: "on the tabs and the book", amount: "$2.37" }]}
            total={{ label: "Total", amount: "$56.10" }}
          />
        </div>
      </Sheet>
      <Sheet>
        <SectionTitle>Coverage with cash</SectionTitle>
        <CoverageBar
          segments={[
            { id: "p", origin: "promotion", cents: 1500n, label: "Promotion $15.00" },
            { id: "g", origin: "gift_card", cents: 3120n, label: "Gift card $31.20" },
            { id: "f", origin: "refund", cents: 1200n, label: "Refund $12.00" },
            { id: "r", origin: "reward", cents: 900n, label: "Reward $9.00" },
            { id: "o", origin: "other", cents: 5n, label: "Other $0.05" },
            { id: "c", origin: "cash", cents: 1240n, label: "Cash, Anna $12.40" },
          ]}
        />
      </Sheet>
    </>
  );
}
