-- Gift cards not redeemed yet, and what a store account is arranged to share.

create table card (
  household_id         uuid not null,
  id                   uuid not null,
  store_id             uuid not null,
  -- Who has the card, and may see its code.
  holder_id            uuid not null,
  amount_cents         bigint not null check (amount_cents between 1 and 10000000000000),
  -- Code and PIN, AES-256-GCM bound to household and card; base64. `key_version` says which key opens it.
  sealed               text not null check (char_length(sealed) between 1 and 2000),
  key_version          integer not null check (key_version >= 1),
  -- What the screen shows of the code: its last characters, never more than a third of it.
  code_tail            text not null check (char_length(code_tail) <= 4),
  has_pin              boolean not null default false,
  label                text not null default '' check (char_length(label) <= 120),
  expiry               text not null check (expiry in ('date', 'never', 'unknown')),
  expires_on           date,
  -- For whom it is: a member, or somebody outside by name, or nobody in particular.
  for_member_id        uuid,
  for_outside          text not null default '' check (char_length(for_outside) <= 80),
  bought_with_id       uuid,
  status               text not null default 'unredeemed' check (status in ('unredeemed', 'redeemed', 'given', 'reported')),
  -- To whom it was given, or why it was reported.
  status_note          text not null default '' check (char_length(status_note) <= 500),
  status_on            date,
  -- Kept for want of a purpose: the day to think of it again (R9).
  remind_on            date,
  -- The redeem guard (R7-R9): the account confirmed, what it is for, or why the questions were skipped.
  account_id           uuid,
  confirmed_name       text not null default '' check (char_length(confirmed_name) <= 300),
  purpose_item_id      uuid,
  purpose_plan_id      uuid,
  guard_skipped        text not null default '' check (char_length(guard_skipped) <= 500),
  redeemed_on          date,
  redeemed_by_id       uuid,
  -- The balance it became.
  credit_id            uuid,
  -- The case by which the store took the redemption back: the only way out of "redeemed" (R5).
  reversed_by_case_id  uuid,
  created_by_id        uuid not null,
  created_at           timestamptz(3) not null default now(),
  version              integer not null default 1,
  primary key (household_id, id),
  foreign key (household_id, store_id) references store (household_id, id) on delete no action on update no action,
  foreign key (household_id, holder_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, for_member_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, bought_with_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, account_id) references store_account (household_id, id) on delete no action on update no action,
  foreign key (household_id, purpose_item_id) references item (household_id, id) on delete no action on update no action,
  foreign key (household_id, purpose_plan_id) references plan (household_id, id) on delete no action on update no action,
  foreign key (household_id, redeemed_by_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, created_by_id) references member (household_id, id) on delete no action on update no action,
  check ((expiry = 'date') = (expires_on is not null)),
  check (for_member_id is null or for_outside = ''),
  check (remind_on is null or status = 'unredeemed'),
  -- Redeemed means: a balance on a named account, and either what it is for or why nobody asked.
  check (status <> 'redeemed' or (credit_id is not null and account_id is not null and redeemed_on is not null and redeemed_by_id is not null
    and confirmed_name <> ''
    and (guard_skipped <> '' or purpose_item_id is not null or purpose_plan_id is not null)))
);
create unique index card_household_id_credit_id_key on card (household_id, credit_id);
create index card_household_id_status_idx on card (household_id, status);

-- A code is never reactivated (R5): a redeemed card stays one, with its amount, account and balance, unless a case says that the store
-- reversed it. One case reverses one redemption.
create function card_stays_redeemed() returns trigger language plpgsql as $$
begin
  if old.status = 'redeemed' then
    if new.status = 'redeemed' then
      if (new.store_id, new.amount_cents, new.account_id, new.credit_id) is distinct from (old.store_id, old.amount_cents, old.account_id, old.credit_id) then
        raise exception 'what a card became is never changed' using errcode = 'restrict_violation', constraint = 'card_stays_redeemed';
      end if;
    elsif new.status <> 'unredeemed' or new.reversed_by_case_id is not distinct from old.reversed_by_case_id or not exists (
      select 1 from support_case where household_id = new.household_id and id = new.reversed_by_case_id and outcome = 'reversed'
    ) then
      raise exception 'a redeemed card is never reactivated' using errcode = 'restrict_violation', constraint = 'card_stays_redeemed';
    end if;
  end if;
  return new;
end $$;
create trigger card_stays_redeemed before update on card for each row execute function card_stays_redeemed();

-- What was arranged on a store account: the store's own household feature (R19), and who may use which payment method there (R22).
create table store_arrangement (
  household_id    uuid not null,
  id              uuid not null,
  account_id      uuid not null,
  status          text not null default 'not_set' check (status in ('not_set', 'in_progress', 'set')),
  -- Said yes to both: it shares payment information, and it has terms of its own (R20).
  consented_at    timestamptz(3),
  consented_by_id uuid,
  note            text not null default '' check (char_length(note) <= 500),
  version         integer not null default 1,
  updated_at      timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, account_id) references store_account (household_id, id) on delete no action on update no action,
  foreign key (household_id, consented_by_id) references member (household_id, id) on delete no action on update no action,
  check ((consented_at is null) = (consented_by_id is null)),
  constraint store_arrangement_set_needs_consent check (status <> 'set' or consented_at is not null)
);
create unique index store_arrangement_household_id_account_id_key on store_arrangement (household_id, account_id);

create table shared_payment (
  household_id uuid not null,
  id           uuid not null,
  account_id   uuid not null,
  member_id    uuid not null,
  -- In words, such as "the household Visa"; never a number.
  method       text not null check (char_length(method) between 1 and 80),
  added_by_id  uuid not null,
  created_at   timestamptz(3) not null default now(),
  ended_at     timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, account_id) references store_account (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, added_by_id) references member (household_id, id) on delete no action on update no action
);
create index shared_payment_household_id_account_id_idx on shared_payment (household_id, account_id);

alter table card enable row level security;
create policy card_own on card using (household_id = app_household()) with check (household_id = app_household());
alter table store_arrangement enable row level security;
create policy store_arrangement_own on store_arrangement using (household_id = app_household()) with check (household_id = app_household());
alter table shared_payment enable row level security;
create policy shared_payment_own on shared_payment using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on card, store_arrangement, shared_payment to commonpurse_app;
