-- Deliveries that failed as often as they may, for the screen of the company they belong to. The queue's own tables
-- appear when the worker first starts; before that there is nothing to show.
create function kernel.dead_letters(in_company uuid)
returns table (job_id text, flow text, event_id uuid, attempts integer, fault text, last_tried_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if to_regclass('graphile_worker._private_jobs') is null then return; end if;
  return query
    select j.id::text, j.payload ->> 'flow', (j.payload ->> 'eventId')::uuid, j.attempts::integer, coalesce(j.last_error, ''), j.updated_at
    from graphile_worker._private_jobs j
    where j.attempts >= j.max_attempts and j.payload ->> 'companyId' = in_company::text
      and in_company = nullif(current_setting('ennoshita.company', true), '')::uuid
    order by j.updated_at desc limit 200;
end $$;

-- Delivers one of them again from the beginning; answers the event it carries, or null when it is not there.
create function kernel.retry_dead_letter(in_company uuid, wanted_job text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_id bigint;
  found_event uuid;
begin
  if to_regclass('graphile_worker._private_jobs') is null then return null; end if;
  select j.id, (j.payload ->> 'eventId')::uuid into found_id, found_event
  from graphile_worker._private_jobs j
  where j.id::text = wanted_job and j.attempts >= j.max_attempts and j.payload ->> 'companyId' = in_company::text
    and in_company = nullif(current_setting('ennoshita.company', true), '')::uuid
  for update;
  if found_id is not null then
    perform graphile_worker.reschedule_jobs(array[found_id], run_at := now(), attempts := 0);
  end if;
  return found_event;
end $$;
revoke all on function kernel.dead_letters, kernel.retry_dead_letter from public;
grant execute on function kernel.dead_letters, kernel.retry_dead_letter to ennoshita_app;
