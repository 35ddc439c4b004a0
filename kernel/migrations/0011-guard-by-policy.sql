-- The guard against writes without a command stands in the row-level policies, which are part of a statement's kept plan. As a
-- trigger of its own it was called, and with a condition (WHEN) read from its stored text, for every statement on every table.
-- What is read is compared with a company asked for once a statement (a subquery); what is written is compared row by row
-- with the setting itself, which for a few rows costs less than the subquery.
create function kernel.refuse_write() returns boolean language plpgsql as $$
begin
  raise exception 'Tables are written by commands only.' using errcode = 'restrict_violation';
end $$;

create or replace function kernel.guard(table_name regclass) returns void language plpgsql as $$
declare
  own constant text := 'company_id = (select kernel.company())';
  writes_own constant text := 'company_id = nullif(current_setting(''ennoshita.company'', true), '''')::uuid';
  under_command constant text := 'case when current_setting(''ennoshita.command'', true) <> '''' then true else kernel.refuse_write() end';
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy reads_own on %s for select to ennoshita_app using (%s)', table_name, own);
  execute format('create policy adds_own on %s for insert to ennoshita_app with check (%s and %s)', table_name, writes_own, under_command);
  execute format('create policy changes_own on %s for update to ennoshita_app using (%s) with check (%s and %s)', table_name, own, writes_own, under_command);
  execute format('create policy removes_own on %s for delete to ennoshita_app using (%s and %s)', table_name, own, under_command);
  execute format('create policy reads_all on %s for select to %I using (true)', table_name, current_user);
  execute format('create policy adds_all on %s for insert to %I with check (%s)', table_name, current_user, under_command);
  execute format('create policy changes_all on %s for update to %I using (true) with check (%s)', table_name, current_user, under_command);
  execute format('create policy removes_all on %s for delete to %I using (%s)', table_name, current_user, under_command);
  execute format('grant select, insert, update, delete on %s to ennoshita_app', table_name);
end $$;

-- Tables that were guarded before keep their rights; only the trigger and the two policies give way.
do $$
declare
  guarded record;
  given text[];
begin
  for guarded in select tgrelid::regclass as name, tgrelid from pg_trigger where tgname = 'writes_need_a_command' loop
    select array_agg(privilege_type::text) into given from information_schema.table_privileges
      where grantee = 'ennoshita_app' and format('%I.%I', table_schema, table_name)::regclass = guarded.tgrelid;
    execute format('drop trigger writes_need_a_command on %s', guarded.name);
    execute format('drop policy own_company on %s', guarded.name);
    execute format('drop policy every_company on %s', guarded.name);
    perform kernel.guard(guarded.name);
    execute format('revoke all on %s from ennoshita_app', guarded.name);
    if given is not null then
      execute format('grant %s on %s to ennoshita_app', array_to_string(given, ', '), guarded.name);
    end if;
  end loop;
end $$;
drop function kernel.refuse_without_command();
