-- 裏方からのお知らせ: why a deadline is the 25th, written for the others.
create table desk.notice (
  company_id uuid not null,
  id uuid not null,
  title text not null check (length(title) > 0),
  body text not null default '',
  reason text not null default '',        -- why it is so
  kind_id uuid,                           -- the kind of work behind it
  department_id uuid,                     -- who writes
  shown_from date not null,
  shown_until date,
  published_by_id uuid,
  published_at timestamptz not null,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (company_id, id),
  check (shown_until is null or shown_from <= shown_until)
);
select kernel.guard('desk.notice');
create index notice_shown on desk.notice (company_id, shown_from desc) where withdrawn_at is null;

-- A yes or no for the reader's own eyes; nobody else asks this table.
create table desk.notice_read (
  company_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  version integer not null,
  read_at timestamptz not null,
  primary key (company_id, notice_id, person_id),
  foreign key (company_id, notice_id) references desk.notice (company_id, id)
);
select kernel.guard('desk.notice_read');
