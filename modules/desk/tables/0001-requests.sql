-- 社内受付: what other departments ask of the back office, and the thread of each request.
create schema desk;
grant usage on schema desk to ennoshita_app;

-- What a kind of request asks for. A template in use is retired, never removed.
create table desk.template (
  company_id uuid not null,
  id uuid not null,
  slug text not null,                     -- stable name for programs, such as supplies
  name text not null,
  name_en text not null,
  guide text not null default '',         -- shown above the form
  fields jsonb not null default '[]' check (jsonb_typeof(fields) = 'array'),
  usual_days integer not null default 3 check (usual_days between 0 and 90),  -- business days
  department_id uuid,                     -- who answers; none: whoever sits at the desk
  kind_id uuid,                           -- the kind of work (業務) that such a request sets going
  position integer not null default 0,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (company_id, id),
  unique (company_id, slug)
);
select kernel.guard('desk.template');

create table desk.request (
  company_id uuid not null,
  id uuid not null,
  number integer,                         -- R-…, given at submission
  template_id uuid not null,
  title text not null check (length(title) > 0),
  body text not null default '',
  field_values jsonb not null default '{}' check (jsonb_typeof(field_values) = 'object'),
  submitter_id uuid not null,
  submitter_department_id uuid,
  submitted_at timestamptz not null,
  wanted_on date,
  promised_on date,
  department_id uuid,
  assignee_id uuid,
  kind_id uuid,
  state text not null default 'received'
    check (state in ('received', 'in-progress', 'asked-back', 'answered', 'done', 'withdrawn')),
  taken_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  reopened_count integer not null default 0 check (reopened_count >= 0),
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, template_id) references desk.template (company_id, id),
  check (state <> 'in-progress' or assignee_id is not null),
  check ((state in ('done', 'withdrawn')) = (closed_at is not null)),
  check (state not in ('answered', 'done') or answered_at is not null)
);
select kernel.guard('desk.request');
create index request_waiting on desk.request (company_id, department_id, submitted_at)
  where state in ('received', 'in-progress', 'asked-back');
create index request_by_assignee on desk.request (company_id, assignee_id, submitted_at desc);
create index request_by_submitter on desk.request (company_id, submitter_id, submitted_at desc);
create index request_answered on desk.request (company_id, answered_at desc) where answered_at is not null;

-- The thread: only grows.
create table desk.request_post (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('answer', 'ask-back', 'reply', 'promise', 'pass', 'reopen', 'withdraw', 'take-over')),
  text text not null default '',
  promised_on date,
  author_id uuid,
  written_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, request_id) references desk.request (company_id, id)
);
select kernel.guard_append_only('desk.request_post');
create index request_post_by_request on desk.request_post (company_id, request_id, written_at);

-- よくある質問: an answer that its department chose to show to everybody, in words made for everybody.
create table desk.shared_answer (
  company_id uuid not null,
  request_id uuid not null,
  question text not null check (length(question) > 0),
  answer text not null check (length(answer) > 0),
  folded text not null generated always as (kernel.fold(question || ' ' || answer)) stored,
  shared_by_id uuid,
  shared_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (company_id, request_id),
  foreign key (company_id, request_id) references desk.request (company_id, id)
);
select kernel.guard('desk.shared_answer');
create index shared_answer_folded on desk.shared_answer using gin (folded gin_trgm_ops);
create index shared_answer_by_time on desk.shared_answer (company_id, shared_at desc) where withdrawn_at is null;

-- Run by the owner with the company named, because row security would switch the trigram index off.
create function desk.find_shared_answers(in_company uuid, wanted text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.request_id from desk.shared_answer s
  where s.company_id = in_company
    and s.company_id = nullif(current_setting('ennoshita.company', true), '')::uuid
    and s.withdrawn_at is null
    and s.folded like '%' || replace(replace(replace(kernel.fold(wanted), '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;
revoke all on function desk.find_shared_answers from public;
grant execute on function desk.find_shared_answers to ennoshita_app;
