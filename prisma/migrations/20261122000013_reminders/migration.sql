-- Reminders: what somebody is told, by which channel, and that it was told once. And the looks at a balance they ask for.

-- A balance looked up at the store (R84): what it showed, and by how much the books were corrected.
create table balance_check (
  household_id     uuid not null,
  id               uuid not null,
  credit_id        uuid not null,
  seen_cents       bigint not null check (seen_cents between 0 and 10000000000000),
  difference_cents bigint not null check (difference_cents between -10000000000000 and 10000000000000),
  seen_on          date not null,
  member_id        uuid not null,
  created_at       timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index balance_check_household_id_credit_id_seen_on_idx on balance_check (household_id, credit_id, seen_on);
create trigger balance_check_is_history before update or delete on balance_check for each row execute function refuse_change();

-- Written by the application itself when a balance expired (R78, R91); `member_id` is then the holder, whose loss it is.
alter table ledger_entry add column by_itself boolean not null default false check (not by_itself or kind = 'write_off');

-- What the household has agreed on. Without a row: balances are looked at every 30 days, terms read again after 90. 0: never.
create table reminder_rule (
  household_id uuid not null references household (id) on delete no action on update no action,
  rule         text not null check (rule in ('check', 'terms')),
  days         integer not null check (days between 0 and 366),
  primary key (household_id, rule)
);

-- Which kinds a member wants by which channel. Without a row: all of them.
create table reminder_choice (
  household_id uuid not null,
  member_id    uuid not null,
  email_kinds  text[] not null,
  push_kinds   text[] not null,
  primary key (household_id, member_id),
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);

-- One row per person, reminder, day and channel: written before anything is sent, so that it is sent once whoever sends.
create table reminder_delivery (
  household_id uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  kind         text not null check (kind in ('expiry', 'check', 'methods_back', 'follow_up', 'card', 'terms')),
  -- What it is about: a credit, an account, an order, a case, a card.
  subject_id   uuid not null,
  -- The day it was due, in the household's time zone.
  due_on       date not null,
  channel      text not null check (channel in ('email', 'push')),
  -- waiting: to be sent (again); sending: somebody is at it since `tried_at`; failed: given up.
  status       text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'failed')),
  attempts     integer not null default 0 check (attempts >= 0),
  tried_at     timestamptz(3),
  sent_at      timestamptz(3),
  problem      text not null default '' check (char_length(problem) <= 500),
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action,
  check ((status = 'sent') = (sent_at is not null))
);
create unique index reminder_delivery_once_key on reminder_delivery (household_id, member_id, kind, subject_id, due_on, channel);

-- A browser that shows notifications for a member. Its endpoint and keys come from the browser's maker.
create table push_subscription (
  household_id uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  endpoint     text not null check (char_length(endpoint) between 1 and 1000),
  p256dh       text not null check (char_length(p256dh) between 1 and 200),
  auth         text not null check (char_length(auth) between 1 and 100),
  device       text not null default '' check (char_length(device) <= 200),
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create unique index push_subscription_household_id_member_id_endpoint_key on push_subscription (household_id, member_id, endpoint);

-- The address of a member's calendar feed: only the hash of its secret part is kept. A new one ends the one before.
create table calendar_feed (
  household_id uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  token_hash   text not null check (char_length(token_hash) = 64),
  created_at   timestamptz(3) not null default now(),
  revoked_at   timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create unique index calendar_feed_household_id_token_hash_key on calendar_feed (household_id, token_hash);

alter table balance_check enable row level security;
create policy balance_check_own on balance_check using (household_id = app_household()) with check (household_id = app_household());
alter table reminder_rule enable row level security;
create policy reminder_rule_own on reminder_rule using (household_id = app_household()) with check (household_id = app_household());
alter table reminder_choice enable row level security;
create policy reminder_choice_own on reminder_choice using (household_id = app_household()) with check (household_id = app_household());
alter table reminder_delivery enable row level security;
create policy reminder_delivery_own on reminder_delivery using (household_id = app_household()) with check (household_id = app_household());
alter table push_subscription enable row level security;
create policy push_subscription_own on push_subscription using (household_id = app_household()) with check (household_id = app_household());
alter table calendar_feed enable row level security;
create policy calendar_feed_own on calendar_feed using (household_id = app_household()) with check (household_id = app_household());

grant select, insert on balance_check to commonpurse_app;
grant select, insert, update on reminder_rule, reminder_choice, reminder_delivery, calendar_feed to commonpurse_app;
grant select, insert, update, delete on push_subscription to commonpurse_app;
