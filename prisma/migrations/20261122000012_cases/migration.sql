-- Cases: what is done to put a redemption right, or to clear something up with a store's support.

create table support_case (
  household_id    uuid not null,
  id              uuid not null,
  account_id      uuid not null,
  -- Null: about the account as a whole.
  credit_id       uuid,
  -- mistake: redeemed by mistake; support comes after three other options. question: unsure what a balance may do.
  about           text not null check (about in ('mistake', 'question')),
  reason          text not null check (reason in ('wrong_account', 'glitch', 'other')),
  story           text not null default '' check (char_length(story) <= 2000),
  wish            text not null default '' check (char_length(wish) <= 500),
  -- Only ever the end of a code: the whole of it is never kept with a case.
  code_end        text not null default '' check (char_length(code_end) <= 4),
  redeemed_on     date,
  account_details text not null default '' check (char_length(account_details) <= 300),
  follow_up_on    date,
  -- Null: the case is open.
  outcome         text check (outcome in ('granted', 'partial', 'denied', 'no_reply', 'reversed')),
  outcome_on      date,
  outcome_note    text not null default '' check (char_length(outcome_note) <= 1000),
  opened_by_id    uuid not null,
  version         integer not null default 1,
  created_at      timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, account_id) references store_account (household_id, id) on delete no action on update no action,
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, opened_by_id) references member (household_id, id) on delete no action on update no action,
  check ((outcome is null) = (outcome_on is null))
);
create index support_case_household_id_account_id_idx on support_case (household_id, account_id);
create index support_case_household_id_credit_id_idx on support_case (household_id, credit_id);

-- The case that says a store reversed the redemption of a card is one of this household's.
alter table card add constraint card_household_id_reversed_by_case_id_fkey
  foreign key (household_id, reversed_by_case_id) references support_case (household_id, id) on delete no action on update no action;

-- What was decided about each of the five ranked options. A row means that it was looked at.
create table case_option (
  household_id uuid not null,
  case_id      uuid not null,
  option       text not null check (option in ('use_yourself', 'buy_for_household', 'gift_cards', 'support', 'third_party')),
  choice       text not null check (choice in ('chosen', 'passed')),
  at           timestamptz(3) not null default now(),
  primary key (household_id, case_id, option),
  foreign key (household_id, case_id) references support_case (household_id, id) on delete no action on update no action
);

-- The documents that are at hand.
create table case_document (
  household_id uuid not null,
  case_id      uuid not null,
  document     text not null check (document in ('receipt', 'card_photo', 'confirmation', 'account_page')),
  primary key (household_id, case_id, document),
  foreign key (household_id, case_id) references support_case (household_id, id) on delete no action on update no action
);

-- Each time somebody wrote to, called or heard from the store.
create table case_contact (
  household_id   uuid not null,
  id             uuid not null,
  case_id        uuid not null,
  happened_on    date not null,
  -- On the household's wall clock.
  happened_at    text not null check (happened_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  channel        text not null check (channel in ('chat', 'phone', 'email', 'form', 'other')),
  representative text not null default '' check (char_length(representative) <= 120),
  reference      text not null default '' check (char_length(reference) <= 120),
  note           text not null default '' check (char_length(note) <= 2000),
  member_id      uuid not null,
  created_at     timestamptz(3) not null default now(),
  removed_at     timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, case_id) references support_case (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index case_contact_household_id_case_id_idx on case_contact (household_id, case_id);

-- Files kept with a case. The content has a table of its own, so that no list of files ever reads it.
create table case_file (
  household_id uuid not null,
  id           uuid not null,
  case_id      uuid not null,
  contact_id   uuid,
  name         text not null check (char_length(name) between 1 and 120),
  media_type   text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic', 'text/plain')),
  size         integer not null check (size between 1 and 10485760),
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  removed_at   timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, case_id) references support_case (household_id, id) on delete no action on update no action,
  foreign key (household_id, contact_id) references case_contact (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index case_file_household_id_case_id_idx on case_file (household_id, case_id);

create table case_file_content (
  household_id uuid not null,
  file_id      uuid not null,
  content      bytea not null check (octet_length(content) between 1 and 10485760),
  primary key (household_id, file_id),
  foreign key (household_id, file_id) references case_file (household_id, id) on delete no action on update no action
);

-- A third party that somebody means to deal with after all: kept with what they found out first.
create table case_third_party (
  household_id uuid not null,
  id           uuid not null,
  case_id      uuid not null,
  name         text not null check (char_length(name) between 1 and 120),
  evidence     text not null check (char_length(evidence) between 20 and 2000),
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, case_id) references support_case (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);
create index case_third_party_household_id_case_id_idx on case_third_party (household_id, case_id);

-- Which of the seven points have been gone through for a balance. A row means done.
create table recovery_point (
  household_id uuid not null,
  credit_id    uuid not null,
  point        text not null check (point in ('account', 'purpose', 'running_list', 'options', 'records', 'support', 'third_parties')),
  primary key (household_id, credit_id, point),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action
);

alter table support_case enable row level security;
create policy support_case_own on support_case using (household_id = app_household()) with check (household_id = app_household());
alter table case_option enable row level security;
create policy case_option_own on case_option using (household_id = app_household()) with check (household_id = app_household());
alter table case_document enable row level security;
create policy case_document_own on case_document using (household_id = app_household()) with check (household_id = app_household());
alter table case_contact enable row level security;
create policy case_contact_own on case_contact using (household_id = app_household()) with check (household_id = app_household());
alter table case_file enable row level security;
create policy case_file_own on case_file using (household_id = app_household()) with check (household_id = app_household());
alter table case_file_content enable row level security;
create policy case_file_content_own on case_file_content using (household_id = app_household()) with check (household_id = app_household());
alter table case_third_party enable row level security;
create policy case_third_party_own on case_third_party using (household_id = app_household()) with check (household_id = app_household());
alter table recovery_point enable row level security;
create policy recovery_point_own on recovery_point using (household_id = app_household()) with check (household_id = app_household());

grant select, insert, update on support_case, case_option, case_contact to commonpurse_app;
grant select, insert, update, delete on case_file to commonpurse_app;
grant select, insert, delete on case_file_content, case_document, recovery_point to commonpurse_app;
grant select, insert on case_third_party to commonpurse_app;
