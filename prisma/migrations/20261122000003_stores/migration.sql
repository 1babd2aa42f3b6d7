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
