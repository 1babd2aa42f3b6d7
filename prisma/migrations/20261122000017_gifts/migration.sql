-- Gifts for a member or somebody outside. What is bought for one is ordered by a plan of its own kind, which can be kept from its recipient.

alter table plan
  add column kind text not null default 'purchase' check (kind in ('purchase', 'gift')),
  -- Who isn't to see it, or anything it does, before that day.
  add column hidden_from_id uuid,
  add column hidden_until date,
  add constraint plan_hidden_check check ((hidden_from_id is null) = (hidden_until is null)),
  add constraint plan_household_id_hidden_from_id_fkey
    foreign key (household_id, hidden_from_id) references member (household_id, id) on delete no action on update no action;
create index plan_household_id_hidden_from_id_idx on plan (household_id, hidden_from_id);

-- What a gift buys stands on a list of its own that nobody opens.
alter table list add column purpose text not null default 'shared' check (purpose in ('shared', 'gift'));

-- What somebody likes to be given, such as stores and amounts.
alter table member add column gift_wish text not null default '' check (char_length(gift_wish) <= 300);

create table gift (
  household_id uuid not null,
  id           uuid not null,
  plan_id      uuid not null,
  giver_id     uuid not null,
  recipient_id uuid,
  contact_name text not null default '' check (char_length(contact_name) <= 80),
  contact_note text not null default '' check (char_length(contact_note) <= 300),
  thing        text not null check (thing in ('store_gift_card', 'third_party_gift_card', 'thing')),
  title        text not null check (char_length(title) between 1 and 120),
  format       text not null check (format in ('physical', 'digital')),
  occasion     text not null check (occasion in ('birthday', 'holiday', 'thank_you', 'recognition', 'reward', 'anniversary')),
  gift_on      date not null,
  credit_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, plan_id) references plan (household_id, id) on delete no action on update no action,
  foreign key (household_id, giver_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, recipient_id) references member (household_id, id) on delete no action on update no action,
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  -- One recipient: a member, or somebody outside by name.
  constraint gift_one_recipient check ((recipient_id is null) = (contact_name <> '')),
  check (recipient_id is null or contact_note = '')
);
create unique index gift_household_id_plan_id_key on gift (household_id, plan_id);

alter table gift enable row level security;
create policy gift_own on gift using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on gift to commonpurse_app;
