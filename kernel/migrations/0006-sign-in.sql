-- Accounts, passwords and sessions, kept by the sign-in library; the app role has no way in.
create schema signin;

create table signin."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default clock_timestamp(),
  "updatedAt" timestamptz not null default clock_timestamp(),
  "twoFactorEnabled" boolean default false
);

create table signin.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default clock_timestamp(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references signin."user" on delete cascade
);
create index session_by_user on signin.session ("userId");

create table signin.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references signin."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default clock_timestamp(),
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index account_by_user on signin.account ("userId");

create table signin.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default clock_timestamp(),
  "updatedAt" timestamptz not null default clock_timestamp()
);
create index verification_by_identifier on signin.verification (identifier);

create table signin."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references signin."user" on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_by_user on signin."twoFactor" ("userId");
create index two_factor_by_secret on signin."twoFactor" (secret);

-- What the security log says about a company: its own entries, and the sign-ins of its members' accounts.
create function kernel.security_entries(in_company uuid, after_rows integer, at_most integer)
returns table (id bigint, at timestamptz, kind text, person_id uuid, detail text, address text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.at, s.kind, coalesce(s.person_id, m.person_id), s.detail, s.address
  from kernel.security_log s
  left join kernel.member m on m.company_id = in_company and m.account_id = s.account_id
  where in_company = nullif(current_setting('ennoshita.company', true), '')::uuid
    and (s.company_id = in_company or (s.company_id is null and m.person_id is not null))
  order by s.id desc offset after_rows limit at_most $$;
revoke all on function kernel.security_entries from public;
grant execute on function kernel.security_entries to ennoshita_app;
create index security_log_by_account on kernel.security_log (account_id, id desc);
