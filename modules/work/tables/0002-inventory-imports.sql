-- An inventory read from a file, line by line, before and after it is applied.
create table work.inventory_import (
  company_id uuid not null references kernel.company,
  id uuid not null,
  file_name text not null,
  mapping jsonb not null,                 -- column key → place in a row
  state text not null default 'staged' check (state in ('staged', 'applied', 'undone')),
  staged_at timestamptz not null,
  staged_by uuid,
  primary key (company_id, id)
);
select kernel.guard('work.inventory_import');
create index inventory_import_by_time on work.inventory_import (company_id, staged_at desc);

create table work.inventory_line (
  company_id uuid not null,
  import_id uuid not null,
  line integer not null,                  -- as counted in the file, from 1
  cells text[] not null,                  -- as they stood in the file
  draft jsonb,                            -- the kind as understood; null when the line is left out
  remarks jsonb not null default '[]',
  outcome text not null check (outcome in ('ready', 'left-out', 'made', 'already-there', 'undone', 'kept')),
  kind_id uuid,
  primary key (company_id, import_id, line),
  foreign key (company_id, import_id) references work.inventory_import,
  check (outcome not in ('made', 'already-there', 'undone', 'kept') or kind_id is not null),
  check (outcome <> 'ready' or draft is not null)
);
select kernel.guard('work.inventory_line');
create index inventory_line_by_outcome on work.inventory_line (company_id, import_id, outcome, line);
