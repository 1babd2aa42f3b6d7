import { Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { classes } from "@/app/_ui/classes";
import { isLost } from "@/lib/credits/expiry";
import type { CreditRow } from "@/lib/credits/queries";
import type { MemberRow } from "@/lib/households/queries";
import type { Day } from "@/lib/kernel/day";
import { CreditCard } from "./credit-card";
import { grouped, type View } from "./view";

type Props = {
  readonly credits: readonly CreditRow[];
  readonly members: readonly MemberRow[];
  readonly currency: string;
  readonly today: Day;
  readonly base: string;
};

/** The open balances, arranged as asked; within each group what is lost first comes first. */
export function CreditGroups({ view, ...rest }: Props & { readonly view: View }) {
  if (view === "next") return <UseNext {...rest} />;
  return view === "store" ? <ByStore {...rest} /> : <ByPerson {...rest} />;
}

function creditCards({ members, currency, today, base }: Props) {
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  return (credits: readonly CreditRow[], place: boolean) =>
    credits.map((credit) => (
      <li key={credit.id}>
        <CreditCard
          credit={credit}
          currency={currency}
          today={today}
          href={`${base}/balances/credits/${credit.id}`}
          place={place}
          meantFor={credit.intendedForId ? nameOf.get(credit.intendedForId) : undefined}
        />
      </li>
    ));
}

function ByPerson(props: Props) {
  const t = useTranslations("balances");
  const cards = creditCards(props);
  const groups = grouped(props.credits, ({ holderId }) => holderId);
  return (
    <div className={classes("grid items-start gap-8", groups.length > 1 && "desk:grid-cols-2")}>
      {groups.map(({ key, first, credits }) => {
        const accounts = grouped(credits, ({ accountId }) => accountId);
        const signsIn = props.members.find(({ id }) => id === key)?.signsIn ?? true;
        return (
          <section key={key} aria-labelledby={`holder-${key}`} className="grid gap-4">
            <div className="flex items-center gap-3">
              <Avatar name={first.holderName} colour={memberColour(first.holderColour)} size="lg" />
              <div>
                <h2 id={`holder-${key}`}>{first.holderName}</h2>
                <p className="text-sm text-ink-2">{signsIn ? t("accountsOf", { count: accounts.length }) : t("noSignIn")}</p>
              </div>
            </div>
            <div className={classes("grid items-start gap-4", groups.length === 1 && "desk:grid-cols-2")}>
              {accounts.map((account) => (
                <div key={account.key} className="grid gap-3">
                  <h3 className="flex items-center gap-2">
                    <Store />
                    <span className="min-w-0 flex-1">{account.first.storeName}</span>
                    <span className="text-sm font-[450] text-ink-2">
                      {[account.first.accountLabel, t(`kind.${account.first.accountKind}`)].filter(Boolean).join(" · ")}
                    </span>
                  </h3>
                  <ul className="grid gap-4">{cards(account.credits, false)}</ul>
                </div>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function ByStore(props: Props) {
  const cards = creditCards(props);
  return (
    <div className="grid items-start gap-8 desk:grid-cols-2">
      {grouped(props.credits, ({ storeId }) => storeId).map(({ key, first, credits }) => (
        <section key={key} aria-labelledby={`store-${key}`} className="grid gap-3">
          <h2 id={`store-${key}`} className="flex items-center gap-2">
            <Store />
            {first.storeName}
          </h2>
          <ul className="grid gap-4">{cards(credits, true)}</ul>
        </section>
      ))}
    </div>
  );
}

function UseNext(props: Props) {
  const cards = creditCards(props);
  // What is lost can't be used next: it stands at the end, to be written off.
  const [lost, usable] = [
    props.credits.filter(({ expiresOn }) => isLost(expiresOn, props.today)),
    props.credits.filter(({ expiresOn }) => !isLost(expiresOn, props.today)),
  ];
  return <ol className="grid items-start gap-4 desk:grid-cols-2">{cards([...usable, ...lost], true)}</ol>;
}
