create table people.person (
  company_id uuid not null,
  id uuid not null,
  employee_number text check (length(employee_number) > 0),   -- text: '001' stays '001'
  family_name text not null default '',
  given_name text not null default '',
  family_kana text not null default '',
  given_kana text not null default '',
  former_family_name text not null default '',                -- 旧姓
  display_name text not null,
  email text not null default '',                             -- at work
  phone text not null default '',                             -- at work: 内線, 社用携帯
  joined_on date,
  left_on date,                                               -- the last day in the company
  erased_at timestamptz,
  version integer not null default 1,
  folded text not null generated always as (
    kernel.fold(display_name || ',' || family_name || given_name || ',' || family_kana || given_kana || ',' || email)) stored,
  primary key (company_id, id),
  unique (company_id, employee_number),
  check (left_on is null or joined_on is null or joined_on <= left_on),
  check (erased_at is not null or length(family_name) > 0)
);
select kernel.guard('people.person');
create index person_by_kana on people.person (company_id, family_kana, given_kana, id);

-- 所属: who works where in which post, by date; several at once are 兼務, one of them the main one (本務).
create table people.assignment (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  department_id uuid not null,
  post_id uuid,
  main boolean not null,
  from_on date not null,
  until_on date,
  ended_by_leaving boolean not null default false,
  until_before_leaving date,              -- what until_on was, so that a leaving can be taken back
  ended_by uuid,                          -- the move that ended it; taken back with it
  primary key (company_id, id),
  foreign key (company_id, person_id) references people.person,
  foreign key (company_id, department_id) references people.department,
  foreign key (company_id, post_id) references people.post,
  check (until_on is null or from_on <= until_on)
);
select kernel.guard('people.assignment');
create index assignment_by_person on people.assignment (company_id, person_id, from_on);
create index assignment_by_department on people.assignment (company_id, department_id, from_on);

create view people.person_name with (security_invoker = true) as
  select company_id, id as person_id, display_name, trim(family_kana || ' ' || given_kana) as kana, email, phone, left_on
  from people.person;
grant select on people.person_name to ennoshita_app;

create view people.placement with (security_invoker = true) as
  select company_id, id as assignment_id, person_id, department_id, post_id, main, from_on, until_on from people.assignment;
grant select on people.placement to ennoshita_app;
