-- A household can be deleted. For seven days it is only out of everybody's sight, and its owner can take that back; then all its rows go.

alter table household add column deleted_at timestamptz(3);
create index household_deleted_at_idx on household (deleted_at);

-- History stays unchangeable for every request. Only the work that removes a deleted household for good says which one it is about, and
-- only the owner of the tables may: the role of a request is refused whatever it says.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_user <> 'commonpurse_app'
    and current_setting('app.purged_household', true) = old.household_id::text then
    return old;
  end if;
  raise exception '% rows are never changed: add a further one', tg_table_name using errcode = 'restrict_violation';
end $$;
