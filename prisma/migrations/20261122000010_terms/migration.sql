-- What is known of a credit's terms: who read them, what was said of them, what the checkout showed.

-- A reading of the terms (R46, R50, R59). The latest counts; without one they are unread.
create table terms_reading (
  household_id uuid not null,
  id           uuid not null,
  credit_id    uuid not null,
  state        text not null check (state in ('read', 'unclear')),
  -- The offer they belong to, where it has a name (R51).
  offer        text not null default '' check (char_length(offer) <= 120),
  link         text not null default '' check (char_length(link) <= 1000),
  pasted       text not null default '' check (char_length(pasted) <= 20000),
  -- In the reader's words: what limits it, when it ends, what it buys. "none" where the terms have none.
  limits       text not null default '' check (char_length(limits) <= 1000),
  ends         text not null default '' check (char_length(ends) <= 1000),
  eligible     text not null default '' check (char_length(eligible) <= 1000),
  read_on      date not null,
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action,
  -- "I read it" needs the terms themselves (R60), and what they say.
  check (link <> '' or pasted <> ''),
  check (state <> 'read' or (limits <> '' and ends <> '' and eligible <> ''))
);
create index terms_reading_household_id_credit_id_idx on terms_reading (household_id, credit_id);
create trigger terms_reading_is_history before update or delete on terms_reading for each row execute function refuse_change();

-- Somebody's words on what a credit may pay (R43): the terms quoted, the store's support, or hearsay.
create table credit_statement (
  household_id uuid not null,
  id           uuid not null,
  credit_id    uuid not null,
  -- store_gift_card, third_party_gift_card, or a category of goods.
  subject      text not null check (char_length(subject) between 1 and 40),
  allows       boolean not null,
  source       text not null check (source in ('official', 'support', 'household')),
  quote        text not null default '' check (char_length(quote) <= 2000),
  link         text not null default '' check (char_length(link) <= 1000),
  author       text not null check (char_length(author) between 1 and 120),
  said_on      date not null,
  -- The risk of limits, closure and losing all credit was confirmed (R44).
  warned       boolean not null default false,
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  withdrawn_at timestamptz(3),
  primary key (household_id, id),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action,
  check (quote <> '' or link <> ''),
  check (not allows or source = 'household' or warned)
);
create index credit_statement_household_id_credit_id_idx on credit_statement (household_id, credit_id);

-- What the checkout showed, without ordering (R61-R69).
create table checkout_look (
  household_id uuid not null,
  id           uuid not null,
  credit_id    uuid not null,
  subject      text not null check (char_length(subject) between 1 and 40),
  answer       text not null check (answer in ('listed', 'not_listed', 'greyed_out')),
  -- What the store said, word for word, or that it said nothing.
  reason       text not null default '' check (char_length(reason) <= 500),
  looked_on    date not null,
  -- Who looked.
  member_id    uuid not null,
  created_at   timestamptz(3) not null default now(),
  primary key (household_id, id),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action,
  check (answer = 'listed' or reason <> '')
);
create index checkout_look_household_id_credit_id_idx on checkout_look (household_id, credit_id);
create trigger checkout_look_is_history before update or delete on checkout_look for each row execute function refuse_change();

-- Steps of the path "what may I do with this?" that nothing else tells: an origin that can't be told (R56), a test that was left out (R61).
create table path_step (
  household_id uuid not null,
  credit_id    uuid not null,
  step         text not null check (step in ('origin_unknown', 'cart_skipped')),
  done_on      date not null,
  member_id    uuid not null,
  primary key (household_id, credit_id, step),
  foreign key (household_id, credit_id) references credit (household_id, id) on delete no action on update no action,
  foreign key (household_id, member_id) references member (household_id, id) on delete no action on update no action
);

-- Credits noted as buying gift cards had to quote their terms: that was a reading of them, by their holder.
insert into terms_reading (household_id, id, credit_id, state, pasted, limits, ends, eligible, read_on, member_id)
select c.household_id, gen_random_uuid(), c.id, 'read', c.evidence_note, 'none', 'none', 'none', c.created_at::date, a.member_id
from credit c join store_account a on a.household_id = c.household_id and a.id = c.account_id
where c.gift_cards = 'yes' and c.evidence_note <> '';

alter table terms_reading enable row level security;
create policy terms_reading_own on terms_reading using (household_id = app_household()) with check (household_id = app_household());
alter table credit_statement enable row level security;
create policy credit_statement_own on credit_statement using (household_id = app_household()) with check (household_id = app_household());
alter table checkout_look enable row level security;
create policy checkout_look_own on checkout_look using (household_id = app_household()) with check (household_id = app_household());
alter table path_step enable row level security;
create policy path_step_own on path_step using (household_id = app_household()) with check (household_id = app_household());

grant select, insert on terms_reading, checkout_look, path_step to commonpurse_app;
grant select, insert, update on credit_statement to commonpurse_app;
