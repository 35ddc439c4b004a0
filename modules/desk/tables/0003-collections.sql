-- 回収と催促: one matter asked of many people. Reminders go out in the product's name and stop at a set number.
create table desk.collection (
  company_id uuid not null,
  id uuid not null,
  title text not null check (length(title) > 0),
  explanation text not null default '',
  answer_kind text not null check (answer_kind in ('done', 'text', 'date')),
  due_on date not null,
  reminder_days smallint[] not null default '{-2,1,4}'  -- business days from the due date; at most three
    check (cardinality(reminder_days) <= 3),
  department_id uuid,                     -- who collects
  kind_id uuid,                           -- the kind of work it belongs to
  started_by_id uuid,
  started_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (company_id, id)
);
select kernel.guard('desk.collection');
create index collection_open on desk.collection (company_id, due_on) where closed_at is null;
create index collection_by_time on desk.collection (company_id, started_at desc);

create table desk.collection_person (
  company_id uuid not null,
  collection_id uuid not null,
  person_id uuid not null,
  state text not null default 'open' check (state in ('open', 'answered', 'received')),
  answer_text text not null default '',
  answer_on date,
  answered_at timestamptz,                -- also when a clerk ticked it as received
  received_by_id uuid,
  primary key (company_id, collection_id, person_id),
  foreign key (company_id, collection_id) references desk.collection (company_id, id),
  check ((state = 'open') = (answered_at is null)),
  check (state <> 'open' or received_by_id is null)
);
select kernel.guard('desk.collection_person');
create index collection_person_by_person on desk.collection_person (company_id, person_id, collection_id);
create index collection_person_open on desk.collection_person (company_id, collection_id) where state = 'open';

create table desk.reminder (
  company_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  person_id uuid not null,
  number smallint not null check (number between 1 and 3),
  subject text not null,
  body text not null,
  state text not null default 'to-send' check (state in ('to-send', 'sent', 'undeliverable')),
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (company_id, id),
  unique (company_id, collection_id, person_id, number),
  foreign key (company_id, collection_id, person_id) references desk.collection_person (company_id, collection_id, person_id),
  check ((state = 'sent') = (sent_at is not null))
);
select kernel.guard('desk.reminder');
create index reminder_to_send on desk.reminder (company_id, made_at) where state = 'to-send';
