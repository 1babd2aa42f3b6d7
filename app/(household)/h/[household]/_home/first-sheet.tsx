import { LinkButton } from "@/app/_ui/button";
import { CoverageBar } from "@/app/_ui/coverage";
import { DayStrip } from "@/app/_ui/day-strip";
import { ExpiryLeaf } from "@/app/_ui/expiry-leaf";
import { Sheet } from "@/app/_ui/sheet";
import { orderBy } from "@/lib/credits/expiry";
import type { Attention } from "@/lib/home/attention";
import type { HomeView } from "@/lib/home/queries";
import type { Day } from "@/lib/kernel/day";
import type { HomeWords } from "./words";

type Props = { readonly about: Attention; readonly view: HomeView; readonly words: HomeWords };

function endOf(about: Attention): Day | null {
  if (about.kind === "approve") return about.soonest?.expiresOn ?? null;
  return "expiresOn" in about ? about.expiresOn : null;
}

/** The most urgent thing, with its one next step. */
export function FirstSheet({ about, view, words }: Props) {
  const { title, text, button, href } = words.says(about);
  const end = endOf(about);
  return (
    <Sheet aria-labelledby="first">
      <div className="flex items-start gap-4">
        {end ? <ExpiryLeaf expires={end} today={view.today} /> : null}
        <div className="grid min-w-0 gap-1">
          <h2 id="first">{title}</h2>
          {text ? <p className="text-sm text-ink-2">{text}</p> : null}
        </div>
      </div>
      {end && end >= view.today ? <DayStrip today={view.today} orderBy={orderBy(end)} expires={end} /> : null}
      {about.kind === "approve" ? <PlanBar about={about} words={words} divided={end !== null} /> : null}
      <LinkButton href={href} variant="primary" className="desk:justify-self-start">
        {button}
      </LinkButton>
    </Sheet>
  );
}

/** What the plan costs and which balances pay it, in their prints. */
function PlanBar({
  about,
  words,
  divided,
}: {
  readonly about: Extract<Attention, { kind: "approve" }>;
  readonly words: HomeWords;
  readonly divided: boolean;
}) {
  const { t, money, origin } = words;
  const balances = about.parts.map((part) => ({
    id: part.creditId,
    origin: part.origin,
    cents: part.cents,
    label: t("now.approve.key", { origin: origin(part.origin), amount: money(part.cents) }),
  }));
  const cash =
    about.cashCents > 0n
      ? [{ id: "cash", origin: "cash" as const, cents: about.cashCents, label: t("now.approve.cash", { amount: money(about.cashCents) }) }]
      : [];
  return (
    <div className={divided ? "grid gap-2.5 border-t border-rule pt-3.5" : "grid gap-2.5"}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-[650]">{about.name}</span>
        <span className="text-sm text-ink-2">
          {t("now.approve.total", { cash: money(about.cashCents) })}{" "}
          <span className="money font-display text-lg font-bold text-ink [font-variant-numeric:normal]">{money(about.totalCents)}</span>
        </span>
      </div>
      <CoverageBar segments={[...balances, ...cash]} />
    </div>
  );
}
