-- An invite may be for a member without sign-in: who joins by it becomes that member, and has their books.

alter table invite add column for_member_id uuid;
alter table invite add constraint invite_household_id_for_member_id_fkey
  foreign key (household_id, for_member_id) references member (household_id, id) on delete no action on update no action;
create index invite_household_id_for_member_id_idx on invite (household_id, for_member_id);
