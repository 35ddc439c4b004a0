-- 今月の縁の下: a page that a person writes of their own month and sends by choice.
create table work.report (
  company_id uuid not null references kernel.company,
  id uuid not null,
  author_id uuid not null,
  month_on date not null check (extract(day from month_on) = 1),
  title text not null check (length(title) > 0),
  sections jsonb not null check (jsonb_typeof(sections) = 'array'),
  state text not null default 'draft' check (state in ('draft', 'sent')),
  drafted_at timestamptz not null,
  version integer not null default 1,
  primary key (company_id, id),
  unique (company_id, author_id, month_on)
);
select kernel.guard('work.report');

-- Who received it: a page without a row here is its author's alone.
create table work.report_recipient (
  company_id uuid not null,
  report_id uuid not null,
  person_id uuid not null,
  sent_at timestamptz not null,
  primary key (company_id, report_id, person_id),
  foreign key (company_id, report_id) references work.report
);
select kernel.guard_append_only('work.report_recipient');
create index report_recipient_by_person on work.report_recipient (company_id, person_id, sent_at desc);

create table work.report_correction (
  company_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  text text not null check (length(text) > 0),
  written_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, report_id) references work.report
);
select kernel.guard_append_only('work.report_correction');

-- What was sent stays as it was read: a correction is added beside it.
create function work.refuse_change_of_sent_report() returns trigger language plpgsql as $$
begin
  if old.state = 'sent' then
    raise exception 'A report that was sent stays as it is; a correction is added.' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger sent_report_stays before update or delete on work.report
  for each row execute function work.refuse_change_of_sent_report();
