-- A module as small as can be, on which the kernel's own tests and measurements stand.
create schema notebook;
grant usage on schema notebook to ennoshita_app;
create table notebook.note (
  company_id uuid not null,
  id uuid not null,
  number integer,
  text text not null,
  author_id uuid,
  department_id uuid,
  approved boolean not null default false,
  primary key (company_id, id)
);
select kernel.guard('notebook.note');
create view notebook.short_note with (security_invoker = true) as
  select company_id, id, left(text, 20) as text from notebook.note;
grant select on notebook.short_note to ennoshita_app;
