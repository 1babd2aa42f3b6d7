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
