-- One matter a subject: asked again after a return, it stays the same matter and counts its rounds.
create table approvals.matter (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  title text not null check (length(title) > 0),
  amount bigint,                          -- whole yen
  department_id uuid,                     -- the subject's department
  applicant_id uuid not null,
  asked_by uuid,                          -- who asked, where that was not the applicant (代理申請)
  opens text not null,
  document_id uuid,
  facts json not null default '{}',       -- json keeps the order in which they are shown
  commands jsonb not null,
  route_id uuid not null,
  route_version integer not null,
  round integer not null default 1 check (round > 0),
  state text not null check (state in ('waiting', 'approved', 'returned', 'withdrawn')),
  step integer,                           -- the open step
  asked_at timestamptz not null,
  waiting_since timestamptz,
  decided_at timestamptz,
  primary key (company_id, id),
  unique (company_id, subject_type, subject_id),
  foreign key (company_id, route_id, route_version) references approvals.route_version,
  check ((state = 'waiting') = (step is not null)),
  check ((state = 'waiting') = (waiting_since is not null)),
  check ((state = 'waiting') = (decided_at is null))
);
select kernel.guard('approvals.matter');
create index matter_by_applicant on approvals.matter (company_id, applicant_id, asked_at desc, id desc);
create index matter_by_asker on approvals.matter (company_id, asked_by, asked_at desc, id desc) where asked_by is not null;

-- The steps of the round under way; a step added at the end (nobody else was left) asks the president.
create table approvals.step (
  company_id uuid not null,
  matter_id uuid not null,
  number integer not null,
  name text not null,
  need text not null check (need in ('any', 'all')),
  approvers jsonb not null,
  state text not null default 'coming' check (state in ('coming', 'open', 'approved', 'passed-over')),
  passed_over text check (passed_over in ('own-matter', 'president-later')),
  added boolean not null default false,   -- at the end of the route, because nobody else was left
  opened_at timestamptz,
  primary key (company_id, matter_id, number),
  foreign key (company_id, matter_id) references approvals.matter (company_id, id),
  check ((state = 'passed-over') = (passed_over is not null)),
  check ((state in ('open', 'approved')) = (opened_at is not null))
);
select kernel.guard('approvals.step');
create unique index one_open_step on approvals.step (company_id, matter_id) where state = 'open';

-- Who was asked when the step opened. One seat of a step with need 'any' that approves releases the others.
create table approvals.seat (
  company_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  step integer not null,
  person_id uuid not null,
  kind text not null,
  opened_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'released')),
  deputy_id uuid,                         -- who decided in this person's place
  self_approval text,                     -- 自己承認: why the applicant decides
  primary key (company_id, id),
  unique (company_id, matter_id, step, person_id),
  foreign key (company_id, matter_id, step) references approvals.step (company_id, matter_id, number),
  check (deputy_id is null or (state = 'approved' and deputy_id <> person_id))
);
select kernel.guard('approvals.seat');
create index seat_waiting on approvals.seat (company_id, person_id, opened_at, id) where state = 'waiting';

-- The record of a matter through all its rounds: only grows.
create table approvals.decision (
  company_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  deed text not null check (deed in ('asked', 'approved', 'returned', 'withdrawn', 'passed-over', 'people-found')),
  round integer not null,
  step integer,
  step_name text,
  person_id uuid,                         -- who acted
  on_behalf_of uuid,                      -- 代: in whose place
  post_id uuid,                           -- 兼務: in which post
  comment text not null default '',
  returned_to integer,                    -- the step; none: the applicant
  passed_over text,
  self_approval text,
  decided_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, matter_id) references approvals.matter (company_id, id),
  check (deed <> 'returned' or length(trim(comment)) > 0)
);
select kernel.guard_append_only('approvals.decision');
create index decision_by_matter on approvals.decision (company_id, matter_id, id);
create index decision_by_person on approvals.decision (company_id, person_id, matter_id);

create view approvals.matter_state with (security_invoker = true) as
  select company_id, id as matter_id, subject_type, subject_id, state, step, waiting_since, round, decided_at
  from approvals.matter;
grant select on approvals.matter_state to ennoshita_app;
