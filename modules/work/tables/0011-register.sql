-- 期限台帳: contracts, licences, inspections, insurance: things with dates, so that nothing lapses.
create table work.register_entry (
  company_id uuid not null references kernel.company,
  id uuid not null,
  sort text not null check (sort in ('contract', 'licence', 'inspection', 'insurance', 'domain', 'lease', 'other')),
  name text not null check (length(name) > 0),
  counterpart text not null default '',
  reference text not null default '',     -- number on the paper
  starts_on date,
  ends_on date,                           -- the last day of the term
  notice_period text not null default '', -- as the paper says it: 3か月前
  notice_typed_on date,
  notice_on date,                         -- 通知期限: the last day on which a notice is in time
  renews text not null check (renews in ('auto', 'none', 'by-hand')),
  renewal_months integer check (renewal_months between 1 and 600),
  lead_days integer not null default 30 check (lead_days between 0 and 400),
  responsible_id uuid,
  deputy_id uuid,
  department_id uuid,
  kind_id uuid,
  place text not null default '',
  notes text not null default '',
  state text not null default 'active' check (state in ('active', 'ended')),
  ended_on date,
  end_reason text not null default '',
  folded text not null generated always as (kernel.fold(name || ',' || counterpart || ',' || reference)) stored,
  version integer not null default 1,
  primary key (company_id, id),
  foreign key (company_id, kind_id) references work.kind,
  check (starts_on is null or ends_on is null or starts_on <= ends_on),
  check (notice_on is null or ends_on is null or notice_on <= ends_on),
  check (deputy_id is null or deputy_id <> responsible_id),
  check ((state = 'ended') = (ended_on is not null))
);
select kernel.guard('work.register_entry');
create index register_entry_by_end on work.register_entry (company_id, ends_on) where state = 'active';
create index register_entry_by_notice on work.register_entry (company_id, notice_on) where state = 'active';

-- The terms that are over: only grows.
create table work.register_term (
  company_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  starts_on date,
  ends_on date,
  notice_on date,
  renewed_at timestamptz not null,
  note text not null default '',
  primary key (company_id, id),
  foreign key (company_id, entry_id) references work.register_entry
);
select kernel.guard_append_only('work.register_term');
create index register_term_by_entry on work.register_term (company_id, entry_id, renewed_at desc);

-- Which task stands for which date: one each, never made twice.
create table work.register_task (
  company_id uuid not null,
  entry_id uuid not null,
  about text not null check (about in ('notice', 'end')),
  on_date date not null,
  task_id uuid not null,
  primary key (company_id, entry_id, about, on_date),
  foreign key (company_id, entry_id) references work.register_entry,
  foreign key (company_id, task_id) references work.task
);
select kernel.guard('work.register_task');
