-- Balances on store accounts. Each keeps its own origin, expiry and terms; none is ever pooled with another.

create table credit (
  household_id        uuid not null,
  id                  uuid not null,
  account_id          uuid not null,
  origin              text not null check (origin in ('gift_card', 'refund', 'return', 'promotion', 'reward', 'other', 'unknown')),
  -- Where it came from, as the household says it: "Refund for Order #123" (R82).
  label               text not null default '' check (char_length(label) <= 120),
  -- posted = sum of the entries; held = sum of the open holds; free to use = posted - held.
  posted_cents        bigint not null check (posted_cents between 0 and 10000000000000),
  held_cents          bigint not null default 0,
  available_from      date not null,
  expiry              text not null check (expiry in ('date', 'never', 'unknown')),
  expires_on          date,
  -- Null: every category.
  categories          text[],
  excluded_categories text[] not null default '{}',
  gift_cards          text not null default 'unclear' check (gift_cards in ('yes', 'no', 'unclear')),
  minimum_order_cents bigint not null default 0 check (minimum_order_cents between 0 and 10000000000000),
  covers_shipping     boolean not null default true,
  evidence_order      text not null default '' check (char_length(evidence_order) <= 120),
  evidence_on         date,
  evidence_note       text not null default '' check (char_length(evidence_note) <= 1000),
  intended_for_id     uuid,
  version             integer not null default 1,
  created_at          timestamptz(3) not null default now(),
  closed_at           timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, account_id) references store_account (household_id, id) on delete no action on update no action,
  foreign key (household_id, intended_for_id) references member (household_id, id) on delete no action on update no action,
  constraint credit_held_within_posted check (held_cents >= 0 and held_cents <= posted_cents),
  check ((expiry = 'date') = (expires_on is not null)),
  check (expires_on is null or expires_on >= available_from)
);
create index credit_household_id_account_id_idx on credit (household_id, account_id);

create table ledger_entry (
  household_id       uuid not null,
  id                 uuid not null,
  credit_id          uuid not null,
  kind               text not null check (kind in ('opening', 'top_up', 'spend', 'refund', 'reversal', 'removal', 'write_off', 'correction')),
  amount_cents       bigint not null check (amount_cents between -10000000000000 and 10000000000000 and amount_cents <> 0),
  -- The balance right after this entry, so that a page can show it without adding up.
  posted_after_cents bigint not null check (posted_after_cents >= 0),
  -- Counts the entries of a credit from 1, without gaps.
  number             integer not null check (number >= 1),
  reason             text not null default '' check (char_length(reason) <= 500),
  occurred_on        date not null,
  member_id          uuid not null,
  created_at         timestamptz(3) not null default now(),
  reverses_id        uuid,
  primary key (household_id, id),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, reverses_id) references ledger_entry (household_id, id) on delete no action on update no action,
  check (kind not in ('opening', 'top_up', 'refund') or amount_cents > 0),
  check (kind not in ('spend', 'removal', 'write_off') or amount_cents < 0),
  check ((kind = 'opening') = (number = 1))
);
create unique index ledger_entry_household_id_credit_id_number_key on ledger_entry (household_id, credit_id, number);
create unique index ledger_entry_household_id_reverses_id_key on ledger_entry (household_id, reverses_id);
create trigger ledger_entry_is_history before update or delete on ledger_entry for each row execute function refuse_change();

alter table credit enable row level security;
create policy credit_own on credit using (household_id = app_household()) with check (household_id = app_household());
alter table ledger_entry enable row level security;
create policy ledger_entry_own on ledger_entry using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on credit to commonpurse_app;
grant select, insert on ledger_entry to commonpurse_app;
