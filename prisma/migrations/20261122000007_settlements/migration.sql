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
