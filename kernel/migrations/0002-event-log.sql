-- The one log. A command cannot commit without its event; an event is never changed or removed.
create table kernel.command (
  company_id uuid not null,
  id uuid not null,                       -- the request id: the same request is carried out once
  name text not null,
  input_sha256 bytea not null,
  actor uuid,
  answer jsonb,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (company_id, id)
);
select kernel.guard('kernel.command');
revoke delete on kernel.command from ennoshita_app;

create table kernel.event (
  company_id uuid not null,
  id uuid not null,
  command_id uuid not null,
  activity text not null,
  occurred_at timestamptz not null,       -- in the business
  ended_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),  -- here; made at the insert, after the locks, so that it is causal
  actor uuid,                             -- pseudonymous person; the name can be removed elsewhere
  on_behalf_of uuid,
  actor_kind text not null check (actor_kind in ('human', 'system', 'external')),
  post uuid,
  cause uuid,                             -- the event that led to this one
  bulk uuid,                              -- the act on many things that this was part of
  exception text,                         -- the named exception from segregation of duties under which it was done
  data jsonb not null default '{}',
  xact xid8 not null default pg_current_xact_id(),  -- delivery stamp of this server: never exported, sealed or shown
  primary key (company_id, id),
  foreign key (company_id, command_id) references kernel.command (company_id, id)
);
select kernel.guard_append_only('kernel.event');
create index event_by_command on kernel.event (company_id, command_id);
create index event_by_activity on kernel.event (company_id, activity, occurred_at desc);
create index event_by_actor on kernel.event (company_id, actor, occurred_at desc);
create index event_by_xact on kernel.event (xact);

create table kernel.event_object (
  company_id uuid not null,
  event_id uuid not null,
  object_type text not null,
  object_id uuid not null,
  qualifier text not null default '',
  primary key (company_id, event_id, object_type, object_id, qualifier),
  foreign key (company_id, event_id) references kernel.event (company_id, id)
);
select kernel.guard_append_only('kernel.event_object');
create index event_object_by_object on kernel.event_object (company_id, object_id, event_id);

-- What an object is called and where it opens: serves inbox, search and "one number" pages.
create table kernel.object_label (
  company_id uuid not null,
  object_type text not null,
  object_id uuid not null,
  label text not null,
  reading text,                           -- how it is read (カナ), where the letters do not say
  folded text not null,                   -- label and reading with kana, width and case made equal
  opens text not null,                    -- path of the screen
  may text not null,                      -- the permission without which it is not found
  own uuid[] not null default '{}',       -- the people whose own it is
  department_id uuid,
  primary key (company_id, object_type, object_id)
);
select kernel.guard('kernel.object_label');

-- A command without an event fails when it commits.
create function kernel.refuse_silent_command() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from kernel.event e where e.company_id = new.company_id and e.command_id = new.id) then
    raise exception 'Command % left no event.', new.name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger command_leaves_an_event after insert on kernel.command
  deferrable initially deferred for each row execute function kernel.refuse_silent_command();

-- Seals: what committed since the seal before, in order, with a hash over events and objects.
create table kernel.seal (
  company_id uuid not null,
  number integer not null,
  event_ids uuid[] not null,
  sha256 bytea not null,
  previous_sha256 bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (company_id, number)
);
select kernel.guard_append_only('kernel.seal');
revoke insert on kernel.seal from ennoshita_app;

-- How far each reader of the log has come: everything visible in this snapshot is done.
create table kernel.log_reader (
  name text primary key,
  seen pg_snapshot not null,
  advanced_at timestamptz not null default clock_timestamp()
);

-- Numbers without gaps: taken last in the command's transaction, one row lock per series.
create table kernel.number_series (
  company_id uuid not null,
  series text not null,
  last integer not null,
  primary key (company_id, series)
);
select kernel.guard('kernel.number_series');
revoke delete on kernel.number_series from ennoshita_app;
