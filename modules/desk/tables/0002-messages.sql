-- 伝言メモ: who called for whom, and what became of it.
create table desk.message (
  company_id uuid not null,
  id uuid not null,
  to_person_id uuid not null,
  department_id uuid,                     -- of the person called for, on that day
  caller_company text not null default '',
  caller_name text not null default '',
  caller_number text not null default '',
  called_at timestamptz not null,
  wants text not null check (wants in ('call-back', 'will-call-again', 'hear-only')),
  call_back_by timestamptz,
  text text not null default '',
  taken_by_id uuid,
  outcome text check (outcome in ('called-back', 'done')),
  outcome_note text not null default '',
  settled_by_id uuid,
  settled_at timestamptz,
  primary key (company_id, id),
  check (caller_company <> '' or caller_name <> '' or caller_number <> ''),
  check ((outcome is null) = (settled_at is null))
);
select kernel.guard('desk.message');
create index message_open on desk.message (company_id, to_person_id, called_at) where settled_at is null;
create index message_by_time on desk.message (company_id, called_at desc);
create index message_by_taker on desk.message (company_id, taken_by_id, called_at desc);
