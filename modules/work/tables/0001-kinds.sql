create schema work;
grant usage on schema work to ennoshita_app;

-- 業務: a kind of work that the office does.
create table work.kind (
  company_id uuid not null references kernel.company,
  id uuid not null,
  major text not null default '',         -- 大分類
  middle text not null default '',        -- 中分類
  name text not null check (length(name) between 1 and 120),  -- 小分類
  department_id uuid,
  main_id uuid,                           -- 主担当
  deputy_ids uuid[] not null default '{}',  -- 副担当, in order
  main_text text not null default '',     -- names from an import that matched nobody
  deputies_text text not null default '',
  timing text not null default 'as-needed' check (timing in ('daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'as-needed')),
  timing_text text not null default '',
  due_rule jsonb check (due_rule is null or due_rule ? 'kind'),
  usual_minutes integer check (usual_minutes between 0 and 60000),
  monthly_count double precision check (monthly_count >= 0),
  difficulty smallint check (difficulty between 1 and 3),
  law jsonb check (law is null or law ? 'name'),
  papers text[] not null default '{}',
  systems text[] not null default '{}',
  has_manual boolean,
  manual_place text not null default '',
  manual_on date,
  goes_wrong text not null default '',
  notes text not null default '',
  issues text not null default '',        -- 課題
  improvement text check (improvement in ('stop', 'combine', 'rearrange', 'simplify')),  -- 改善区分
  relief text check (relief in ('automation', 'outsourcing', 'both', 'neither')),        -- 自動化・外注可否
  state text not null default 'active' check (state in ('active', 'retired')),
  version integer not null default 1,
  steps_version integer not null default 1,
  confirmed_steps_version integer,
  confirmed_at timestamptz,
  confirmed_by uuid,
  ready_key text,
  import_id uuid,
  import_line integer,
  made_at timestamptz not null,
  folded text not null generated always as (kernel.fold(major || ',' || middle || ',' || name)) stored,
  primary key (company_id, id),
  unique (company_id, ready_key),
  unique (company_id, import_id, import_line),
  check ((confirmed_at is null) = (confirmed_steps_version is null)),
  check (main_id is null or not main_id = any(deputy_ids))
);
select kernel.guard('work.kind');
create index kind_in_order on work.kind (company_id, state, major, middle, name, id);
create index kind_by_main on work.kind (company_id, main_id) where state = 'active';
create index kind_by_department on work.kind (company_id, department_id) where state = 'active';

create table work.kind_step (
  company_id uuid not null,
  kind_id uuid not null,
  place smallint not null check (place between 1 and 100),
  text text not null check (length(text) > 0),
  who text not null default '',           -- role or department
  usual_minutes integer check (usual_minutes >= 0),
  primary key (company_id, kind_id, place),
  foreign key (company_id, kind_id) references work.kind on delete cascade
);
select kernel.guard('work.kind_step');
