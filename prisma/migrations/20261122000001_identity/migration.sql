-- People and how they sign in. Nothing here belongs to a household, so nothing here is visible to the
-- role that works on households: it gets no grant on these tables.

create table user_account (
  id            uuid primary key,
  email         text not null check (email = lower(email) and char_length(email) between 3 and 254),
  name          text not null check (char_length(name) between 1 and 80),
  password_hash text not null,
  created_at    timestamptz(3) not null default now()
);
create unique index user_account_email_key on user_account (email);

-- A signed-in device. The cookie only carries the id (encrypted); each request looks the row up, so a
-- session can be seen and ended from another device.
create table auth_session (
  id           uuid primary key,
  user_id      uuid not null references user_account (id) on delete cascade on update no action,
  created_at   timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at   timestamptz(3) not null,
  ended_at     timestamptz(3),
  user_agent   text not null default '' check (char_length(user_agent) <= 400),
  ip           text not null default '' check (char_length(ip) <= 64)
);
create index auth_session_user_id_idx on auth_session (user_id);

-- Failed sign-ins, counted per address and per IP. The key is a keyed hash, not the address itself.
create table sign_in_throttle (
  key           text primary key,
  failures      integer not null check (failures >= 0),
  window_from   timestamptz(3) not null,
  blocked_until timestamptz(3)
);
create index sign_in_throttle_window_from_idx on sign_in_throttle (window_from);

-- The role in which every request works on a household. It owns nothing, can't log in by itself and can't
-- bypass row-level security. Roles belong to the whole server, so another database may have made it already.
do $$
begin
  create role commonpurse_app nologin nosuperuser nobypassrls noinherit;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  execute format('grant commonpurse_app to %I', current_user);
exception when unique_violation then null;
end $$;
grant usage on schema public to commonpurse_app;
