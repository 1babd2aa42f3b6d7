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
