-- The month's money by category: how much each kind of thing may cost, and what was spent besides the orders written down here.

-- One envelope per category. The limit is for every month, until it is changed.
create table envelope (
  household_id uuid not null,
  id           uuid not null,
  category     text not null check (category ~ '^[a-z_]{1,30}$'),
  limit_cents  bigint not null check (limit_cents between 1 and 10000000000000),
  created_at   timestamptz(3) not null default now(),
  -- Put away. A new limit for its category takes it out again.
  ended_at     timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id) references household (id) on delete no action on update no action
);
create unique index envelope_household_id_category_key on envelope (household_id, category);

-- Money spent that no order here knows of. Taken away, it can be brought back.
create table expense (
  household_id uuid not null,
  id           uuid not null,
  name         text not null check (char_length(name) between 1 and 120),
  category     text not null check (category ~ '^[a-z_]{1,30}$'),
  cents        bigint not null check (cents between 1 and 10000000000000),
  spent_on     date not null,
  paid_by_id   uuid not null,
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  removed_at   timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, paid_by_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index expense_household_id_spent_on_idx on expense (household_id, spent_on);

alter table envelope enable row level security;
create policy envelope_own on envelope using (household_id = app_household()) with check (household_id = app_household());
alter table expense enable row level security;
create policy expense_own on expense using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on envelope, expense to commonpurse_app;
