-- What happens in a household reaches every open page at once, and a device that was away learns what it missed.
-- A list counts its changes; every item carries the count at its last change, so that "since 41" is one index scan.

alter table list add column version integer not null default 0;
alter table item add column list_version integer not null default 0;
-- Taken off by one and changed by another at the same time: it is on the list again, marked until somebody has looked.
alter table item add column came_back boolean not null default false;
create index item_household_id_list_id_list_version_idx on item (household_id, list_id, list_version);

-- Postgres sends it at commit, and equal ones of a transaction once. Only our own servers listen; it names ids, never contents.
create function tell_live(payload json) returns void language sql
  as $$ select pg_notify('commonpurse_live', payload::text) $$;

-- The version of a list that this transaction writes, if it wrote on it already. Ends with the transaction, and with a savepoint.
create function list_version_now(list uuid) returns integer language sql stable
  as $$ select substring(current_setting('app.list_versions', true) from list::text || '=(\d+)')::integer $$;
create function note_list_version(household uuid, list uuid, version integer) returns void language plpgsql as $$
begin
  perform set_config('app.list_versions', coalesce(current_setting('app.list_versions', true), '') || list || '=' || version || ';', true);
  perform tell_live(json_build_object('kind', 'list', 'household', household, 'list', list, 'version', version));
end $$;

-- One step per transaction and list, however many rows it writes. The list's row stays locked until commit: versions appear in their
-- order, so who has seen one has seen all before it.
create function count_item_change() returns trigger language plpgsql as $$
declare next integer := list_version_now(new.list_id);
begin
  if next is null then
    update list set version = version + 1 where household_id = new.household_id and id = new.list_id returning version into next;
    -- A list that isn't there, or is another household's: the row is refused by what guards it.
    if next is not null then perform note_list_version(new.household_id, new.list_id, next); end if;
  end if;
  new.list_version := coalesce(next, 0);
  return new;
end $$;
create trigger item_counts before insert or update on item for each row execute function count_item_change();

create function count_list_change() returns trigger language plpgsql as $$
begin
  if list_version_now(new.id) is null then
    new.version := new.version + 1;
    perform note_list_version(new.household_id, new.id, new.version);
  end if;
  return new;
end $$;
create trigger list_counts before insert or update of name, store_id, archived_at on list for each row execute function count_list_change();

-- What an item costs where, and whom it is for, is part of the item.
create function touch_items() returns trigger language plpgsql as $$
begin
  update item set list_version = list_version
  where (household_id, id) in (select household_id, item_id from changed);
  return null;
end $$;
create trigger item_offer_added after insert on item_offer referencing new table as changed for each statement execute function touch_items();
create trigger item_offer_changed after update on item_offer referencing new table as changed for each statement execute function touch_items();
create trigger item_offer_gone after delete on item_offer referencing old table as changed for each statement execute function touch_items();
create trigger item_part_added after insert on item_part referencing new table as changed for each statement execute function touch_items();
create trigger item_part_changed after update on item_part referencing new table as changed for each statement execute function touch_items();
create trigger item_part_gone after delete on item_part referencing old table as changed for each statement execute function touch_items();

-- All else is told by its topic: pages that show it look again. The argument is the topic; a table of a later feature takes the same trigger.
create function tell_topic() returns trigger language plpgsql as $$
begin
  perform tell_live(json_build_object('kind', 'topic', 'household', coalesce(new.household_id, old.household_id), 'topic', tg_argv[0]));
  return null;
end $$;
create trigger plan_told after insert or update or delete on plan for each row execute function tell_topic('plans');
create trigger plan_order_told after insert or update or delete on plan_order for each row execute function tell_topic('plans');
create trigger order_step_told after update on order_step for each row execute function tell_topic('plans');
create trigger approval_told after insert or update or delete on approval for each row execute function tell_topic('plans');
create trigger refund_told after insert or update on refund for each row execute function tell_topic('balances');
create trigger credit_told after insert or update on credit for each row execute function tell_topic('balances');
create trigger share_entry_told after insert on share_entry for each row execute function tell_topic('balances');
create trigger settlement_told after insert or update on settlement for each row execute function tell_topic('balances');
create trigger member_told after insert or update on member for each row execute function tell_topic('household');
create trigger store_told after insert or update on store for each row execute function tell_topic('household');
create trigger store_account_told after insert or update on store_account for each row execute function tell_topic('household');

create function tell_household() returns trigger language plpgsql as $$
begin
  perform tell_live(json_build_object('kind', 'topic', 'household', new.id, 'topic', 'household'));
  return null;
end $$;
create trigger household_told after update on household for each row execute function tell_household();

-- A session that ended takes its open pages' connections with it.
create function tell_session() returns trigger language plpgsql as $$
begin
  perform tell_live(json_build_object('kind', 'session', 'session', new.id));
  return null;
end $$;
create trigger auth_session_told after update of ended_at on auth_session for each row when (new.ended_at is not null) execute function tell_session();
