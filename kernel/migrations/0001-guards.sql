-- The schema of the kernel, and the guard that every table of every module carries.
create schema kernel;
grant usage on schema kernel to ennoshita_app;

-- Who is asking and under which command: set by the command runner for one transaction.
create function kernel.company() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('ennoshita.company', true), '')::uuid $$;

create function kernel.refuse_without_command() returns trigger language plpgsql as $$
begin
  raise exception 'Table %.% is written by commands only.', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Table %.% only grows: % is refused.', tg_table_schema, tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

-- Row security by company, forced, failing closed (no company set: no rows); writes only under a command.
-- The owner (migrations, dispatcher, seals, search functions) sees all companies and names one explicitly.
create function kernel.guard(table_name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy own_company on %s to ennoshita_app using (company_id = (select kernel.company())) with check (company_id = (select kernel.company()))', table_name);
  execute format('create policy every_company on %s to %I using (true) with check (true)', table_name, current_user);
  execute format('create trigger writes_need_a_command before insert or update or delete on %s for each statement when (coalesce(current_setting(''ennoshita.command'', true), '''') = '''') execute function kernel.refuse_without_command()', table_name);
  execute format('grant select, insert, update, delete on %s to ennoshita_app', table_name);
end $$;

-- As above, for a table whose rows are never changed or removed.
create function kernel.guard_append_only(table_name regclass) returns void language plpgsql as $$
begin
  perform kernel.guard(table_name);
  execute format('revoke update, delete on %s from ennoshita_app', table_name);
  execute format('create trigger only_grows before update or delete or truncate on %s for each statement execute function kernel.refuse_change()', table_name);
end $$;
