-- これもやった: one line of work that no system ever recorded; the doer's own until they choose to show it.
create table work.deed (
  company_id uuid not null references kernel.company,
  id uuid not null,
  person_id uuid not null,
  text text not null check (length(text) between 1 and 200),
  folded text not null generated always as (kernel.fold(text)) stored,
  minutes integer check (minutes between 0 and 4800),
  for_person_id uuid,
  for_whom text not null default '',
  occurred_at timestamptz not null,
  kind_id uuid,
  department_id uuid,                     -- of the doer, at that time
  is_shared boolean not null default false,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (company_id, id),
  foreign key (company_id, kind_id) references work.kind
);
select kernel.guard('work.deed');
create index deed_by_person on work.deed (company_id, person_id, occurred_at desc) where removed_at is null;
create index deed_shown on work.deed (company_id, occurred_at desc) where is_shared and removed_at is null;
create index deed_by_kind on work.deed (company_id, kind_id) where kind_id is not null;

-- Thanks tied to a thing that was done; read by the one who is thanked. Never counted.
create table work.thanks (
  company_id uuid not null references kernel.company,
  id uuid not null,
  about_type text not null check (about_type in ('deed', 'task', 'request')),
  about_id uuid not null,
  about_text text not null,               -- what it was called at that time
  from_person_id uuid not null,
  to_person_id uuid not null,
  text text not null check (length(text) between 1 and 200),
  written_at timestamptz not null,
  removed_at timestamptz,
  primary key (company_id, id),
  check (from_person_id <> to_person_id)
);
select kernel.guard('work.thanks');
create index thanks_by_receiver on work.thanks (company_id, to_person_id, written_at desc) where removed_at is null;
create index thanks_by_thing on work.thanks (company_id, about_id, written_at) where removed_at is null;
