-- The coordinated purchase: what was asked, what is proposed, who approved, what is held, what really happened.

create table plan (
  household_id  uuid not null references household (id) on delete no action on update no action,
  id            uuid not null,
  name          text not null check (char_length(name) between 1 and 120),
  status        text not null default 'draft' check (status in ('draft', 'proposed', 'approved', 'done', 'cancelled')),
  settlement    text not null check (settlement in ('gift', 'even_up')),
  horizon_days  integer not null check (horizon_days between 0 and 3650),
  -- Cash the household wants to spend at most; null: no limit.
  cash_limit_cents bigint check (cash_limit_cents between 0 and 10000000000000),
  -- The planner's contract, as asked and as answered.
  request       jsonb not null,
  result        jsonb not null,
  created_by_id uuid not null,
  created_at    timestamptz(3) not null default now(),
  proposed_at   timestamptz(3),
  approved_at   timestamptz(3),
  ended_at      timestamptz(3),
  -- Counts changes; a command says which version it saw.
  version       integer not null default 1,
  primary key (household_id, id),
  foreign key (household_id, created_by_id) references member (household_id, id) on delete no action on update no action
);
create index plan_household_id_status_idx on plan (household_id, status);

create table plan_list (
  household_id uuid not null,
  plan_id      uuid not null,
  list_id      uuid not null,
  primary key (household_id, plan_id, list_id),
  foreign key (household_id, plan_id) references plan (household_id, id) on delete no action on update no action,
  foreign key (household_id, list_id) references list (household_id, id) on delete no action on update no action
);

-- One order per store account and date.
create table plan_order (
  household_id          uuid not null,
  id                    uuid not null,
  plan_id               uuid not null,
  account_id            uuid not null,
  planned_on            date not null,
  status                text not null default 'planned' check (status in ('planned', 'ordered', 'closed', 'cancelled')),
  shipping_cents        bigint not null default 0 check (shipping_cents between 0 and 10000000000000),
  -- Who pays the rest that no credit pays; the holder of the account unless said otherwise.
  cash_payer_id         uuid not null,
  -- What really happened, entered on order day.
  order_number          text check (char_length(order_number) between 1 and 120),
  ordered_on            date,
  ordered_by_id         uuid,
  actual_total_cents    bigint check (actual_total_cents between 0 and 10000000000000),
  actual_shipping_cents bigint check (actual_shipping_cents between 0 and 10000000000000),
  closed_at             timestamptz(3),
  version               integer not null default 1,
  primary key (household_id, id),
  foreign key (household_id, plan_id) references plan (household_id, id) on delete no action on update no action,
  foreign key (household_id, account_id) references store_account (household_id, id) on delete no action on update no action,
  foreign key (household_id, cash_payer_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, ordered_by_id) references member (household_id, id) on delete no action on update no action,
  check (status not in ('ordered', 'closed') or (order_number is not null and ordered_on is not null and actual_total_cents is not null and actual_shipping_cents is not null))
);
create unique index plan_order_household_id_plan_id_account_id_planned_on_key on plan_order (household_id, plan_id, account_id, planned_on);

