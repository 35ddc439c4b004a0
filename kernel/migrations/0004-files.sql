-- Files by their content: written and synced to disk before the row commits.
create table kernel.file (
  company_id uuid not null,
  id uuid not null,
  sha256 bytea not null,
  bytes bigint not null check (bytes >= 0),
  name text not null,
  media_type text not null,
  stored_by uuid,
  stored_at timestamptz not null default clock_timestamp(),
  used boolean not null default false,    -- set by the command that records it; the sweeper removes the rest
  primary key (company_id, id)
);
alter table kernel.file enable row level security;
alter table kernel.file force row level security;
create policy own_company on kernel.file to ennoshita_app using (company_id = (select kernel.company())) with check (company_id = (select kernel.company()));
do $$ begin execute format('create policy every_company on kernel.file to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update (used) on kernel.file to ennoshita_app;
