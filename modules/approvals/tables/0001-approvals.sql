-- 承認: routes made of steps, and the matters that go along them.
create schema approvals;
grant usage on schema approvals to ennoshita_app;

create table approvals.route (
  company_id uuid not null,
  id uuid not null,
  kind text,                              -- what is approved, such as payables.invoice; none: every kind
  ready text,                             -- the ready route of the product that this one began as
  version integer not null default 1,
  retired_at timestamptz,
  primary key (company_id, id),
  unique (company_id, ready)
);
select kernel.guard('approvals.route');

-- What a route said from when on; a matter keeps the version it began with.
create table approvals.route_version (
  company_id uuid not null,
  route_id uuid not null,
  version integer not null,
  kind text,
  name text not null check (length(name) > 0),
  amount_from bigint,
  amount_until bigint,
  department_id uuid,
  facts json not null default '{}',
  steps jsonb not null check (jsonb_array_length(steps) > 0),
  set_by uuid,
  set_at timestamptz not null,
  primary key (company_id, route_id, version),
  foreign key (company_id, route_id) references approvals.route,
  check (amount_from <= amount_until)
);
select kernel.guard_append_only('approvals.route_version');
