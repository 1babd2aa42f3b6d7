-- commonpurse backup {"format":1,"app":"0.1.0","server":"18.4","madeAt":"2026-11-22T05:03:51.322Z","migrations":[{"name":"20261122000001_identity","checksum":"aa276d3a76be7ac69dfe9cba2d6f9c2242e3d7897dbf450671921d47e8508305"},{"name":"20261122000002_households","checksum":"56291b0b6e72427d666daf6008ffb4372a16011ae902413f60552f82bfe4d153"},{"name":"20261122000003_stores","checksum":"e57050175a86148546decad244ba86fd1cb8c451177c08d1de2c5aa69512a252"},{"name":"20261122000004_lists","checksum":"68df28482dba443b9e9cc570278be035daf4709bd46b70e64c3605d7bd54c0f6"},{"name":"20261122000005_credits","checksum":"cf024d35e8e2d002374f12767fb5c80ca2baade89306dff2c037d87dc9abde87"},{"name":"20261122000006_plans","checksum":"1476abb6024a4b7c511971baa600c6ab2385dd97f5ab429c324221a0f42f1b4e"},{"name":"20261122000007_settlements","checksum":"b447ab501d7cf7cbe91f46a1720d9d978bfb0c21737ca900f7a6b934d875ddc5"}],"keyPrint":null,"keys":null}
-- Into an empty database: psql --file this.sql. Into Commonpurse: npm run restore -- this.sql
\set ON_ERROR_STOP on
begin;
-- 20261122000001_identity
-- People and how they sign in. Nothing here belongs to a household, so nothing here is visible to the
-- role that works on households: it gets no grant on these tables.

create table user_account (
  id            uuid primary key,
  email         text not null check (email = lower(email) and char_length(email) between 3 and 254),
  name          text not null check (char_length(name) between 1 and 80),
  password_hash text not null,
  created_at    timestamptz(3) not null default now()
);
create unique index user_account_email_key on user_account (email);

-- A signed-in device. The cookie only carries the id (encrypted); each request looks the row up, so a
-- session can be seen and ended from another device.
create table auth_session (
  id           uuid primary key,
  user_id      uuid not null references user_account (id) on delete cascade on update no action,
  created_at   timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at   timestamptz(3) not null,
  ended_at     timestamptz(3),
  user_agent   text not null default '' check (char_length(user_agent) <= 400),
  ip           text not null default '' check (char_length(ip) <= 64)
);
create index auth_session_user_id_idx on auth_session (user_id);

-- Failed sign-ins, counted per address and per IP. The key is a keyed hash, not the address itself.
create table sign_in_throttle (
  key           text primary key,
  failures      integer not null check (failures >= 0),
  window_from   timestamptz(3) not null,
  blocked_until timestamptz(3)
);
create index sign_in_throttle_window_from_idx on sign_in_throttle (window_from);

-- The role in which every request works on a household. It owns nothing, can't log in by itself and can't
-- bypass row-level security. Roles belong to the whole server, so another database may have made it already.
do $$
begin
  create role commonpurse_app nologin nosuperuser nobypassrls noinherit;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  execute format('grant commonpurse_app to %I', current_user);
exception when unique_violation then null;
end $$;
grant usage on schema public to commonpurse_app;

-- 20261122000002_households
-- The tenant, its members, the invites to it, what happened in it, and the receipts that make every
-- command safe to repeat.

-- Who is asking. Each transaction says it with set_config(..., true), so it ends with the transaction.
create function app_household() returns uuid language sql stable
  as $$ select nullif(current_setting('app.household_id', true), '')::uuid $$;
create function app_user() returns uuid language sql stable
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function app_invite_hash() returns text language sql stable
  as $$ select nullif(current_setting('app.invite_hash', true), '') $$;

create table household (
  id                    uuid primary key,
  name                  text not null check (char_length(name) between 1 and 80),
  kind                  text not null check (kind in ('family', 'shared_flat', 'office')),
  currency              text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone             text not null check (char_length(time_zone) between 1 and 64),
  settlement            text not null default 'even_up' check (settlement in ('gift', 'even_up')),
  children_see_balances boolean not null default false,
  created_at            timestamptz(3) not null default now()
);

create table member (
  household_id uuid not null references household (id) on delete no action on update no action,
  id           uuid not null,
  user_id      uuid references user_account (id) on delete set null on update no action,
  name         text not null check (char_length(name) between 1 and 80),
  role         text not null check (role in ('owner', 'adult', 'child')),
  status       text not null default 'active' check (status in ('active', 'left', 'removed')),
  colour       integer not null default 0 check (colour between 0 and 7),
  joined_at    timestamptz(3) not null default now(),
  ended_at     timestamptz(3),
  primary key (household_id, id),
  check ((status = 'active') = (ended_at is null)),
  -- An owner must be able to sign in, else nobody could hand the ownership on.
  check (role <> 'owner' or user_id is not null or status <> 'active')
);
-- One row per person and household for good: who comes back finds their books again.
create unique index member_household_id_user_id_key on member (household_id, user_id);
create index member_user_id_idx on member (user_id);

create table invite (
  household_id      uuid not null references household (id) on delete no action on update no action,
  id                uuid not null,
  token_hash        text not null check (char_length(token_hash) = 64),
  role              text not null check (role in ('adult', 'child')),
  email             text check (email = lower(email) and char_length(email) between 3 and 254),
  created_by_id     uuid not null,
  created_at        timestamptz(3) not null default now(),
  expires_at        timestamptz(3) not null,
  used_at           timestamptz(3),
  used_by_id        uuid,
  revoked_at        timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, created_by_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, used_by_id) references member (household_id, id) on delete no action on update no action,
  check ((used_at is null) = (used_by_id is null)),
  check (used_at is null or revoked_at is null)
);
create unique index invite_token_hash_key on invite (token_hash);

-- A command's client-made id and what it answered the first time. Repeating it finds this row.
create table command_receipt (
  household_id uuid not null references household (id) on delete no action on update no action,
  id           uuid not null,
  member_id    uuid not null,
  name         text not null check (char_length(name) <= 80),
  result       jsonb,
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);

-- Who did what, when; written in the transaction that did it, never changed.
create table activity (
  household_id uuid not null references household (id) on delete no action on update no action,
  id           uuid not null,
  at           timestamptz(3) not null default now(),
  member_id    uuid not null,
  action       text not null check (char_length(action) between 1 and 80),
  subject_type text not null check (char_length(subject_type) <= 40),
  subject_id   uuid,
  detail       jsonb not null default '{}',
  primary key (household_id, id),
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index activity_household_id_at_idx on activity (household_id, at desc, id desc);
create index activity_household_id_subject_id_idx on activity (household_id, subject_id);

-- Rows that are history: refuse update and delete, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed: add a further one', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger activity_is_history before update or delete on activity for each row execute function refuse_change();

-- A household always has an owner who can sign in. Checked at commit, so that ownership can change hands. The lock
-- makes two owners who go at the same moment take turns: the second sees that the first has gone.
create function household_keeps_an_owner() returns trigger language plpgsql as $$
begin
  perform 1 from household where id = old.household_id for no key update;
  if found and not exists (select 1 from member where household_id = old.household_id and role = 'owner' and status = 'active') then
    raise exception 'the last owner of a household cannot go' using errcode = 'check_violation', constraint = 'household_keeps_an_owner';
  end if;
  return null;
end $$;
create constraint trigger member_keeps_an_owner after update or delete on member
  deferrable initially deferred for each row when (old.role = 'owner' and old.status = 'active') execute function household_keeps_an_owner();

alter table household enable row level security;
create policy household_own on household using (
  id = app_household() or id in (select m.household_id from member m where m.user_id = app_user() and m.status = 'active')
  or id in (select i.household_id from invite i where i.token_hash = app_invite_hash())
) with check (id = app_household());
alter table member enable row level security;
create policy member_own on member using (household_id = app_household() or user_id = app_user()) with check (household_id = app_household());
alter table invite enable row level security;
create policy invite_own on invite using (household_id = app_household() or token_hash = app_invite_hash()) with check (household_id = app_household());
alter table command_receipt enable row level security;
create policy command_receipt_own on command_receipt using (household_id = app_household()) with check (household_id = app_household());
alter table activity enable row level security;
create policy activity_own on activity using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on household, member, invite, command_receipt to commonpurse_app;
grant select, insert on activity to commonpurse_app;

-- 20261122000003_stores
-- Merchants, their estimated sales tax, and each member's accounts there.

create table store (
  household_id             uuid not null references household (id) on delete no action on update no action,
  id                       uuid not null,
  name                     text not null check (char_length(name) between 1 and 80),
  preset                   text not null default 'plain' check (preset in ('plain', 'amazon_us')),
  region                   text not null default '' check (char_length(region) <= 80),
  shipping_fee_cents       bigint not null default 0 check (shipping_fee_cents between 0 and 10000000000000),
  -- An order of at least this subtotal ships free. Null: the fee is always due.
  free_shipping_from_cents bigint check (free_shipping_from_cents between 0 and 10000000000000),
  -- The store takes the gift-card balance first, whatever is ordered (R4).
  applies_balance_first    boolean not null default false,
  where_to_look            text not null default '' check (char_length(where_to_look) <= 1000),
  balance_url              text check (char_length(balance_url) <= 2000),
  terms_url                text check (char_length(terms_url) <= 2000),
  version                  integer not null default 1,
  archived_at              timestamptz(3),
  created_at               timestamptz(3) not null default now(),
  primary key (household_id, id)
);

create table store_tax_rate (
  household_id uuid not null,
  store_id     uuid not null,
  category     text not null check (char_length(category) between 1 and 40),
  -- Millionths: 8.875 % is 88750.
  rate_ppm     integer not null check (rate_ppm between 0 and 1000000),
  primary key (household_id, store_id, category),
  foreign key (household_id, store_id) references store (household_id, id) on delete no action on update no action
);

create table store_account (
  household_id uuid not null,
  id           uuid not null,
  store_id     uuid not null,
  member_id    uuid not null,
  label        text not null default '' check (char_length(label) <= 80),
  kind         text not null default 'personal' check (kind in ('personal', 'work', 'family')),
  status       text not null default 'active' check (status in ('active', 'suspended', 'closed')),
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, store_id) references store (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index store_account_household_id_store_id_idx on store_account (household_id, store_id);
create index store_account_household_id_member_id_idx on store_account (household_id, member_id);

alter table store enable row level security;
create policy store_own on store using (household_id = app_household()) with check (household_id = app_household());
alter table store_tax_rate enable row level security;
create policy store_tax_rate_own on store_tax_rate using (household_id = app_household()) with check (household_id = app_household());
alter table store_account enable row level security;
create policy store_account_own on store_account using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on store, store_account to commonpurse_app;
grant select, insert, update, delete on store_tax_rate to commonpurse_app;

-- 20261122000004_lists
-- Shared lists, the items on them, what they cost where, and whom they are for.

create table list (
  household_id uuid not null references household (id) on delete no action on update no action,
  id           uuid not null,
  name         text not null check (char_length(name) between 1 and 80),
  -- A running list is always open and belongs to one store (R16).
  store_id     uuid,
  created_at   timestamptz(3) not null default now(),
  archived_at  timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, store_id) references store (household_id, id) on delete no action on update no action
);

create table item (
  household_id  uuid not null,
  id            uuid not null,
  list_id       uuid not null,
  name          text not null check (char_length(name) between 1 and 200),
  -- Thousandths, so that half a kilo is 500.
  quantity_milli integer not null default 1000 check (quantity_milli between 1 and 9999999),
  unit          text not null default '' check (char_length(unit) <= 20),
  -- What one unit costs where no offer says otherwise. Null: not known yet.
  price_cents   bigint check (price_cents between 0 and 10000000000000),
  category      text not null default 'other' check (char_length(category) between 1 and 40),
  need          text not null default 'must' check (need in ('must', 'optional')),
  -- What one unit of an optional item is worth to the household.
  worth_cents   bigint check (worth_cents between 0 and 10000000000000),
  -- 1 essential, 2 household, 3 someday (R11).
  priority      integer not null default 2 check (priority between 1 and 3),
  not_before    date,
  needed_by     date,
  requester_id  uuid not null,
  for_all       boolean not null default false,
  note          text not null default '' check (char_length(note) <= 1000),
  link          text check (char_length(link) <= 2000),
  status        text not null default 'open' check (status in ('open', 'checked', 'bought', 'removed')),
  status_by_id  uuid,
  status_at     timestamptz(3),
  -- Fractional index among the items of the list; compares byte by byte.
  sort_key      text collate "C" not null check (char_length(sort_key) between 1 and 200),
  version       integer not null default 1,
  created_at    timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, list_id) references list (household_id, id) on delete no action on update no action,
  foreign key (household_id, requester_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, status_by_id) references member (household_id, id) on delete no action on update no action,
  check (need = 'must' or worth_cents is not null),
  check (not_before is null or needed_by is null or not_before <= needed_by)
);
create index item_household_id_list_id_status_sort_key_idx on item (household_id, list_id, status, sort_key);

