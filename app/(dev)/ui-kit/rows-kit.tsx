import { Plus } from "lucide-react";
import { Avatar, MEMBER_COLOURS, PeopleChip } from "../../_ui/avatar";
import { LinkButton } from "../../_ui/button";
import { EmptyState, Note, Progress, SkeletonRows, StepProgress, SyncLabel } from "../../_ui/feedback";
import { OriginSwatch } from "../../_ui/origin";
import { PillLinks } from "../../_ui/pills";
import { MarginRow, RowLink } from "../../_ui/rows";
import { SectionTitle, Sheet } from "../../_ui/sheet";

export function RowsKit() {
  return (
    <>
      <PillLinks
        label="Show"
        links={[
          { href: "?all", label: "All 8", current: true },
          { href: "?corner", label: "Corner Market 4" },
          { href: "?amazon", label: "Amazon (US) 3" },
          { href: "?someday", label: "Someday 1" },
        ]}
      />
      <Note kind="offline" role="status">
        <b>No signal here.</b> Keep ticking: 2 changes go out when you’re back.
      </Note>
      <Note>Why not 1-Click? It skips the page where you choose what pays.</Note>
      <Sheet flush>
        <SectionTitle end="about $25.46 to go">Corner Market</SectionTitle>
        <div className="rules">
          <MarginRow
            margin={<input type="checkbox" className="tick" aria-label="Milk" />}
            name="Milk"
            quantity="2 × 1 gal"
            meta={<PeopleChip people={[{ name: "Anna", colour: "a" }]}>asked by Anna</PeopleChip>}
            end="$7.78"
            endNote="2 × $3.89"
          />
          <MarginRow
            fresh
            margin={<input type="checkbox" className="tick" aria-label="Lemons" />}
            name="Lemons"
            quantity="4"
            meta={<span className="tag">every week</span>}
            end="$2.00"
          />
          <MarginRow
            done
            margin={<input type="checkbox" className="tick" aria-label="Yoghurt" defaultChecked />}
            name="Plain yoghurt"
            quantity="32 oz"
            meta={<OriginSwatch origin="gift_card">gift card</OriginSwatch>}
            end="$3.90"
          />
        </div>
        <RowLink href="/ui-kit" sign={<Avatar name="Cleo" colour="c" size="md" />} title="A card isn’t redeemed yet">
          Paper Lantern Books, $25.00, meant for Cleo
        </RowLink>
      </Sheet>
      <Sheet>
        <div className="flex flex-wrap gap-2">
          {MEMBER_COLOURS.map((colour) => (
            <Avatar key={colour} name={colour} colour={colour} size="md" alone />
          ))}
        </div>
        <div className="flex flex-wrap gap-3">
          <SyncLabel state={{ kind: "saved" }} />
          <SyncLabel state={{ kind: "sending", count: 2 }} />
          <SyncLabel state={{ kind: "waiting", count: 2 }} />
          <SyncLabel state={{ kind: "needsYou", count: 1 }} />
        </div>
        <StepProgress done={4} total={7} />
        <Progress label="Budget used" percent={62} />
        <SkeletonRows />
      </Sheet>
      <Sheet>
        <EmptyState
          title="No balances yet"
          action={
            <LinkButton href="/ui-kit" variant="primary" icon={<Plus />}>
              Add a balance
            </LinkButton>
          }
        >
          A gift card in a drawer, a refund, a reward: write it down and it gets used in time.
        </EmptyState>
      </Sheet>
    </>
  );
}
