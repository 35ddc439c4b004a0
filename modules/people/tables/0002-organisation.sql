-- Departments and posts: what does not change stands here, what changes by date stands in periods (until_on is the last day).
create table people.department (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  primary key (company_id, id)
);
select kernel.guard('people.department');

create table people.department_period (
  company_id uuid not null,
  department_id uuid not null,
  from_on date not null,
  until_on date,
  name text not null check (length(name) > 0),
  parent_id uuid,
  place integer not null default 0,       -- order among its siblings
  primary key (company_id, department_id, from_on),
  foreign key (company_id, department_id) references people.department,
  foreign key (company_id, parent_id) references people.department,
  check (until_on is null or from_on <= until_on),
  check (parent_id is null or parent_id <> department_id)
);
select kernel.guard('people.department_period');
create index department_period_by_parent on people.department_period (company_id, parent_id);

create table people.post (
  company_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  primary key (company_id, id)
);
select kernel.guard('people.post');

create table people.post_period (
  company_id uuid not null,
  post_id uuid not null,
  from_on date not null,
  until_on date,
  name text not null check (length(name) > 0),
  heads boolean not null default false,   -- whether who holds it heads the department: 部長, 課長
  rank integer not null default 0,        -- small numbers stand above
  primary key (company_id, post_id, from_on),
  foreign key (company_id, post_id) references people.post,
  check (until_on is null or from_on <= until_on)
);
select kernel.guard('people.post_period');

-- The tree as it stands on a date. `path` is the full name, `lineage` the ids from the root to the department itself.
create function people.department_on(in_company uuid, day date)
returns table (id uuid, name text, parent_id uuid, path text, lineage uuid[], depth integer, place integer)
language sql stable as $$
  with recursive tree as (
    select d.department_id, d.name, d.parent_id, d.name as path, array[d.department_id] as lineage, 0 as depth, d.place
    from people.department_period d
    where d.company_id = in_company and d.parent_id is null and d.from_on <= day and (d.until_on is null or d.until_on >= day)
    union all
    select d.department_id, d.name, d.parent_id, t.path || ' / ' || d.name, t.lineage || d.department_id, t.depth + 1, d.place
    from tree t join people.department_period d on d.company_id = in_company and d.parent_id = t.department_id
      and d.from_on <= day and (d.until_on is null or d.until_on >= day) and d.department_id <> all (t.lineage))
  select t.department_id, t.name, t.parent_id, t.path, t.lineage, t.depth, t.place from tree t $$;
grant execute on function people.department_on to ennoshita_app;

-- The posts as they are called on a date.
create function people.post_on(in_company uuid, day date)
returns table (id uuid, name text, heads boolean, rank integer)
language sql stable as $$
  select p.post_id, p.name, p.heads, p.rank from people.post_period p
  where p.company_id = in_company and p.from_on <= day and (p.until_on is null or p.until_on >= day) $$;
grant execute on function people.post_on to ennoshita_app;