create table item_offer (
  household_id     uuid not null,
  item_id          uuid not null,
  store_id         uuid not null,
  -- Null: sold there, at the item's own price if it has one, else at a price not known yet.
  unit_price_cents bigint check (unit_price_cents between 0 and 10000000000000),
  primary key (household_id, item_id, store_id),
  foreign key (household_id, item_id) references item (household_id, id) on delete no action on update no action,
  foreign key (household_id, store_id) references store (household_id, id) on delete no action on update no action
);

-- Whom an item is for when it isn't for all: whole-number parts.
create table item_part (
  household_id uuid not null,
  item_id      uuid not null,
  member_id    uuid not null,
  parts        integer not null default 1 check (parts between 1 and 1000),
  primary key (household_id, item_id, member_id),
  foreign key (household_id, item_id) references item (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);

alter table list enable row level security;
create policy list_own on list using (household_id = app_household()) with check (household_id = app_household());
alter table item enable row level security;
create policy item_own on item using (household_id = app_household()) with check (household_id = app_household());
alter table item_offer enable row level security;
create policy item_offer_own on item_offer using (household_id = app_household()) with check (household_id = app_household());
alter table item_part enable row level security;
create policy item_part_own on item_part using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on list, item to commonpurse_app;
grant select, insert, update, delete on item_offer, item_part to commonpurse_app;

-- 20261122000005_credits
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

-- 20261122000006_plans
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

-- 20261122000007_settlements
-- Who received value from whom, and what has been evened up.

-- One row per line (or shipping) and person: what the payer spent for the receiver. A payer's own part is a row
-- too, so the parts of an order add up to what it cost. Refunds and corrections are further, negative rows.
create table share_entry (
  household_id uuid not null,
  id           uuid not null,
  plan_id      uuid not null,
  order_id     uuid not null,
  line_id      uuid,
  refund_id    uuid,
  payer_id     uuid not null,
  receiver_id  uuid not null,
  cents        bigint not null check (cents between -10000000000000 and 10000000000000 and cents <> 0),
  -- As a gift, or to be evened up: as the plan said when it was booked.
  settlement   text not null check (settlement in ('gift', 'even_up')),
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, plan_id) references plan (household_id, id) on delete no action on update no action,
  foreign key (household_id, order_id) references plan_order (household_id, id) on delete no action on update no action,
  foreign key (household_id, line_id) references plan_line (household_id, id) on delete no action on update no action,
  foreign key (household_id, refund_id) references refund (household_id, id) on delete no action on update no action,
  foreign key (household_id, payer_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, receiver_id) references member (household_id, id) on delete no action on update no action
);
create index share_entry_household_id_order_id_idx on share_entry (household_id, order_id);
create index share_entry_household_id_settlement_payer_id_receiver_id_idx on share_entry (household_id, settlement, payer_id, receiver_id);
create trigger share_entry_is_history before update or delete on share_entry for each row execute function refuse_change();

-- What discharges who-owes-whom: `from` gave `to` this much. A mistake is taken back by a further row.
create table settlement (
  household_id uuid not null,
  id           uuid not null,
  from_id      uuid not null,
  to_id        uuid not null,
  cents        bigint not null check (cents between -10000000000000 and 10000000000000 and cents <> 0),
  note         text not null default '' check (char_length(note) <= 500),
  occurred_on  date not null,
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  reverses_id  uuid,
  primary key (household_id, id),
  foreign key (household_id, from_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, to_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, reverses_id) references settlement (household_id, id) on delete no action on update no action,
  check (from_id <> to_id),
  check ((reverses_id is null) = (cents > 0))
);
create unique index settlement_household_id_reverses_id_key on settlement (household_id, reverses_id);
create trigger settlement_is_history before update or delete on settlement for each row execute function refuse_change();

alter table share_entry enable row level security;
create policy share_entry_own on share_entry using (household_id = app_household()) with check (household_id = app_household());
alter table settlement enable row level security;
create policy settlement_own on settlement using (household_id = app_household()) with check (household_id = app_household());

grant select, insert on share_entry, settlement to commonpurse_app;

