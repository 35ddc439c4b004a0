-- Companies of this installation, who belongs to them, and what each role may do how far.
create table kernel.company (
  company_id uuid primary key,
  name text not null,
  sample boolean not null default false,
  founded_at timestamptz not null default clock_timestamp()
);
select kernel.guard('kernel.company');
revoke delete on kernel.company from ennoshita_app;

create table kernel.member (
  company_id uuid not null references kernel.company,
  person_id uuid not null,
  account_id text,                        -- the sign-in account, once the invitation is accepted
  from_on date not null,
  until_on date,
  primary key (company_id, person_id),
  unique (company_id, account_id)
);
select kernel.guard('kernel.member');
create index member_by_account on kernel.member (account_id);

create table kernel.role (
  company_id uuid not null references kernel.company,
  role text not null,                     -- slug, such as clerk
  name text not null,
  name_en text not null,
  primary key (company_id, role)
);
select kernel.guard('kernel.role');

create table kernel.role_grant (
  company_id uuid not null,
  role text not null,
  permission text not null,
  scope text not null check (scope in ('own', 'department', 'company')),
  primary key (company_id, role, permission),
  foreign key (company_id, role) references kernel.role
);
select kernel.guard('kernel.role_grant');

create table kernel.member_role (
  company_id uuid not null,
  person_id uuid not null,
  role text not null,
  primary key (company_id, person_id, role),
  foreign key (company_id, person_id) references kernel.member,
  foreign key (company_id, role) references kernel.role
);
select kernel.guard('kernel.member_role');

-- A dated delegation: `deputy_id` may act on behalf of `person_id`.
create table kernel.delegation (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  deputy_id uuid not null,
  from_on date not null,
  until_on date not null,
  primary key (company_id, id),
  foreign key (company_id, person_id) references kernel.member,
  foreign key (company_id, deputy_id) references kernel.member,
  check (person_id <> deputy_id),
  check (from_on <= until_on)
);
select kernel.guard('kernel.delegation');

-- Named exceptions from segregation of duties: who may do this command on a thing they made themselves, and why.
create table kernel.duty_exception (
  company_id uuid not null,
  id uuid not null,
  command text not null,
  person_id uuid not null,
  reason text not null check (length(reason) > 0),
  until_on date,
  withdrawn_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, person_id) references kernel.member
);
select kernel.guard('kernel.duty_exception');

create table kernel.invitation (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  email text not null,
  token_sha256 bytea not null unique,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, person_id) references kernel.member
);
select kernel.guard('kernel.invitation');

-- Refusals and sign-ins are not business: they stand here, not in the event log. No names, no input.
create table kernel.security_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  company_id uuid,
  account_id text,
  person_id uuid,
  kind text not null,
  detail text not null default '',
  address text not null default ''
);
create index security_log_by_company on kernel.security_log (company_id, at desc);
