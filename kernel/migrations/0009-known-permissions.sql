-- Permissions that a company's preset roles have been offered: a later version of the program grants only what is new,
-- and never gives back what an administrator took away.
create table kernel.known_permission (
  company_id uuid not null references kernel.company,
  permission text not null,
  primary key (company_id, permission)
);
select kernel.guard('kernel.known_permission');