create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
);
alter table public."activity" drop constraint "activity_household_id_fkey";
alter table public."activity" drop constraint "activity_household_id_member_id_fkey";
alter table public."allocation" drop constraint "allocation_household_id_credit_id_fkey";
alter table public."allocation" drop constraint "allocation_household_id_line_id_fkey";
alter table public."allocation" drop constraint "allocation_household_id_order_id_fkey";
alter table public."approval" drop constraint "approval_household_id_decided_by_id_fkey";
alter table public."approval" drop constraint "approval_household_id_holder_id_fkey";
alter table public."approval" drop constraint "approval_household_id_plan_id_fkey";
alter table public."auth_session" drop constraint "auth_session_user_id_fkey";
alter table public."command_receipt" drop constraint "command_receipt_household_id_fkey";
alter table public."command_receipt" drop constraint "command_receipt_household_id_member_id_fkey";
alter table public."credit" drop constraint "credit_household_id_account_id_fkey";
alter table public."credit" drop constraint "credit_household_id_intended_for_id_fkey";
alter table public."hold" drop constraint "hold_household_id_credit_id_fkey";
alter table public."hold" drop constraint "hold_household_id_order_id_fkey";
alter table public."invite" drop constraint "invite_household_id_created_by_id_fkey";
alter table public."invite" drop constraint "invite_household_id_fkey";
alter table public."invite" drop constraint "invite_household_id_used_by_id_fkey";
alter table public."item" drop constraint "item_household_id_list_id_fkey";
alter table public."item" drop constraint "item_household_id_requester_id_fkey";
alter table public."item" drop constraint "item_household_id_status_by_id_fkey";
alter table public."item_offer" drop constraint "item_offer_household_id_item_id_fkey";
alter table public."item_offer" drop constraint "item_offer_household_id_store_id_fkey";
alter table public."item_part" drop constraint "item_part_household_id_item_id_fkey";
alter table public."item_part" drop constraint "item_part_household_id_member_id_fkey";
alter table public."ledger_entry" drop constraint "ledger_entry_household_id_credit_id_fkey";
alter table public."ledger_entry" drop constraint "ledger_entry_household_id_member_id_fkey";
alter table public."ledger_entry" drop constraint "ledger_entry_household_id_order_id_fkey";
alter table public."ledger_entry" drop constraint "ledger_entry_household_id_refund_id_fkey";
alter table public."ledger_entry" drop constraint "ledger_entry_household_id_reverses_id_fkey";
alter table public."line_part" drop constraint "line_part_household_id_line_id_fkey";
alter table public."line_part" drop constraint "line_part_household_id_member_id_fkey";
alter table public."list" drop constraint "list_household_id_fkey";
alter table public."list" drop constraint "list_household_id_store_id_fkey";
alter table public."member" drop constraint "member_household_id_fkey";
alter table public."member" drop constraint "member_user_id_fkey";
alter table public."order_step" drop constraint "order_step_household_id_member_id_fkey";
alter table public."order_step" drop constraint "order_step_household_id_order_id_fkey";
alter table public."plan" drop constraint "plan_household_id_created_by_id_fkey";
alter table public."plan" drop constraint "plan_household_id_fkey";
alter table public."plan_line" drop constraint "plan_line_household_id_chosen_credit_id_fkey";
alter table public."plan_line" drop constraint "plan_line_household_id_item_id_fkey";
alter table public."plan_line" drop constraint "plan_line_household_id_order_id_fkey";
alter table public."plan_line" drop constraint "plan_line_household_id_plan_id_fkey";
alter table public."plan_line" drop constraint "plan_line_household_id_requester_id_fkey";
alter table public."plan_list" drop constraint "plan_list_household_id_list_id_fkey";
alter table public."plan_list" drop constraint "plan_list_household_id_plan_id_fkey";
alter table public."plan_order" drop constraint "plan_order_household_id_account_id_fkey";
alter table public."plan_order" drop constraint "plan_order_household_id_cash_payer_id_fkey";
alter table public."plan_order" drop constraint "plan_order_household_id_ordered_by_id_fkey";
alter table public."plan_order" drop constraint "plan_order_household_id_plan_id_fkey";
alter table public."refund" drop constraint "refund_household_id_line_id_fkey";
alter table public."refund" drop constraint "refund_household_id_member_id_fkey";
alter table public."refund" drop constraint "refund_household_id_order_id_fkey";
alter table public."refund_part" drop constraint "refund_part_household_id_credit_id_fkey";
alter table public."refund_part" drop constraint "refund_part_household_id_refund_id_fkey";
alter table public."settlement" drop constraint "settlement_household_id_from_id_fkey";
alter table public."settlement" drop constraint "settlement_household_id_member_id_fkey";
alter table public."settlement" drop constraint "settlement_household_id_reverses_id_fkey";
alter table public."settlement" drop constraint "settlement_household_id_to_id_fkey";
alter table public."share_entry" drop constraint "share_entry_household_id_line_id_fkey";
alter table public."share_entry" drop constraint "share_entry_household_id_order_id_fkey";
alter table public."share_entry" drop constraint "share_entry_household_id_payer_id_fkey";
alter table public."share_entry" drop constraint "share_entry_household_id_plan_id_fkey";
alter table public."share_entry" drop constraint "share_entry_household_id_receiver_id_fkey";
alter table public."share_entry" drop constraint "share_entry_household_id_refund_id_fkey";
alter table public."store" drop constraint "store_household_id_fkey";
alter table public."store_account" drop constraint "store_account_household_id_member_id_fkey";
alter table public."store_account" drop constraint "store_account_household_id_store_id_fkey";
alter table public."store_tax_rate" drop constraint "store_tax_rate_household_id_store_id_fkey";
alter table public."_prisma_migrations" disable trigger user;
alter table public."activity" disable trigger user;
alter table public."allocation" disable trigger user;
alter table public."approval" disable trigger user;
alter table public."auth_session" disable trigger user;
alter table public."command_receipt" disable trigger user;
alter table public."credit" disable trigger user;
alter table public."hold" disable trigger user;
alter table public."household" disable trigger user;
alter table public."invite" disable trigger user;
alter table public."item" disable trigger user;
alter table public."item_offer" disable trigger user;
alter table public."item_part" disable trigger user;
alter table public."ledger_entry" disable trigger user;
alter table public."line_part" disable trigger user;
alter table public."list" disable trigger user;
alter table public."member" disable trigger user;
alter table public."order_step" disable trigger user;
alter table public."plan" disable trigger user;
alter table public."plan_line" disable trigger user;
alter table public."plan_list" disable trigger user;
alter table public."plan_order" disable trigger user;
alter table public."refund" disable trigger user;
alter table public."refund_part" disable trigger user;
alter table public."settlement" disable trigger user;
alter table public."share_entry" disable trigger user;
alter table public."sign_in_throttle" disable trigger user;
alter table public."store" disable trigger user;
alter table public."store_account" disable trigger user;
alter table public."store_tax_rate" disable trigger user;
alter table public."user_account" disable trigger user;
truncate public."_prisma_migrations", public."activity", public."allocation", public."approval", public."auth_session", public."command_receipt", public."credit", public."hold", public."household", public."invite", public."item", public."item_offer", public."item_part", public."ledger_entry", public."line_part", public."list", public."member", public."order_step", public."plan", public."plan_line", public."plan_list", public."plan_order", public."refund", public."refund_part", public."settlement", public."share_entry", public."sign_in_throttle", public."store", public."store_account", public."store_tax_rate", public."user_account";
-- commonpurse data
copy public."_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "logs", "rolled_back_at", "started_at", "applied_steps_count") from stdin;
73f59acb-f2a3-4b8e-b050-042f45821822	aa276d3a76be7ac69dfe9cba2d6f9c2242e3d7897dbf450671921d47e8508305	2026-11-22 05:03:24.655112+00	20261122000001_identity	\N	\N	2026-11-22 05:03:24.625041+00	1
ea159b44-d349-4b54-85e7-616feca6ce2b	56291b0b6e72427d666daf6008ffb4372a16011ae902413f60552f82bfe4d153	2026-11-22 05:03:24.712938+00	20261122000002_households	\N	\N	2026-11-22 05:03:24.65781+00	1
74bcbacf-5f93-4d31-90d2-09c9930db829	e57050175a86148546decad244ba86fd1cb8c451177c08d1de2c5aa69512a252	2026-11-22 05:03:24.753589+00	20261122000003_stores	\N	\N	2026-11-22 05:03:24.71463+00	1
87535c19-46ff-4bb7-b7d6-8dc08b10bc81	68df28482dba443b9e9cc570278be035daf4709bd46b70e64c3605d7bd54c0f6	2026-11-22 05:03:24.795446+00	20261122000004_lists	\N	\N	2026-11-22 05:03:24.763256+00	1
ba555cb9-1c4f-4584-8a16-52e0258ed8c3	cf024d35e8e2d002374f12767fb5c80ca2baade89306dff2c037d87dc9abde87	2026-11-22 05:03:24.827079+00	20261122000005_credits	\N	\N	2026-11-22 05:03:24.799843+00	1
075445d6-4b65-421d-a376-ee1dc6f99252	1476abb6024a4b7c511971baa600c6ab2385dd97f5ab429c324221a0f42f1b4e	2026-11-22 05:03:24.900407+00	20261122000006_plans	\N	\N	2026-11-22 05:03:24.827677+00	1
c96d3037-8471-4e95-b07b-4bf4faf7bec9	b447ab501d7cf7cbe91f46a1720d9d978bfb0c21737ca900f7a6b934d875ddc5	2026-11-22 05:03:24.923551+00	20261122000007_settlements	\N	\N	2026-11-22 05:03:24.901359+00	1
\.
copy public."activity" ("household_id", "id", "at", "member_id", "action", "subject_type", "subject_id", "detail") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-562f-706c-ae78-64522ac725f7	2026-11-22 05:03:31.377+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	household.created	household	01a201a3-5547-710a-a4ec-b931bf93763e	{"name": "Ferreira"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-570e-7234-81df-92939605b37f	2026-11-22 05:03:31.599+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	invite.created	invite	01a201a3-56d8-75f5-9bf7-46cf217f90a6	{"role": "adult"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5b19-759d-860e-cdb3dada4f64	2026-11-22 05:03:32.65+00	01a201a3-58c3-732f-85b0-fceba44a38d4	member.joined	member	01a201a3-58c3-732f-85b0-fceba44a38d4	{"name": "Ben", "role": "adult"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5c52-7657-aa79-ad25005e9125	2026-11-22 05:03:32.946+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	member.added	member	01a201a3-5be6-7083-8230-3cf2f721a14b	{"name": "Cleo"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5cfd-7231-9e15-30df1472607e	2026-11-22 05:03:33.117+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	household.settings_changed	household	01a201a3-5547-710a-a4ec-b931bf93763e	{"name": "Ferreira"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5f12-73fa-abf0-4b99b13c515f	2026-11-22 05:03:33.655+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	store.added	store	01a201a3-5e56-74d1-9e1d-28dd06335839	{"store": "Amazon (US)"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6048-7384-81ee-b1bb536e8f1b	2026-11-22 05:03:33.961+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	store.added	store	01a201a3-5f92-753c-80fb-9e227821a0f6	{"store": "Corner Market"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-617c-726c-a3e0-75ba789c1221	2026-11-22 05:03:34.268+00	01a201a3-58c3-732f-85b0-fceba44a38d4	account.added	store	01a201a3-5e56-74d1-9e1d-28dd06335839	{"kind": "personal", "store": "Amazon (US)", "member": "Ben"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6195-759b-a3d1-0bef5f4bf402	2026-11-22 05:03:34.294+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	account.added	store	01a201a3-5e56-74d1-9e1d-28dd06335839	{"kind": "personal", "store": "Amazon (US)", "member": "Anna"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-61fd-73da-bc2e-cc8838e6999c	2026-11-22 05:03:34.397+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	credit.recorded	credit	01a201a3-61cf-773f-bd64-92d846d38deb	{"label": "Refund for Order #902-113", "origin": "refund", "amountCents": 5000}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-632e-71b0-9db2-49b59de5d284	2026-11-22 05:03:34.706+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	credit.recorded	credit	01a201a3-623b-7257-90e1-21b0cbb655f1	{"label": "Card rewards", "origin": "reward", "amountCents": 2340}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6457-771a-8ea2-f04e67f56deb	2026-11-22 05:03:35+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	list.created	list	01a201a3-642b-7503-906f-6095b4dccfd9	{"list": "Cosy autumn"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-66cd-713d-bc12-12bb9f5337d2	2026-11-22 05:03:35.636+00	01a201a3-58c3-732f-85b0-fceba44a38d4	item.added	item	01a201a3-649b-77d4-935f-6512aa065dc4	{"item": "Winter boots", "list": "Cosy autumn"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-67ab-77dd-9e22-47d87018bf82	2026-11-22 05:03:35.851+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	item.added	item	01a201a3-671c-72f4-bab9-c4d2f4de58bf	{"item": "Board game", "list": "Cosy autumn"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8324-73f9-8e92-c8e5f8d0ed16	2026-11-22 05:03:42.885+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.made	plan	01a201a3-80fb-741a-b5d5-2fb3fab25e74	{"plan": "Cosy autumn"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-87e2-7334-a2b4-1025b3400a26	2026-11-22 05:03:44.099+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.proposed	plan	01a201a3-80fb-741a-b5d5-2fb3fab25e74	{"plan": "Cosy autumn"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-885d-7463-b64e-93cd815823bf	2026-11-22 05:03:44.222+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.approved	plan	01a201a3-80fb-741a-b5d5-2fb3fab25e74	{"plan": "Cosy autumn", "currency": "USD", "heldCents": 6489}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c8f-70d6-800a-d9b532fc9d88	2026-11-22 05:03:45.295+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.recorded	order	01a201a3-8002-7377-b713-ccc89cba323a	{"store": "Amazon (US)", "currency": "USD", "cashCents": 0, "totalCents": 6489, "orderNumber": "114-5550101-7264"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8da9-73d1-a081-a87bbbce0086	2026-11-22 05:03:45.578+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.closed	order	01a201a3-8002-7377-b713-ccc89cba323a	{"store": "Amazon (US)", "orderNumber": "114-5550101-7264"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8de8-75a1-aedc-3f658d8ae9b5	2026-11-22 05:03:45.641+00	01a201a3-58c3-732f-85b0-fceba44a38d4	settlements.settled	settlement	01a201a3-8dd4-756d-ba65-764d26b1978a	{"to": "Anna", "from": "Ben", "currency": "USD", "amountCents": 2000}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e1e-71ec-9dbf-8f5a6822dd8b	2026-11-22 05:03:45.694+00	01a201a3-58c3-732f-85b0-fceba44a38d4	credit.recorded	credit	01a201a3-8dff-7496-b197-24a70b5b846f	{"label": "Birthday card from Gran", "origin": "gift_card", "amountCents": 12000}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e43-70fb-8791-85b2c3aa906f	2026-11-22 05:03:45.731+00	01a201a3-58c3-732f-85b0-fceba44a38d4	credit.recorded	credit	01a201a3-8e2f-7179-a29e-363dbbd6f951	{"label": "Groceries promotion", "origin": "promotion", "amountCents": 1500}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e67-7005-97fc-dceb092b6866	2026-11-22 05:03:45.768+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	list.created	list	01a201a3-8e55-7115-9fa1-f79c666fcc6d	{"list": "Weekly"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8eb0-7028-8b66-8e880de92b1d	2026-11-22 05:03:45.84+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	list.created	list	01a201a3-8e7f-716d-8c80-ccc15c5e3bbe	{"list": "Amazon (US)"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8ed9-741b-9127-b9dfc9913129	2026-11-22 05:03:45.881+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	list.created	list	01a201a3-8ec1-75dc-8349-c472dd6eeb02	{"list": "Corner Market"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f7a-7243-8d3f-a5eaa9f25c31	2026-11-22 05:03:46.042+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	item.added	item	01a201a3-8f11-76f2-b5f3-5ad6ae152e71	{"item": "Rice", "list": "Weekly"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8fff-71ca-bf78-047da5c5ab18	2026-11-22 05:03:46.175+00	01a201a3-58c3-732f-85b0-fceba44a38d4	item.added	item	01a201a3-8f94-752d-9b89-db43263a21e3	{"item": "Dishwasher tabs", "list": "Weekly"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9043-71a9-a1a7-7aa2d23c6fde	2026-11-22 05:03:46.243+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	item.added	item	01a201a3-9015-778e-9737-0c539c5088ab	{"item": "“The Tidewalkers”", "list": "Weekly"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-908e-756b-804d-fb9d829be6b6	2026-11-22 05:03:46.318+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	item.added	item	01a201a3-904f-7586-9f7a-b5ceeb982041	{"item": "Milk", "list": "Corner Market"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-90b0-713d-b94b-ee37ae338307	2026-11-22 05:03:46.352+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	item.added	item	01a201a3-9095-713c-9ac4-1e1836b9df81	{"item": "Eggs", "list": "Corner Market"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-90e2-70c9-b2f3-12363ee8924e	2026-11-22 05:03:46.402+00	01a201a3-58c3-732f-85b0-fceba44a38d4	item.added	item	01a201a3-90b8-739b-bc68-0a8fafe8ffbc	{"item": "Coffee beans", "list": "Corner Market"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-914c-76a0-8c79-be76a94a0946	2026-11-22 05:03:46.509+00	01a201a3-58c3-732f-85b0-fceba44a38d4	item.added	item	01a201a3-910c-7483-b02b-c6f0b409370e	{"item": "Printer paper", "list": "Amazon (US)"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9587-71f6-a681-211c7e7cf4bb	2026-11-22 05:03:47.591+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.made	plan	01a201a3-9322-71f2-bdf2-0bb215f14590	{"plan": "Weekly"}
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9840-74a0-8cf6-a737bab58982	2026-11-22 05:03:48.289+00	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.proposed	plan	01a201a3-9322-71f2-bdf2-0bb215f14590	{"plan": "Weekly"}
\.
copy public."allocation" ("household_id", "id", "order_id", "line_id", "credit_id", "stage", "cents") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-82fd-70fa-8464-5a6c1b81c0aa	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8002-7377-b713-d29abc3defbb	01a201a3-61cf-773f-bd64-92d846d38deb	planned	3990
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-82fd-70fa-8464-5c6b39fcaaa5	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-623b-7257-90e1-21b0cbb655f1	planned	2340
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-82fd-70fa-8464-63d4470f41bc	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-61cf-773f-bd64-92d846d38deb	planned	159
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c0b-76eb-9ab1-7c0896b6ddee	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8002-7377-b713-d29abc3defbb	01a201a3-61cf-773f-bd64-92d846d38deb	actual	3990
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c0b-76eb-9ab1-80ae05e0aa21	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-623b-7257-90e1-21b0cbb655f1	actual	2340
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c0b-76eb-9ab1-84f726c62ebd	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-61cf-773f-bd64-92d846d38deb	actual	159
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-955a-7539-8a37-59ba03edcf23	01a201a3-92bf-76cb-917a-3334d26a31ec	01a201a3-92bf-76cb-917a-366ec97f2182	01a201a3-8e2f-7179-a29e-363dbbd6f951	planned	1425
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-955a-7539-8a37-5d666d3128f8	01a201a3-92bf-76cb-917a-3334d26a31ec	01a201a3-92bf-76cb-917a-38f3d5798a5e	01a201a3-8dff-7496-b197-24a70b5b846f	planned	2149
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-955a-7539-8a37-6091864d6cfd	01a201a3-92bf-76cb-917a-3334d26a31ec	01a201a3-92bf-76cb-917a-3fcbe682b192	01a201a3-8dff-7496-b197-24a70b5b846f	planned	1799
\.
copy public."approval" ("household_id", "plan_id", "holder_id", "status", "reason", "decided_by_id", "decided_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-55ce-7100-bf02-f4acbd4e987d	approved		01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:44.106+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9322-71f2-bdf2-0bb215f14590	01a201a3-58c3-732f-85b0-fceba44a38d4	waiting		\N	\N
\.
copy public."auth_session" ("id", "user_id", "created_at", "last_seen_at", "expires_at", "ended_at", "user_agent", "ip") from stdin;
\.
copy public."command_receipt" ("household_id", "id", "member_id", "name", "result", "created_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-56c6-769a-90e6-4b8025a8d588	01a201a3-55ce-7100-bf02-f4acbd4e987d	households.createInvite	"01a201a3-56d8-75f5-9bf7-46cf217f90a6"	2026-11-22 05:03:31.527+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5b63-744a-9c19-f9209328d1fe	01a201a3-55ce-7100-bf02-f4acbd4e987d	households.addMember	"01a201a3-5be6-7083-8230-3cf2f721a14b"	2026-11-22 05:03:32.708+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5c8f-72ea-82ae-5818a98cb211	01a201a3-55ce-7100-bf02-f4acbd4e987d	households.changeSettings	\N	2026-11-22 05:03:33.008+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5e04-774c-a975-4ef9d0081d25	01a201a3-55ce-7100-bf02-f4acbd4e987d	stores.add	"01a201a3-5e56-74d1-9e1d-28dd06335839"	2026-11-22 05:03:33.384+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5f2e-7460-8a1e-0d68e76e088a	01a201a3-55ce-7100-bf02-f4acbd4e987d	stores.add	"01a201a3-5f92-753c-80fb-9e227821a0f6"	2026-11-22 05:03:33.721+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6146-73d2-bf36-34ae45de9e6a	01a201a3-58c3-732f-85b0-fceba44a38d4	stores.addAccount	"01a201a3-6176-7004-9a6c-b847570717ea"	2026-11-22 05:03:34.215+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-618a-7510-9d32-b4be109fae74	01a201a3-55ce-7100-bf02-f4acbd4e987d	stores.addAccount	"01a201a3-6194-7559-a574-a99c79862cf9"	2026-11-22 05:03:34.283+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-61be-7631-b06b-69f03aadfb93	01a201a3-55ce-7100-bf02-f4acbd4e987d	credits.record	"01a201a3-61cf-773f-bd64-92d846d38deb"	2026-11-22 05:03:34.337+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6233-70c8-9a47-31adf1f3093e	01a201a3-55ce-7100-bf02-f4acbd4e987d	credits.record	"01a201a3-623b-7257-90e1-21b0cbb655f1"	2026-11-22 05:03:34.452+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-642b-7503-906f-6095b4dccfd9	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.create	{"listId": "01a201a3-642b-7503-906f-6095b4dccfd9"}	2026-11-22 05:03:34.956+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-649b-77d4-935f-6512aa065dc4	01a201a3-58c3-732f-85b0-fceba44a38d4	lists.add_item	{"itemId": "01a201a3-649b-77d4-935f-6512aa065dc4"}	2026-11-22 05:03:35.08+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-671c-72f4-bab9-c4d2f4de58bf	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.add_item	{"itemId": "01a201a3-671c-72f4-bab9-c4d2f4de58bf"}	2026-11-22 05:03:35.709+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-67b8-77f0-9b1c-a206716a33d3	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.make	{"planId": "01a201a3-80fb-741a-b5d5-2fb3fab25e74"}	2026-11-22 05:03:42.086+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8367-7205-a439-0366d17c2157	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.approve	{"planId": "01a201a3-80fb-741a-b5d5-2fb3fab25e74", "status": "approved"}	2026-11-22 05:03:42.957+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8893-7326-a123-970c23bfe5a4	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.tick	\N	2026-11-22 05:03:44.277+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8917-742a-a4f1-81bcd12da326	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.tick	\N	2026-11-22 05:03:44.408+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-89a7-71b8-989a-43e90b5d9275	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.tick	\N	2026-11-22 05:03:44.584+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-89e3-705c-a67f-97570b1fd8fe	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.tick	\N	2026-11-22 05:03:44.612+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8a15-75ed-8b3b-268e5b198571	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.record	{"planId": "01a201a3-80fb-741a-b5d5-2fb3fab25e74"}	2026-11-22 05:03:44.662+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8cc1-73d3-b5e9-9c6e95d7e27c	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.tick	\N	2026-11-22 05:03:45.346+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8cee-7052-bf4d-1a0ecdb6c1b6	01a201a3-55ce-7100-bf02-f4acbd4e987d	orders.close	{"planId": "01a201a3-80fb-741a-b5d5-2fb3fab25e74"}	2026-11-22 05:03:45.391+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8db6-7609-8ca7-2acf6c8ca1b4	01a201a3-58c3-732f-85b0-fceba44a38d4	settlements.settle	{"settlementId": "01a201a3-8dd4-756d-ba65-764d26b1978a"}	2026-11-22 05:03:45.591+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8df5-74b6-9027-56e17aadab87	01a201a3-58c3-732f-85b0-fceba44a38d4	credits.record	"01a201a3-8dff-7496-b197-24a70b5b846f"	2026-11-22 05:03:45.654+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e28-70ad-891e-1c8816f1c44f	01a201a3-58c3-732f-85b0-fceba44a38d4	credits.record	"01a201a3-8e2f-7179-a29e-363dbbd6f951"	2026-11-22 05:03:45.705+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e55-7115-9fa1-f79c666fcc6d	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.create	{"listId": "01a201a3-8e55-7115-9fa1-f79c666fcc6d"}	2026-11-22 05:03:45.749+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e7f-716d-8c80-ccc15c5e3bbe	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.create	{"listId": "01a201a3-8e7f-716d-8c80-ccc15c5e3bbe"}	2026-11-22 05:03:45.792+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8ec1-75dc-8349-c472dd6eeb02	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.create	{"listId": "01a201a3-8ec1-75dc-8349-c472dd6eeb02"}	2026-11-22 05:03:45.859+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f11-76f2-b5f3-5ad6ae152e71	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.add_item	{"itemId": "01a201a3-8f11-76f2-b5f3-5ad6ae152e71"}	2026-11-22 05:03:45.937+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f94-752d-9b89-db43263a21e3	01a201a3-58c3-732f-85b0-fceba44a38d4	lists.add_item	{"itemId": "01a201a3-8f94-752d-9b89-db43263a21e3"}	2026-11-22 05:03:46.069+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9015-778e-9737-0c539c5088ab	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.add_item	{"itemId": "01a201a3-9015-778e-9737-0c539c5088ab"}	2026-11-22 05:03:46.203+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-904f-7586-9f7a-b5ceeb982041	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.add_item	{"itemId": "01a201a3-904f-7586-9f7a-b5ceeb982041"}	2026-11-22 05:03:46.256+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9095-713c-9ac4-1e1836b9df81	01a201a3-55ce-7100-bf02-f4acbd4e987d	lists.add_item	{"itemId": "01a201a3-9095-713c-9ac4-1e1836b9df81"}	2026-11-22 05:03:46.326+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-90b8-739b-bc68-0a8fafe8ffbc	01a201a3-58c3-732f-85b0-fceba44a38d4	lists.add_item	{"itemId": "01a201a3-90b8-739b-bc68-0a8fafe8ffbc"}	2026-11-22 05:03:46.361+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-910c-7483-b02b-c6f0b409370e	01a201a3-58c3-732f-85b0-fceba44a38d4	lists.add_item	{"itemId": "01a201a3-910c-7483-b02b-c6f0b409370e"}	2026-11-22 05:03:46.445+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9192-77c5-a497-2bdf2cbc9aa6	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.make	{"planId": "01a201a3-9322-71f2-bdf2-0bb215f14590"}	2026-11-22 05:03:46.887+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-95e3-76bf-a166-31f4673b94f5	01a201a3-55ce-7100-bf02-f4acbd4e987d	plans.propose	{"planId": "01a201a3-9322-71f2-bdf2-0bb215f14590", "status": "proposed"}	2026-11-22 05:03:47.687+00
\.
copy public."credit" ("household_id", "id", "account_id", "origin", "label", "posted_cents", "held_cents", "available_from", "expiry", "expires_on", "categories", "excluded_categories", "gift_cards", "minimum_order_cents", "covers_shipping", "evidence_order", "evidence_on", "evidence_note", "intended_for_id", "version", "created_at", "closed_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-61cf-773f-bd64-92d846d38deb	01a201a3-6194-7559-a574-a99c79862cf9	refund	Refund for Order #902-113	851	0	2026-11-22	never	\N	\N	{}	no	0	t	902-113	\N		\N	1	2026-11-22 05:03:34.353+00	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-623b-7257-90e1-21b0cbb655f1	01a201a3-6194-7559-a574-a99c79862cf9	reward	Card rewards	0	0	2026-11-22	date	2027-01-01	\N	{}	no	0	t		\N		\N	1	2026-11-22 05:03:34.533+00	2026-11-22 05:03:45.044+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8dff-7496-b197-24a70b5b846f	01a201a3-6176-7004-9a6c-b847570717ea	gift_card	Birthday card from Gran	12000	0	2026-11-22	never	\N	\N	{}	no	0	t		\N		\N	1	2026-11-22 05:03:45.675+00	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e2f-7179-a29e-363dbbd6f951	01a201a3-6176-7004-9a6c-b847570717ea	promotion	Groceries promotion	1500	0	2026-11-22	date	2026-12-01	{grocery}	{}	no	0	f		\N	$15.00 off groceries, one use or several, until the date shown at checkout.	\N	1	2026-11-22 05:03:45.712+00	\N
\.
copy public."hold" ("household_id", "id", "credit_id", "order_id", "cents", "status", "created_at", "ended_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-883a-7281-a188-b755f29fa484	01a201a3-61cf-773f-bd64-92d846d38deb	01a201a3-8002-7377-b713-ccc89cba323a	4149	spent	2026-11-22 05:03:44.191+00	2026-11-22 05:03:44.849+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8845-77df-a837-0bec7d69aff1	01a201a3-623b-7257-90e1-21b0cbb655f1	01a201a3-8002-7377-b713-ccc89cba323a	2340	spent	2026-11-22 05:03:44.201+00	2026-11-22 05:03:44.936+00
\.
copy public."household" ("id", "name", "kind", "currency", "time_zone", "settlement", "children_see_balances", "created_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	Ferreira	family	USD	America/New_York	even_up	f	2026-11-22 05:03:31.232+00
\.
copy public."invite" ("household_id", "id", "token_hash", "role", "email", "created_by_id", "created_at", "expires_at", "used_at", "used_by_id", "revoked_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-56d8-75f5-9bf7-46cf217f90a6	8352fdd26919c1be8bfd1fa0a504ebcd89d0b6a2cb45828035921d9e58aa737c	adult	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:31.544+00	2026-11-29 05:03:31.544+00	2026-11-22 05:03:31.753+00	01a201a3-58c3-732f-85b0-fceba44a38d4	\N
\.
copy public."item" ("household_id", "id", "list_id", "name", "quantity_milli", "unit", "price_cents", "category", "need", "worth_cents", "priority", "not_before", "needed_by", "requester_id", "for_all", "note", "link", "status", "status_by_id", "status_at", "sort_key", "version", "created_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-649b-77d4-935f-6512aa065dc4	01a201a3-642b-7503-906f-6095b4dccfd9	Winter boots	1000		\N	clothing	must	\N	2	\N	\N	01a201a3-58c3-732f-85b0-fceba44a38d4	f		\N	bought	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:45.282+00	a0	1	2026-11-22 05:03:35.163+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-671c-72f4-bab9-c4d2f4de58bf	01a201a3-642b-7503-906f-6095b4dccfd9	Board game	1000		\N	toys	must	\N	2	\N	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	t		\N	bought	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:45.282+00	a1	1	2026-11-22 05:03:35.824+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f11-76f2-b5f3-5ad6ae152e71	01a201a3-8e55-7115-9fa1-f79c666fcc6d	Rice	1000		\N	grocery	must	\N	2	\N	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	f		\N	open	\N	\N	a0	1	2026-11-22 05:03:45.972+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f94-752d-9b89-db43263a21e3	01a201a3-8e55-7115-9fa1-f79c666fcc6d	Dishwasher tabs	1000		\N	household	must	\N	2	\N	\N	01a201a3-58c3-732f-85b0-fceba44a38d4	t		\N	open	\N	\N	a1	1	2026-11-22 05:03:46.159+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9015-778e-9737-0c539c5088ab	01a201a3-8e55-7115-9fa1-f79c666fcc6d	“The Tidewalkers”	1000		\N	books	must	\N	2	\N	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	f		\N	open	\N	\N	a2	1	2026-11-22 05:03:46.229+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-904f-7586-9f7a-b5ceeb982041	01a201a3-8ec1-75dc-8349-c472dd6eeb02	Milk	2000		\N	grocery	must	\N	2	\N	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	t		\N	open	\N	\N	a0	1	2026-11-22 05:03:46.294+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9095-713c-9ac4-1e1836b9df81	01a201a3-8ec1-75dc-8349-c472dd6eeb02	Eggs	1000		\N	grocery	must	\N	2	\N	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	t		\N	open	\N	\N	a1	1	2026-11-22 05:03:46.344+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-90b8-739b-bc68-0a8fafe8ffbc	01a201a3-8ec1-75dc-8349-c472dd6eeb02	Coffee beans	1000		\N	grocery	must	\N	2	\N	\N	01a201a3-58c3-732f-85b0-fceba44a38d4	f		\N	open	\N	\N	a2	1	2026-11-22 05:03:46.378+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-910c-7483-b02b-c6f0b409370e	01a201a3-8e7f-716d-8c80-ccc15c5e3bbe	Printer paper	1000		\N	office	must	\N	2	\N	\N	01a201a3-58c3-732f-85b0-fceba44a38d4	t		\N	open	\N	\N	a0	1	2026-11-22 05:03:46.499+00
\.
copy public."item_offer" ("household_id", "item_id", "store_id", "unit_price_cents") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-649b-77d4-935f-6512aa065dc4	01a201a3-5e56-74d1-9e1d-28dd06335839	3990
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-671c-72f4-bab9-c4d2f4de58bf	01a201a3-5e56-74d1-9e1d-28dd06335839	2499
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f11-76f2-b5f3-5ad6ae152e71	01a201a3-5e56-74d1-9e1d-28dd06335839	1425
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f94-752d-9b89-db43263a21e3	01a201a3-5e56-74d1-9e1d-28dd06335839	2149
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9015-778e-9737-0c539c5088ab	01a201a3-5e56-74d1-9e1d-28dd06335839	1799
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-904f-7586-9f7a-b5ceeb982041	01a201a3-5f92-753c-80fb-9e227821a0f6	389
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9095-713c-9ac4-1e1836b9df81	01a201a3-5f92-753c-80fb-9e227821a0f6	429
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-90b8-739b-bc68-0a8fafe8ffbc	01a201a3-5f92-753c-80fb-9e227821a0f6	1149
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-910c-7483-b02b-c6f0b409370e	01a201a3-5e56-74d1-9e1d-28dd06335839	899
\.
copy public."item_part" ("household_id", "item_id", "member_id", "parts") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-649b-77d4-935f-6512aa065dc4	01a201a3-58c3-732f-85b0-fceba44a38d4	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8f11-76f2-b5f3-5ad6ae152e71	01a201a3-55ce-7100-bf02-f4acbd4e987d	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9015-778e-9737-0c539c5088ab	01a201a3-5be6-7083-8230-3cf2f721a14b	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-90b8-739b-bc68-0a8fafe8ffbc	01a201a3-58c3-732f-85b0-fceba44a38d4	1
\.
copy public."ledger_entry" ("household_id", "id", "credit_id", "kind", "amount_cents", "posted_after_cents", "number", "reason", "occurred_on", "member_id", "created_at", "reverses_id", "order_id", "refund_id") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-61e2-777a-a176-59b74480f989	01a201a3-61cf-773f-bd64-92d846d38deb	opening	5000	5000	1	Refund for Order #902-113	2026-11-22	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:34.393+00	\N	\N	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6310-7589-98a4-f566442a726e	01a201a3-623b-7257-90e1-21b0cbb655f1	opening	2340	2340	1	Card rewards	2026-11-22	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:34.688+00	\N	\N	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8aef-755e-a927-4693974eed0c	01a201a3-61cf-773f-bd64-92d846d38deb	spend	-4149	851	2	Amazon (US) 114-5550101-7264	2026-11-22	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:44.905+00	\N	01a201a3-8002-7377-b713-ccc89cba323a	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8b94-7780-b12f-a1cd2c5c1fb8	01a201a3-623b-7257-90e1-21b0cbb655f1	spend	-2340	0	2	Amazon (US) 114-5550101-7264	2026-11-22	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:45.133+00	\N	01a201a3-8002-7377-b713-ccc89cba323a	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e19-737a-977b-47130de920db	01a201a3-8dff-7496-b197-24a70b5b846f	opening	12000	12000	1	Birthday card from Gran	2026-11-22	01a201a3-58c3-732f-85b0-fceba44a38d4	2026-11-22 05:03:45.692+00	\N	\N	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e39-7394-bfce-94cc1a825262	01a201a3-8e2f-7179-a29e-363dbbd6f951	opening	1500	1500	1	Groceries promotion	2026-11-22	01a201a3-58c3-732f-85b0-fceba44a38d4	2026-11-22 05:03:45.723+00	\N	\N	\N
\.
copy public."line_part" ("household_id", "line_id", "member_id", "parts") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-d29abc3defbb	01a201a3-58c3-732f-85b0-fceba44a38d4	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-55ce-7100-bf02-f4acbd4e987d	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-58c3-732f-85b0-fceba44a38d4	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-5be6-7083-8230-3cf2f721a14b	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-366ec97f2182	01a201a3-55ce-7100-bf02-f4acbd4e987d	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-38f3d5798a5e	01a201a3-55ce-7100-bf02-f4acbd4e987d	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-38f3d5798a5e	01a201a3-58c3-732f-85b0-fceba44a38d4	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-38f3d5798a5e	01a201a3-5be6-7083-8230-3cf2f721a14b	1
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-3fcbe682b192	01a201a3-5be6-7083-8230-3cf2f721a14b	1
\.
copy public."list" ("household_id", "id", "name", "store_id", "created_at", "archived_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-642b-7503-906f-6095b4dccfd9	Cosy autumn	\N	2026-11-22 05:03:34.995+00	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e55-7115-9fa1-f79c666fcc6d	Weekly	\N	2026-11-22 05:03:45.751+00	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8e7f-716d-8c80-ccc15c5e3bbe	Amazon (US)	01a201a3-5e56-74d1-9e1d-28dd06335839	2026-11-22 05:03:45.835+00	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8ec1-75dc-8349-c472dd6eeb02	Corner Market	01a201a3-5f92-753c-80fb-9e227821a0f6	2026-11-22 05:03:45.878+00	\N
\.
copy public."member" ("household_id", "id", "user_id", "name", "role", "status", "colour", "joined_at", "ended_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-55ce-7100-bf02-f4acbd4e987d	01a201a3-53f7-75d9-94ff-0a1ea6bfb1f3	Anna	owner	active	0	2026-11-22 05:03:31.367+00	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-58c3-732f-85b0-fceba44a38d4	01a201a3-5539-7780-9d03-fed96f55cba4	Ben	adult	active	1	2026-11-22 05:03:31.739+00	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5be6-7083-8230-3cf2f721a14b	\N	Cleo	child	active	2	2026-11-22 05:03:32.901+00	\N
\.
copy public."order_step" ("household_id", "order_id", "step", "member_id", "done_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-ccc89cba323a	other_methods_off	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:44.396+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-ccc89cba323a	not_one_click	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:44.504+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-ccc89cba323a	standard_checkout	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:44.61+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-ccc89cba323a	credit_shows	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:44.652+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-ccc89cba323a	methods_back	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:45.372+00
\.
copy public."plan" ("household_id", "id", "name", "status", "settlement", "horizon_days", "cash_limit_cents", "request", "result", "created_by_id", "created_at", "proposed_at", "approved_at", "ended_at", "version") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-80fb-741a-b5d5-2fb3fab25e74	Cosy autumn	done	even_up	45	\N	{"items": [{"id": "01a201a3-649b-77d4-935f-6512aa065dc4", "need": "must", "offers": [{"store": "01a201a3-5e56-74d1-9e1d-28dd06335839", "unitPriceCents": 3990}], "shared": false, "category": "clothing", "neededBy": null, "priority": 2, "quantity": 1, "notBefore": null, "requester": "01a201a3-58c3-732f-85b0-fceba44a38d4", "valueCents": 0}, {"id": "01a201a3-671c-72f4-bab9-c4d2f4de58bf", "need": "must", "offers": [{"store": "01a201a3-5e56-74d1-9e1d-28dd06335839", "unitPriceCents": 2499}], "shared": true, "category": "toys", "neededBy": null, "priority": 2, "quantity": 1, "notBefore": null, "requester": "01a201a3-55ce-7100-bf02-f4acbd4e987d", "valueCents": 0}], "today": "2026-11-22", "format": "commonpurse.plan-request/1", "stores": [{"id": "01a201a3-5e56-74d1-9e1d-28dd06335839", "shippingFeeCents": 699, "freeShippingFromCents": 3500}, {"id": "01a201a3-5f92-753c-80fb-9e227821a0f6", "shippingFeeCents": 0, "freeShippingFromCents": 1000000000000}], "credits": [{"id": "01a201a3-61cf-773f-bd64-92d846d38deb", "origin": "refund", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "expiresOn": null, "giftCards": "no", "heldCents": 0, "categories": null, "amountCents": 5000, "availableFrom": "2026-11-22", "coversShipping": true, "minimumOrderCents": 0, "excludedCategories": []}, {"id": "01a201a3-623b-7257-90e1-21b0cbb655f1", "origin": "reward", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "expiresOn": "2027-01-01", "giftCards": "no", "heldCents": 0, "categories": null, "amountCents": 2340, "availableFrom": "2026-11-22", "coversShipping": true, "minimumOrderCents": 0, "excludedCategories": []}], "current": null, "members": ["01a201a3-55ce-7100-bf02-f4acbd4e987d", "01a201a3-58c3-732f-85b0-fceba44a38d4", "01a201a3-5be6-7083-8230-3cf2f721a14b"], "accounts": [{"id": "01a201a3-6176-7004-9a6c-b847570717ea", "owner": "01a201a3-58c3-732f-85b0-fceba44a38d4", "store": "01a201a3-5e56-74d1-9e1d-28dd06335839"}, {"id": "01a201a3-6194-7559-a574-a99c79862cf9", "owner": "01a201a3-55ce-7100-bf02-f4acbd4e987d", "store": "01a201a3-5e56-74d1-9e1d-28dd06335839"}], "orderDates": ["2026-11-22"], "horizonDays": 45, "timeLimitMs": 10000, "cashBudgetCents": [], "lendingCapsCents": {}}	{"unmet": [], "format": "commonpurse.plan/1", "orders": [{"date": "2026-11-22", "lines": [{"why": [{"code": "only_account_with_credit", "text": "39.90 from the refund 01a201a3-61cf-773f-bd64-92d846d38deb: only 01a201a3-6194-7559-a574-a99c79862cf9 has credit for clothing at a store that sells it.", "params": {"item": "01a201a3-649b-77d4-935f-6512aa065dc4", "cents": 3990, "credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "detail": "only_account", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "category": "clothing", "expiresOn": ""}}, {"code": "free_shipping", "text": "With it the order reaches 35.00 and ships free, which saves 6.99.", "params": {"item": "01a201a3-649b-77d4-935f-6512aa065dc4", "detail": "reached", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "fromCents": 3500, "savedCents": 699}}], "item": "01a201a3-649b-77d4-935f-6512aa065dc4", "payments": [{"cents": 3990, "credit": "01a201a3-61cf-773f-bd64-92d846d38deb"}], "quantity": 1, "cashCents": 0, "amountCents": 3990}, {"why": [{"code": "only_account_with_credit", "text": "23.40 from the reward 01a201a3-623b-7257-90e1-21b0cbb655f1: only 01a201a3-6194-7559-a574-a99c79862cf9 has credit for toys at a store that sells it, and it ends in 40 days.", "params": {"item": "01a201a3-671c-72f4-bab9-c4d2f4de58bf", "cents": 2340, "credit": "01a201a3-623b-7257-90e1-21b0cbb655f1", "detail": "only_account", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "category": "toys", "expiresOn": "2027-01-01"}}, {"code": "only_account_with_credit", "text": "1.59 from the refund 01a201a3-61cf-773f-bd64-92d846d38deb: only 01a201a3-6194-7559-a574-a99c79862cf9 has credit for toys at a store that sells it.", "params": {"item": "01a201a3-671c-72f4-bab9-c4d2f4de58bf", "cents": 159, "credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "detail": "only_account", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "category": "toys", "expiresOn": ""}}], "item": "01a201a3-671c-72f4-bab9-c4d2f4de58bf", "payments": [{"cents": 2340, "credit": "01a201a3-623b-7257-90e1-21b0cbb655f1"}, {"cents": 159, "credit": "01a201a3-61cf-773f-bd64-92d846d38deb"}], "quantity": 1, "cashCents": 0, "amountCents": 2499}], "account": "01a201a3-6194-7559-a574-a99c79862cf9", "cashCents": 0, "shippingCents": 0, "subtotalCents": 6489, "shippingPayments": []}], "status": "optimal", "credits": [{"why": [{"code": "better_used_elsewhere", "text": "8.51 of the refund 01a201a3-61cf-773f-bd64-92d846d38deb is kept for later: what it may pay is paid better otherwise.", "params": {"credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "detail": "kept", "expiresOn": "", "leftCents": 851, "retentionPermille": 950}}], "credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "leftCents": 851, "lostCents": 0, "usedCents": 4149}, {"why": [], "credit": "01a201a3-623b-7257-90e1-21b0cbb655f1", "leftCents": 0, "lostCents": 0, "usedCents": 2340}], "leftOut": [], "metrics": {"unmet": 0, "orders": 1, "cashCents": 0, "lostCents": 0, "fairnessCents": 7980, "shippingCents": 0, "costMilliCents": 3941550, "creditUsedCents": 6489}, "gapCents": 0}	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:42.377+00	2026-11-22 05:03:44.089+00	2026-11-22 05:03:44.204+00	2026-11-22 05:03:45.559+00	3
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9322-71f2-bdf2-0bb215f14590	Weekly	proposed	even_up	45	\N	{"items": [{"id": "01a201a3-8f11-76f2-b5f3-5ad6ae152e71", "need": "must", "offers": [{"store": "01a201a3-5e56-74d1-9e1d-28dd06335839", "unitPriceCents": 1425}], "shared": false, "category": "grocery", "neededBy": null, "priority": 2, "quantity": 1, "notBefore": null, "requester": "01a201a3-55ce-7100-bf02-f4acbd4e987d", "valueCents": 0}, {"id": "01a201a3-8f94-752d-9b89-db43263a21e3", "need": "must", "offers": [{"store": "01a201a3-5e56-74d1-9e1d-28dd06335839", "unitPriceCents": 2149}], "shared": true, "category": "household", "neededBy": null, "priority": 2, "quantity": 1, "notBefore": null, "requester": "01a201a3-58c3-732f-85b0-fceba44a38d4", "valueCents": 0}, {"id": "01a201a3-9015-778e-9737-0c539c5088ab", "need": "must", "offers": [{"store": "01a201a3-5e56-74d1-9e1d-28dd06335839", "unitPriceCents": 1799}], "shared": false, "category": "books", "neededBy": null, "priority": 2, "quantity": 1, "notBefore": null, "requester": "01a201a3-55ce-7100-bf02-f4acbd4e987d", "valueCents": 0}], "today": "2026-11-22", "format": "commonpurse.plan-request/1", "stores": [{"id": "01a201a3-5e56-74d1-9e1d-28dd06335839", "shippingFeeCents": 699, "freeShippingFromCents": 3500}, {"id": "01a201a3-5f92-753c-80fb-9e227821a0f6", "shippingFeeCents": 0, "freeShippingFromCents": 1000000000000}], "credits": [{"id": "01a201a3-61cf-773f-bd64-92d846d38deb", "origin": "refund", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "expiresOn": null, "giftCards": "no", "heldCents": 0, "categories": null, "amountCents": 851, "availableFrom": "2026-11-22", "coversShipping": true, "minimumOrderCents": 0, "excludedCategories": []}, {"id": "01a201a3-8dff-7496-b197-24a70b5b846f", "origin": "gift_card", "account": "01a201a3-6176-7004-9a6c-b847570717ea", "expiresOn": null, "giftCards": "no", "heldCents": 0, "categories": null, "amountCents": 12000, "availableFrom": "2026-11-22", "coversShipping": true, "minimumOrderCents": 0, "excludedCategories": []}, {"id": "01a201a3-8e2f-7179-a29e-363dbbd6f951", "origin": "promotion", "account": "01a201a3-6176-7004-9a6c-b847570717ea", "expiresOn": "2026-12-01", "giftCards": "no", "heldCents": 0, "categories": ["grocery"], "amountCents": 1500, "availableFrom": "2026-11-22", "coversShipping": false, "minimumOrderCents": 0, "excludedCategories": []}], "current": null, "members": ["01a201a3-55ce-7100-bf02-f4acbd4e987d", "01a201a3-58c3-732f-85b0-fceba44a38d4", "01a201a3-5be6-7083-8230-3cf2f721a14b"], "accounts": [{"id": "01a201a3-6176-7004-9a6c-b847570717ea", "owner": "01a201a3-58c3-732f-85b0-fceba44a38d4", "store": "01a201a3-5e56-74d1-9e1d-28dd06335839"}, {"id": "01a201a3-6194-7559-a574-a99c79862cf9", "owner": "01a201a3-55ce-7100-bf02-f4acbd4e987d", "store": "01a201a3-5e56-74d1-9e1d-28dd06335839"}], "orderDates": ["2026-11-22"], "horizonDays": 45, "timeLimitMs": 10000, "cashBudgetCents": [], "lendingCapsCents": {}}	{"unmet": [], "format": "commonpurse.plan/1", "orders": [{"date": "2026-11-22", "lines": [{"why": [{"code": "expires_first", "text": "14.25 from the promotion 01a201a3-8e2f-7179-a29e-363dbbd6f951: it ends in 9 days and can pay nothing else in the plan.", "params": {"days": 9, "item": "01a201a3-8f11-76f2-b5f3-5ad6ae152e71", "cents": 1425, "credit": "01a201a3-8e2f-7179-a29e-363dbbd6f951", "detail": "pays_nothing_else", "account": "01a201a3-6176-7004-9a6c-b847570717ea", "expiresOn": "2026-12-01"}}], "item": "01a201a3-8f11-76f2-b5f3-5ad6ae152e71", "payments": [{"cents": 1425, "credit": "01a201a3-8e2f-7179-a29e-363dbbd6f951"}], "quantity": 1, "cashCents": 0, "amountCents": 1425}, {"why": [{"code": "better_used_elsewhere", "text": "21.49 from the gift card 01a201a3-8dff-7496-b197-24a70b5b846f: the other credits that could pay this pay other lines or are worth more later.", "params": {"item": "01a201a3-8f94-752d-9b89-db43263a21e3", "cents": 2149, "credit": "01a201a3-8dff-7496-b197-24a70b5b846f", "detail": "others", "account": "01a201a3-6176-7004-9a6c-b847570717ea"}}, {"code": "free_shipping", "text": "With it the order reaches 35.00 and ships free, which saves 6.99.", "params": {"item": "01a201a3-8f94-752d-9b89-db43263a21e3", "detail": "reached", "account": "01a201a3-6176-7004-9a6c-b847570717ea", "fromCents": 3500, "savedCents": 699}}], "item": "01a201a3-8f94-752d-9b89-db43263a21e3", "payments": [{"cents": 2149, "credit": "01a201a3-8dff-7496-b197-24a70b5b846f"}], "quantity": 1, "cashCents": 0, "amountCents": 2149}, {"why": [{"code": "better_used_elsewhere", "text": "17.99 from the gift card 01a201a3-8dff-7496-b197-24a70b5b846f: the other credits that could pay this pay other lines or are worth more later.", "params": {"item": "01a201a3-9015-778e-9737-0c539c5088ab", "cents": 1799, "credit": "01a201a3-8dff-7496-b197-24a70b5b846f", "detail": "others", "account": "01a201a3-6176-7004-9a6c-b847570717ea"}}], "item": "01a201a3-9015-778e-9737-0c539c5088ab", "payments": [{"cents": 1799, "credit": "01a201a3-8dff-7496-b197-24a70b5b846f"}], "quantity": 1, "cashCents": 0, "amountCents": 1799}], "account": "01a201a3-6176-7004-9a6c-b847570717ea", "cashCents": 0, "shippingCents": 0, "subtotalCents": 5373, "shippingPayments": []}], "status": "optimal", "credits": [{"why": [{"code": "better_used_elsewhere", "text": "8.51 of the refund 01a201a3-61cf-773f-bd64-92d846d38deb is kept for later: what it may pay is paid better otherwise.", "params": {"credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "detail": "kept", "expiresOn": "", "leftCents": 851, "retentionPermille": 950}}], "credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "leftCents": 851, "lostCents": 0, "usedCents": 0}, {"why": [{"code": "better_used_elsewhere", "text": "80.52 of the gift card 01a201a3-8dff-7496-b197-24a70b5b846f is kept for later: what it may pay is paid better otherwise.", "params": {"credit": "01a201a3-8dff-7496-b197-24a70b5b846f", "detail": "kept", "expiresOn": "", "leftCents": 8052, "retentionPermille": 950}}], "credit": "01a201a3-8dff-7496-b197-24a70b5b846f", "leftCents": 8052, "lostCents": 0, "usedCents": 3948}, {"why": [{"code": "better_used_elsewhere", "text": "0.75 of the promotion 01a201a3-8e2f-7179-a29e-363dbbd6f951 is left: using it would cost more in cash and shipping than it saves. It ends in 9 days.", "params": {"credit": "01a201a3-8e2f-7179-a29e-363dbbd6f951", "detail": "costs_more", "expiresOn": "2026-12-01", "leftCents": 75, "retentionPermille": 0}}], "credit": "01a201a3-8e2f-7179-a29e-363dbbd6f951", "leftCents": 75, "lostCents": 75, "usedCents": 1425}], "leftOut": [], "metrics": {"unmet": 0, "orders": 1, "cashCents": 0, "lostCents": 75, "fairnessCents": 6448, "shippingCents": 0, "costMilliCents": 3750600, "creditUsedCents": 5373}, "gapCents": 0}	01a201a3-55ce-7100-bf02-f4acbd4e987d	2026-11-22 05:03:46.979+00	2026-11-22 05:03:48.288+00	\N	\N	1
\.
copy public."plan_line" ("household_id", "id", "plan_id", "order_id", "item_id", "item_version", "name", "category", "quantity_milli", "unit", "unit_price_cents", "goods_cents", "tax_cents", "amount_cents", "requester_id", "pinned", "pay_with", "chosen_credit_id", "status", "why", "actual_amount_cents") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-d29abc3defbb	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-649b-77d4-935f-6512aa065dc4	1	Winter boots	clothing	1000		3990	3990	0	3990	01a201a3-58c3-732f-85b0-fceba44a38d4	f	auto	\N	ordered	[{"code": "only_account_with_credit", "text": "39.90 from the refund 01a201a3-61cf-773f-bd64-92d846d38deb: only 01a201a3-6194-7559-a574-a99c79862cf9 has credit for clothing at a store that sells it.", "params": {"item": "01a201a3-649b-77d4-935f-6512aa065dc4", "cents": 3990, "credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "detail": "only_account", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "category": "clothing", "expiresOn": ""}}, {"code": "free_shipping", "text": "With it the order reaches 35.00 and ships free, which saves 6.99.", "params": {"item": "01a201a3-649b-77d4-935f-6512aa065dc4", "detail": "reached", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "fromCents": 3500, "savedCents": 699}}]	3990
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8003-71ec-960e-944de3d8eee3	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-671c-72f4-bab9-c4d2f4de58bf	1	Board game	toys	1000		2499	2499	0	2499	01a201a3-55ce-7100-bf02-f4acbd4e987d	f	auto	\N	ordered	[{"code": "only_account_with_credit", "text": "23.40 from the reward 01a201a3-623b-7257-90e1-21b0cbb655f1: only 01a201a3-6194-7559-a574-a99c79862cf9 has credit for toys at a store that sells it, and it ends in 40 days.", "params": {"item": "01a201a3-671c-72f4-bab9-c4d2f4de58bf", "cents": 2340, "credit": "01a201a3-623b-7257-90e1-21b0cbb655f1", "detail": "only_account", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "category": "toys", "expiresOn": "2027-01-01"}}, {"code": "only_account_with_credit", "text": "1.59 from the refund 01a201a3-61cf-773f-bd64-92d846d38deb: only 01a201a3-6194-7559-a574-a99c79862cf9 has credit for toys at a store that sells it.", "params": {"item": "01a201a3-671c-72f4-bab9-c4d2f4de58bf", "cents": 159, "credit": "01a201a3-61cf-773f-bd64-92d846d38deb", "detail": "only_account", "account": "01a201a3-6194-7559-a574-a99c79862cf9", "category": "toys", "expiresOn": ""}}]	2499
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-366ec97f2182	01a201a3-9322-71f2-bdf2-0bb215f14590	01a201a3-92bf-76cb-917a-3334d26a31ec	01a201a3-8f11-76f2-b5f3-5ad6ae152e71	1	Rice	grocery	1000		1425	1425	0	1425	01a201a3-55ce-7100-bf02-f4acbd4e987d	f	auto	\N	planned	[{"code": "expires_first", "text": "14.25 from the promotion 01a201a3-8e2f-7179-a29e-363dbbd6f951: it ends in 9 days and can pay nothing else in the plan.", "params": {"days": 9, "item": "01a201a3-8f11-76f2-b5f3-5ad6ae152e71", "cents": 1425, "credit": "01a201a3-8e2f-7179-a29e-363dbbd6f951", "detail": "pays_nothing_else", "account": "01a201a3-6176-7004-9a6c-b847570717ea", "expiresOn": "2026-12-01"}}]	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-38f3d5798a5e	01a201a3-9322-71f2-bdf2-0bb215f14590	01a201a3-92bf-76cb-917a-3334d26a31ec	01a201a3-8f94-752d-9b89-db43263a21e3	1	Dishwasher tabs	household	1000		2149	2149	0	2149	01a201a3-58c3-732f-85b0-fceba44a38d4	f	auto	\N	planned	[{"code": "better_used_elsewhere", "text": "21.49 from the gift card 01a201a3-8dff-7496-b197-24a70b5b846f: the other credits that could pay this pay other lines or are worth more later.", "params": {"item": "01a201a3-8f94-752d-9b89-db43263a21e3", "cents": 2149, "credit": "01a201a3-8dff-7496-b197-24a70b5b846f", "detail": "others", "account": "01a201a3-6176-7004-9a6c-b847570717ea"}}, {"code": "free_shipping", "text": "With it the order reaches 35.00 and ships free, which saves 6.99.", "params": {"item": "01a201a3-8f94-752d-9b89-db43263a21e3", "detail": "reached", "account": "01a201a3-6176-7004-9a6c-b847570717ea", "fromCents": 3500, "savedCents": 699}}]	\N
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-3fcbe682b192	01a201a3-9322-71f2-bdf2-0bb215f14590	01a201a3-92bf-76cb-917a-3334d26a31ec	01a201a3-9015-778e-9737-0c539c5088ab	1	“The Tidewalkers”	books	1000		1799	1799	0	1799	01a201a3-55ce-7100-bf02-f4acbd4e987d	f	auto	\N	planned	[{"code": "better_used_elsewhere", "text": "17.99 from the gift card 01a201a3-8dff-7496-b197-24a70b5b846f: the other credits that could pay this pay other lines or are worth more later.", "params": {"item": "01a201a3-9015-778e-9737-0c539c5088ab", "cents": 1799, "credit": "01a201a3-8dff-7496-b197-24a70b5b846f", "detail": "others", "account": "01a201a3-6176-7004-9a6c-b847570717ea"}}]	\N
\.
copy public."plan_list" ("household_id", "plan_id", "list_id") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-642b-7503-906f-6095b4dccfd9
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-9322-71f2-bdf2-0bb215f14590	01a201a3-8e55-7115-9fa1-f79c666fcc6d
\.
copy public."plan_order" ("household_id", "id", "plan_id", "account_id", "planned_on", "status", "shipping_cents", "cash_payer_id", "order_number", "ordered_on", "ordered_by_id", "actual_total_cents", "actual_shipping_cents", "closed_at", "version") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-6194-7559-a574-a99c79862cf9	2026-11-22	closed	0	01a201a3-55ce-7100-bf02-f4acbd4e987d	114-5550101-7264	2026-11-22	01a201a3-55ce-7100-bf02-f4acbd4e987d	6489	0	2026-11-22 05:03:45.54+00	3
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-92bf-76cb-917a-3334d26a31ec	01a201a3-9322-71f2-bdf2-0bb215f14590	01a201a3-6176-7004-9a6c-b847570717ea	2026-11-22	planned	0	01a201a3-58c3-732f-85b0-fceba44a38d4	\N	\N	\N	\N	\N	\N	1
\.
copy public."refund" ("household_id", "id", "order_id", "line_id", "cents", "reason", "occurred_on", "member_id", "created_at") from stdin;
\.
copy public."refund_part" ("household_id", "id", "refund_id", "credit_id", "cents") from stdin;
\.
copy public."settlement" ("household_id", "id", "from_id", "to_id", "cents", "note", "occurred_on", "member_id", "created_at", "reverses_id") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8dd4-756d-ba65-764d26b1978a	01a201a3-58c3-732f-85b0-fceba44a38d4	01a201a3-55ce-7100-bf02-f4acbd4e987d	2000	Cash, at breakfast	2026-11-22	01a201a3-58c3-732f-85b0-fceba44a38d4	2026-11-22 05:03:45.631+00	\N
\.
copy public."share_entry" ("household_id", "id", "plan_id", "order_id", "line_id", "refund_id", "payer_id", "receiver_id", "cents", "settlement", "created_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c87-7669-90e7-57519b03a337	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8002-7377-b713-d29abc3defbb	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	01a201a3-58c3-732f-85b0-fceba44a38d4	3990	even_up	2026-11-22 05:03:45.288+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c87-7669-90e7-5b4c4dc967a5	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8003-71ec-960e-944de3d8eee3	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	01a201a3-55ce-7100-bf02-f4acbd4e987d	833	even_up	2026-11-22 05:03:45.288+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c87-7669-90e7-5ca6af1b8237	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8003-71ec-960e-944de3d8eee3	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	01a201a3-58c3-732f-85b0-fceba44a38d4	833	even_up	2026-11-22 05:03:45.288+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-8c87-7669-90e7-6082c42e1a4e	01a201a3-80fb-741a-b5d5-2fb3fab25e74	01a201a3-8002-7377-b713-ccc89cba323a	01a201a3-8003-71ec-960e-944de3d8eee3	\N	01a201a3-55ce-7100-bf02-f4acbd4e987d	01a201a3-5be6-7083-8230-3cf2f721a14b	833	even_up	2026-11-22 05:03:45.288+00
\.
copy public."sign_in_throttle" ("key", "failures", "window_from", "blocked_until") from stdin;
57d29e295835f2514de3cefc9de4ebe7cca8f818e7da3ef78e4b0b2f09a1828d	0	2026-11-22 05:03:30.159+00	\N
\.
copy public."store" ("household_id", "id", "name", "preset", "region", "shipping_fee_cents", "free_shipping_from_cents", "applies_balance_first", "where_to_look", "balance_url", "terms_url", "version", "archived_at", "created_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5e56-74d1-9e1d-28dd06335839	Amazon (US)	amazon_us	United States	699	3500	t	Your Account, then Gift cards. Promotional balances are listed below the gift card balance or shown at checkout.	https://www.amazon.com/gc/balance	https://www.amazon.com/gc-legal	1	\N	2026-11-22 05:03:33.463+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-5f92-753c-80fb-9e227821a0f6	Corner Market	plain		0	\N	f	Ask at the till: they scan the card.	\N	\N	1	\N	2026-11-22 05:03:33.949+00
\.
copy public."store_account" ("household_id", "id", "store_id", "member_id", "label", "kind", "status", "created_at") from stdin;
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6176-7004-9a6c-b847570717ea	01a201a3-5e56-74d1-9e1d-28dd06335839	01a201a3-58c3-732f-85b0-fceba44a38d4		personal	active	2026-11-22 05:03:34.266+00
01a201a3-5547-710a-a4ec-b931bf93763e	01a201a3-6194-7559-a574-a99c79862cf9	01a201a3-5e56-74d1-9e1d-28dd06335839	01a201a3-55ce-7100-bf02-f4acbd4e987d		personal	active	2026-11-22 05:03:34.292+00
\.
copy public."store_tax_rate" ("household_id", "store_id", "category", "rate_ppm") from stdin;
\.
copy public."user_account" ("id", "email", "name", "password_hash", "created_at") from stdin;
01a201a3-53f7-75d9-94ff-0a1ea6bfb1f3	anna@ferreira.example	Anna	$argon2id$v=19$m=19456,t=2,p=1$LJl0catm6IPV/KRXUFkIkA$rsR8LJfQHswRzempIsTrJhZh/3PVDxaQcs63EbjrpHA	2026-11-22 05:03:30.841+00
01a201a3-5539-7780-9d03-fed96f55cba4	ben@ferreira.example	Ben	$argon2id$v=19$m=19456,t=2,p=1$2AgVDwSPciuE8npHWZ+/dg$zsd7rnClxz7/ubS69mvwwRWE8hfM76Bb3I2j0BYAlyc	2026-11-22 05:03:31.13+00
\.
-- commonpurse data ends
alter table public."activity" add constraint "activity_household_id_fkey" FOREIGN KEY (household_id) REFERENCES household(id);
alter table public."activity" add constraint "activity_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."allocation" add constraint "allocation_household_id_credit_id_fkey" FOREIGN KEY (household_id, credit_id) REFERENCES credit(household_id, id);
alter table public."allocation" add constraint "allocation_household_id_line_id_fkey" FOREIGN KEY (household_id, line_id) REFERENCES plan_line(household_id, id);
alter table public."allocation" add constraint "allocation_household_id_order_id_fkey" FOREIGN KEY (household_id, order_id) REFERENCES plan_order(household_id, id);
alter table public."approval" add constraint "approval_household_id_decided_by_id_fkey" FOREIGN KEY (household_id, decided_by_id) REFERENCES member(household_id, id);
alter table public."approval" add constraint "approval_household_id_holder_id_fkey" FOREIGN KEY (household_id, holder_id) REFERENCES member(household_id, id);
alter table public."approval" add constraint "approval_household_id_plan_id_fkey" FOREIGN KEY (household_id, plan_id) REFERENCES plan(household_id, id);
alter table public."auth_session" add constraint "auth_session_user_id_fkey" FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE;
alter table public."command_receipt" add constraint "command_receipt_household_id_fkey" FOREIGN KEY (household_id) REFERENCES household(id);
alter table public."command_receipt" add constraint "command_receipt_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."credit" add constraint "credit_household_id_account_id_fkey" FOREIGN KEY (household_id, account_id) REFERENCES store_account(household_id, id);
alter table public."credit" add constraint "credit_household_id_intended_for_id_fkey" FOREIGN KEY (household_id, intended_for_id) REFERENCES member(household_id, id);
alter table public."hold" add constraint "hold_household_id_credit_id_fkey" FOREIGN KEY (household_id, credit_id) REFERENCES credit(household_id, id);
alter table public."hold" add constraint "hold_household_id_order_id_fkey" FOREIGN KEY (household_id, order_id) REFERENCES plan_order(household_id, id);
alter table public."invite" add constraint "invite_household_id_created_by_id_fkey" FOREIGN KEY (household_id, created_by_id) REFERENCES member(household_id, id);
alter table public."invite" add constraint "invite_household_id_fkey" FOREIGN KEY (household_id) REFERENCES household(id);
alter table public."invite" add constraint "invite_household_id_used_by_id_fkey" FOREIGN KEY (household_id, used_by_id) REFERENCES member(household_id, id);
alter table public."item" add constraint "item_household_id_list_id_fkey" FOREIGN KEY (household_id, list_id) REFERENCES list(household_id, id);
alter table public."item" add constraint "item_household_id_requester_id_fkey" FOREIGN KEY (household_id, requester_id) REFERENCES member(household_id, id);
alter table public."item" add constraint "item_household_id_status_by_id_fkey" FOREIGN KEY (household_id, status_by_id) REFERENCES member(household_id, id);
alter table public."item_offer" add constraint "item_offer_household_id_item_id_fkey" FOREIGN KEY (household_id, item_id) REFERENCES item(household_id, id);
alter table public."item_offer" add constraint "item_offer_household_id_store_id_fkey" FOREIGN KEY (household_id, store_id) REFERENCES store(household_id, id);
alter table public."item_part" add constraint "item_part_household_id_item_id_fkey" FOREIGN KEY (household_id, item_id) REFERENCES item(household_id, id);
alter table public."item_part" add constraint "item_part_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."ledger_entry" add constraint "ledger_entry_household_id_credit_id_fkey" FOREIGN KEY (household_id, credit_id) REFERENCES credit(household_id, id);
alter table public."ledger_entry" add constraint "ledger_entry_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."ledger_entry" add constraint "ledger_entry_household_id_order_id_fkey" FOREIGN KEY (household_id, order_id) REFERENCES plan_order(household_id, id);
alter table public."ledger_entry" add constraint "ledger_entry_household_id_refund_id_fkey" FOREIGN KEY (household_id, refund_id) REFERENCES refund(household_id, id);
alter table public."ledger_entry" add constraint "ledger_entry_household_id_reverses_id_fkey" FOREIGN KEY (household_id, reverses_id) REFERENCES ledger_entry(household_id, id);
alter table public."line_part" add constraint "line_part_household_id_line_id_fkey" FOREIGN KEY (household_id, line_id) REFERENCES plan_line(household_id, id);
alter table public."line_part" add constraint "line_part_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."list" add constraint "list_household_id_fkey" FOREIGN KEY (household_id) REFERENCES household(id);
alter table public."list" add constraint "list_household_id_store_id_fkey" FOREIGN KEY (household_id, store_id) REFERENCES store(household_id, id);
alter table public."member" add constraint "member_household_id_fkey" FOREIGN KEY (household_id) REFERENCES household(id);
alter table public."member" add constraint "member_user_id_fkey" FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE SET NULL;
alter table public."order_step" add constraint "order_step_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."order_step" add constraint "order_step_household_id_order_id_fkey" FOREIGN KEY (household_id, order_id) REFERENCES plan_order(household_id, id);
alter table public."plan" add constraint "plan_household_id_created_by_id_fkey" FOREIGN KEY (household_id, created_by_id) REFERENCES member(household_id, id);
alter table public."plan" add constraint "plan_household_id_fkey" FOREIGN KEY (household_id) REFERENCES household(id);
alter table public."plan_line" add constraint "plan_line_household_id_chosen_credit_id_fkey" FOREIGN KEY (household_id, chosen_credit_id) REFERENCES credit(household_id, id);
alter table public."plan_line" add constraint "plan_line_household_id_item_id_fkey" FOREIGN KEY (household_id, item_id) REFERENCES item(household_id, id);
alter table public."plan_line" add constraint "plan_line_household_id_order_id_fkey" FOREIGN KEY (household_id, order_id) REFERENCES plan_order(household_id, id);
alter table public."plan_line" add constraint "plan_line_household_id_plan_id_fkey" FOREIGN KEY (household_id, plan_id) REFERENCES plan(household_id, id);
alter table public."plan_line" add constraint "plan_line_household_id_requester_id_fkey" FOREIGN KEY (household_id, requester_id) REFERENCES member(household_id, id);
alter table public."plan_list" add constraint "plan_list_household_id_list_id_fkey" FOREIGN KEY (household_id, list_id) REFERENCES list(household_id, id);
alter table public."plan_list" add constraint "plan_list_household_id_plan_id_fkey" FOREIGN KEY (household_id, plan_id) REFERENCES plan(household_id, id);
alter table public."plan_order" add constraint "plan_order_household_id_account_id_fkey" FOREIGN KEY (household_id, account_id) REFERENCES store_account(household_id, id);
alter table public."plan_order" add constraint "plan_order_household_id_cash_payer_id_fkey" FOREIGN KEY (household_id, cash_payer_id) REFERENCES member(household_id, id);
alter table public."plan_order" add constraint "plan_order_household_id_ordered_by_id_fkey" FOREIGN KEY (household_id, ordered_by_id) REFERENCES member(household_id, id);
alter table public."plan_order" add constraint "plan_order_household_id_plan_id_fkey" FOREIGN KEY (household_id, plan_id) REFERENCES plan(household_id, id);
alter table public."refund" add constraint "refund_household_id_line_id_fkey" FOREIGN KEY (household_id, line_id) REFERENCES plan_line(household_id, id);
alter table public."refund" add constraint "refund_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."refund" add constraint "refund_household_id_order_id_fkey" FOREIGN KEY (household_id, order_id) REFERENCES plan_order(household_id, id);
alter table public."refund_part" add constraint "refund_part_household_id_credit_id_fkey" FOREIGN KEY (household_id, credit_id) REFERENCES credit(household_id, id);
alter table public."refund_part" add constraint "refund_part_household_id_refund_id_fkey" FOREIGN KEY (household_id, refund_id) REFERENCES refund(household_id, id);
alter table public."settlement" add constraint "settlement_household_id_from_id_fkey" FOREIGN KEY (household_id, from_id) REFERENCES member(household_id, id);
alter table public."settlement" add constraint "settlement_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."settlement" add constraint "settlement_household_id_reverses_id_fkey" FOREIGN KEY (household_id, reverses_id) REFERENCES settlement(household_id, id);
alter table public."settlement" add constraint "settlement_household_id_to_id_fkey" FOREIGN KEY (household_id, to_id) REFERENCES member(household_id, id);
alter table public."share_entry" add constraint "share_entry_household_id_line_id_fkey" FOREIGN KEY (household_id, line_id) REFERENCES plan_line(household_id, id);
alter table public."share_entry" add constraint "share_entry_household_id_order_id_fkey" FOREIGN KEY (household_id, order_id) REFERENCES plan_order(household_id, id);
alter table public."share_entry" add constraint "share_entry_household_id_payer_id_fkey" FOREIGN KEY (household_id, payer_id) REFERENCES member(household_id, id);
alter table public."share_entry" add constraint "share_entry_household_id_plan_id_fkey" FOREIGN KEY (household_id, plan_id) REFERENCES plan(household_id, id);
alter table public."share_entry" add constraint "share_entry_household_id_receiver_id_fkey" FOREIGN KEY (household_id, receiver_id) REFERENCES member(household_id, id);
alter table public."share_entry" add constraint "share_entry_household_id_refund_id_fkey" FOREIGN KEY (household_id, refund_id) REFERENCES refund(household_id, id);
alter table public."store" add constraint "store_household_id_fkey" FOREIGN KEY (household_id) REFERENCES household(id);
alter table public."store_account" add constraint "store_account_household_id_member_id_fkey" FOREIGN KEY (household_id, member_id) REFERENCES member(household_id, id);
alter table public."store_account" add constraint "store_account_household_id_store_id_fkey" FOREIGN KEY (household_id, store_id) REFERENCES store(household_id, id);
alter table public."store_tax_rate" add constraint "store_tax_rate_household_id_store_id_fkey" FOREIGN KEY (household_id, store_id) REFERENCES store(household_id, id);
alter table public."_prisma_migrations" enable trigger user;
alter table public."activity" enable trigger user;
alter table public."allocation" enable trigger user;
alter table public."approval" enable trigger user;
alter table public."auth_session" enable trigger user;
alter table public."command_receipt" enable trigger user;
alter table public."credit" enable trigger user;
alter table public."hold" enable trigger user;
alter table public."household" enable trigger user;
alter table public."invite" enable trigger user;
alter table public."item" enable trigger user;
alter table public."item_offer" enable trigger user;
alter table public."item_part" enable trigger user;
alter table public."ledger_entry" enable trigger user;
alter table public."line_part" enable trigger user;
alter table public."list" enable trigger user;
alter table public."member" enable trigger user;
alter table public."order_step" enable trigger user;
alter table public."plan" enable trigger user;
alter table public."plan_line" enable trigger user;
alter table public."plan_list" enable trigger user;
alter table public."plan_order" enable trigger user;
alter table public."refund" enable trigger user;
alter table public."refund_part" enable trigger user;
alter table public."settlement" enable trigger user;
alter table public."share_entry" enable trigger user;
alter table public."sign_in_throttle" enable trigger user;
alter table public."store" enable trigger user;
alter table public."store_account" enable trigger user;
alter table public."store_tax_rate" enable trigger user;
alter table public."user_account" enable trigger user;
commit;
-- commonpurse end {"rows":{"_prisma_migrations":7,"activity":34,"allocation":9,"approval":2,"auth_session":0,"command_receipt":36,"credit":4,"hold":2,"household":1,"invite":1,"item":9,"item_offer":9,"item_part":4,"ledger_entry":6,"line_part":9,"list":4,"member":3,"order_step":5,"plan":2,"plan_line":5,"plan_list":2,"plan_order":2,"refund":0,"refund_part":0,"settlement":1,"share_entry":4,"sign_in_throttle":1,"store":2,"store_account":2,"store_tax_rate":0,"user_account":2},"sequences":[],"sha256":"19f8febb373a8ca500a108232dc5a6d834021436fc5d23a004b69e1ec6d3e93f"}
