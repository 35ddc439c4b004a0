-- やること: made from a kind by its rule, for an occasion, or by hand.
create table work.task (
  company_id uuid not null references kernel.company,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  origin text not null check (origin in ('rule', 'occasion', 'hand', 'repeat')),
  kind_id uuid,
  occurrence text,                        -- which time of the kind this is: '2026-11', '2026-11-20', or the occasion
  repeat_of uuid,                         -- the finished task that led to this one
  department_id uuid,
  assignee_id uuid,
  deputy_ids uuid[] not null default '{}',
  due_on date,
  legal_due_on date,                      -- 法定期限
  usual_minutes integer check (usual_minutes between 0 and 60000),
  note text not null default '',
  repeats jsonb check (repeats is null or repeats ? 'kind'),
  subject_type text,
  subject_id uuid,
  state text not null default 'open' check (state in ('open', 'started', 'done', 'dropped')),
  started_at timestamptz,
  asked_by uuid,                          -- who gave it to the assignee, when not the assignee
  asked_note text not null default '',
  waiting_person_id uuid,
  waiting_outside text not null default '',
  waiting_since timestamptz,
  done_at timestamptz,
  done_by uuid,
  touch_minutes integer check (touch_minutes between 0 and 4800),  -- only when the person gave it
  drop_reason text not null default '',
  touched boolean not null default false, -- a person has worked on it: planning leaves it alone
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid,
  primary key (company_id, id),
  foreign key (company_id, kind_id) references work.kind,
  unique (company_id, kind_id, occurrence),  -- never made twice
  unique (company_id, repeat_of),
  check ((state = 'done') = (done_at is not null)),
  check (state <> 'dropped' or length(drop_reason) > 0),
  check ((waiting_since is null) = (waiting_person_id is null and waiting_outside = '')),
  check (waiting_person_id is null or waiting_outside = ''),
  check ((subject_type is null) = (subject_id is null)),
  check (occurrence is null or kind_id is not null)
);
select kernel.guard('work.task');
create index task_of_assignee on work.task (company_id, assignee_id, due_on) where state in ('open', 'started');
create index task_waiting_for on work.task (company_id, waiting_person_id) where waiting_person_id is not null and state in ('open', 'started');
create index task_done_by on work.task (company_id, done_by, done_at desc) where state = 'done';
create index task_done_of_kind on work.task (company_id, kind_id, done_at desc) include (done_by) where state = 'done' and kind_id is not null;
create index task_due_in_company on work.task (company_id, due_on, id) where state in ('open', 'started');
create index task_due_in_department on work.task (company_id, department_id, due_on) where state in ('open', 'started');
create index task_of_subject on work.task (company_id, subject_id) where subject_id is not null;

create table work.task_step (
  company_id uuid not null,
  task_id uuid not null,
  place smallint not null check (place between 1 and 100),
  text text not null check (length(text) > 0),
  who text not null default '',
  ticked_at timestamptz,
  ticked_by uuid,
  primary key (company_id, task_id, place),
  foreign key (company_id, task_id) references work.task on delete cascade
);
select kernel.guard('work.task_step');

create table work.task_comment (
  company_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  text text not null check (length(text) > 0),
  written_at timestamptz not null,
  written_by uuid,
  primary key (company_id, id),
  foreign key (company_id, task_id) references work.task on delete cascade
);
select kernel.guard('work.task_comment');
create index task_comment_by_task on work.task_comment (company_id, task_id, written_at);
