-- A table of people read from a file, line by line, before and after it is applied.
create table people.people_import (
  company_id uuid not null,
  id uuid not null,
  file_name text not null,
  state text not null default 'staged' check (state in ('staged', 'applied', 'undone')),
  from_on date not null,                  -- as of when the file tells departments and posts
  staged_at timestamptz not null,
  staged_by uuid,
  primary key (company_id, id)
);
select kernel.guard('people.people_import');
create index people_import_by_time on people.people_import (company_id, staged_at desc);

create table people.people_import_line (
  company_id uuid not null,
  import_id uuid not null,
  line integer not null,                  -- as counted in the file, from 1
  state text not null check (state in ('accepted', 'known', 'faulty', 'applied', 'undone', 'kept')),
  draft jsonb not null,                   -- emptied once applied: the person's row is the one place of their data
  faults jsonb not null default '[]',
  person_id uuid,
  primary key (company_id, import_id, line),
  foreign key (company_id, import_id) references people.people_import
);
select kernel.guard('people.people_import_line');
create index people_import_line_by_person on people.people_import_line (company_id, person_id);

-- Departments and posts that an import made, so that undoing it can take them back.
create table people.people_import_made (
  company_id uuid not null,
  import_id uuid not null,
  kind text not null check (kind in ('department', 'post')),
  object_id uuid not null,
  primary key (company_id, import_id, kind, object_id),
  foreign key (company_id, import_id) references people.people_import
);
select kernel.guard('people.people_import_made');