-- Ticked steps of the order-day checklist (R13 to R15).
create table order_step (
  household_id uuid not null,
  order_id     uuid not null,
  step         text not null check (step in ('other_methods_off', 'not_one_click', 'standard_checkout', 'credit_shows', 'methods_back')),
  member_id    uuid not null,
  done_at      timestamptz(3) not null default now(),
  primary key (household_id, order_id, step),
  foreign key (household_id, order_id) references plan_order (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);

-- One item bought in one order. Name, price, category and persons are kept as they were planned.
create table plan_line (
  household_id        uuid not null,
  id                  uuid not null,
  plan_id             uuid not null,
  -- Null: taken out of the plan by hand, or left out by the planner.
  order_id            uuid,
  item_id             uuid not null,
  item_version        integer not null,
  name                text not null check (char_length(name) between 1 and 200),
  category            text not null,
  quantity_milli      integer not null check (quantity_milli between 1 and 9999999),
  unit                text not null default '' check (char_length(unit) <= 20),
  unit_price_cents    bigint not null check (unit_price_cents between 0 and 10000000000000),
  goods_cents         bigint not null check (goods_cents between 0 and 10000000000000),
  tax_cents           bigint not null default 0 check (tax_cents between 0 and 10000000000000),
  -- What the line was expected to cost, tax included.
  amount_cents        bigint not null,
  requester_id        uuid not null,
  -- Moved or fixed by hand: planning again leaves it there.
  pinned              boolean not null default false,
  -- What pays it: as worked out, cash only, or first of all one credit, as chosen by hand.
  pay_with            text not null default 'auto' check (pay_with in ('auto', 'cash', 'credit')),
  chosen_credit_id    uuid,
  status              text not null default 'planned' check (status in ('planned', 'left_out', 'ordered', 'cancelled', 'failed')),
  why                 jsonb not null default '[]',
  actual_amount_cents bigint check (actual_amount_cents between 0 and 10000000000000),
  primary key (household_id, id),
  foreign key (household_id, plan_id) references plan (household_id, id) on delete no action on update no action,
  foreign key (household_id, order_id) references plan_order (household_id, id) on delete no action on update no action,
  foreign key (household_id, item_id) references item (household_id, id) on delete no action on update no action,
  foreign key (household_id, requester_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, chosen_credit_id) references credit (household_id, id) on delete no action on update no action,
  check ((pay_with = 'credit') = (chosen_credit_id is not null)),
  check (amount_cents = goods_cents + tax_cents),
  check ((status = 'left_out') = (order_id is null)),
  check (status <> 'ordered' or actual_amount_cents is not null)
);
create unique index plan_line_household_id_plan_id_item_id_key on plan_line (household_id, plan_id, item_id);
create index plan_line_household_id_item_id_idx on plan_line (household_id, item_id);
create index plan_line_household_id_order_id_idx on plan_line (household_id, order_id);

-- Whom a line is for, as it was when planned.
create table line_part (
  household_id uuid not null,
  line_id      uuid not null,
  member_id    uuid not null,
  parts        integer not null check (parts between 1 and 1000),
  primary key (household_id, line_id, member_id),
  foreign key (household_id, line_id) references plan_line (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);

-- Cents of a credit (or of cash: credit null) for a line (or for shipping: line null).
create table allocation (
  household_id uuid not null,
  id           uuid not null,
  order_id     uuid not null,
  line_id      uuid,
  credit_id    uuid,
  stage        text not null check (stage in ('planned', 'actual')),
  cents        bigint not null check (cents between 1 and 10000000000000),
  primary key (household_id, id),
  foreign key (household_id, order_id) references plan_order (household_id, id) on delete no action on update no action,
  foreign key (household_id, line_id) references plan_line (household_id, id) on delete no action on update no action,
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action
);
create index allocation_household_id_order_id_idx on allocation (household_id, order_id);
create index allocation_household_id_credit_id_idx on allocation (household_id, credit_id);

-- The holders whose credits a proposed plan uses, and what each says.
create table approval (
  household_id  uuid not null,
  plan_id       uuid not null,
  holder_id     uuid not null,
  status        text not null default 'waiting' check (status in ('waiting', 'approved', 'declined')),
  reason        text not null default '' check (char_length(reason) <= 500),
  decided_by_id uuid,
  decided_at    timestamptz(3),
  primary key (household_id, plan_id, holder_id),
  foreign key (household_id, plan_id) references plan (household_id, id) on delete no action on update no action,
  foreign key (household_id, holder_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, decided_by_id) references member (household_id, id) on delete no action on update no action,
  check ((status = 'waiting') = (decided_at is null))
);

-- Part of a credit set aside for an order of an approved plan.
create table hold (
  household_id uuid not null,
  id           uuid not null,
  credit_id    uuid not null,
  order_id     uuid not null,
  cents        bigint not null check (cents between 1 and 10000000000000),
  status       text not null default 'open' check (status in ('open', 'released', 'spent')),
  created_at   timestamptz(3) not null default now(),
  ended_at     timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, order_id) references plan_order (household_id, id) on delete no action on update no action,
  check ((status = 'open') = (ended_at is null))
);
create index hold_household_id_credit_id_status_idx on hold (household_id, credit_id, status);
create index hold_household_id_order_id_idx on hold (household_id, order_id);

-- Money that came back after an order: for one line, or for the order as a whole.
create table refund (
  household_id uuid not null,
  id           uuid not null,
  order_id     uuid not null,
  line_id      uuid,
  cents        bigint not null check (cents between 1 and 10000000000000),
  reason       text not null default '' check (char_length(reason) <= 500),
  occurred_on  date not null,
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, order_id) references plan_order (household_id, id) on delete no action on update no action,
  foreign key (household_id, line_id) references plan_line (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index refund_household_id_order_id_idx on refund (household_id, order_id);
create trigger refund_is_history before update or delete on refund for each row execute function refuse_change();

-- Where a refund went: back to a credit, or (credit null) as cash to whoever had paid cash.
create table refund_part (
  household_id uuid not null,
  id           uuid not null,
  refund_id    uuid not null,
  credit_id    uuid,
  cents        bigint not null check (cents between 1 and 10000000000000),
  primary key (household_id, id),
  foreign key (household_id, refund_id) references refund (household_id, id) on delete no action on update no action,
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action
);
create index refund_part_household_id_refund_id_idx on refund_part (household_id, refund_id);
create trigger refund_part_is_history before update or delete on refund_part for each row execute function refuse_change();

-- Which order or refund an entry of the books comes from.
alter table ledger_entry add column order_id uuid, add column refund_id uuid;
alter table ledger_entry add foreign key (household_id, order_id) references plan_order (household_id, id) on delete no action on update no action;
alter table ledger_entry add foreign key (household_id, refund_id) references refund (household_id, id) on delete no action on update no action;
create index ledger_entry_household_id_order_id_idx on ledger_entry (household_id, order_id);

-- The books agree with themselves whenever a transaction commits: a credit's balance is the sum of its
-- entries, and what is held is the sum of its open holds. No code path can leave them apart.
create function credit_agrees_with_books() returns trigger language plpgsql as $$
declare
  household uuid;
  credit_key uuid;
begin
  if tg_table_name = 'credit' then household := new.household_id; credit_key := new.id;
  else household := new.household_id; credit_key := new.credit_id;
  end if;
  if exists (
    select 1 from credit c
    where c.household_id = household and c.id = credit_key
      and (c.posted_cents <> coalesce((select sum(e.amount_cents) from ledger_entry e where e.household_id = household and e.credit_id = credit_key), 0)
        or c.held_cents <> coalesce((select sum(h.cents) from hold h where h.household_id = household and h.credit_id = credit_key and h.status = 'open'), 0))
  ) then
    raise exception 'credit % does not agree with its entries and holds', credit_key using errcode = 'check_violation', constraint = 'credit_agrees_with_books';
  end if;
  return null;
end $$;
create constraint trigger credit_agrees after insert or update on credit
  deferrable initially deferred for each row execute function credit_agrees_with_books();
create constraint trigger ledger_entry_agrees after insert on ledger_entry
  deferrable initially deferred for each row execute function credit_agrees_with_books();
create constraint trigger hold_agrees after insert or update on hold
  deferrable initially deferred for each row execute function credit_agrees_with_books();

alter table plan enable row level security;
create policy plan_own on plan using (household_id = app_household()) with check (household_id = app_household());
alter table plan_list enable row level security;
create policy plan_list_own on plan_list using (household_id = app_household()) with check (household_id = app_household());
alter table plan_order enable row level security;
create policy plan_order_own on plan_order using (household_id = app_household()) with check (household_id = app_household());
alter table order_step enable row level security;
create policy order_step_own on order_step using (household_id = app_household()) with check (household_id = app_household());
alter table plan_line enable row level security;
create policy plan_line_own on plan_line using (household_id = app_household()) with check (household_id = app_household());
alter table line_part enable row level security;
create policy line_part_own on line_part using (household_id = app_household()) with check (household_id = app_household());
alter table allocation enable row level security;
create policy allocation_own on allocation using (household_id = app_household()) with check (household_id = app_household());
alter table approval enable row level security;
create policy approval_own on approval using (household_id = app_household()) with check (household_id = app_household());
alter table hold enable row level security;
create policy hold_own on hold using (household_id = app_household()) with check (household_id = app_household());
alter table refund enable row level security;
create policy refund_own on refund using (household_id = app_household()) with check (household_id = app_household());
alter table refund_part enable row level security;
create policy refund_part_own on refund_part using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update, delete on plan_list, plan_order, order_step, plan_line, line_part, allocation, approval to commonpurse_app;
grant select, insert, update on plan, hold to commonpurse_app;
grant select, insert on refund, refund_part to commonpurse_app;
