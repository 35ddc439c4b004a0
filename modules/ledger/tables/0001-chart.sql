create schema ledger;
grant usage on schema ledger to ennoshita_app;

-- 勘定科目. Code, name and purpose are the company's own; the id never changes.
create table ledger.account (
  company_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[0-9A-Za-z-]{1,10}$'),
  name text not null check (length(name) > 0),
  kana text not null default '',
  division text not null,                 -- 区分 of 会社計算規則 74–76, 88–94, such as current-assets
  side text not null check (side in ('debit', 'credit')),
  tax_class text not null default 'none', -- what a line of this account is, unless it says otherwise
  sub_accounts text not null default 'optional' check (sub_accounts in ('none', 'optional', 'required')),
  purpose text check (purpose in ('tax-paid', 'tax-received', 'retained-earnings')),  -- what the program itself looks for
  closed_on date,                         -- the last day on which it takes a line
  version integer not null default 1,
  primary key (company_id, id),
  unique (company_id, code),
  unique (company_id, name),
  unique (company_id, purpose)
);
select kernel.guard('ledger.account');

-- 補助科目: the parts of one account.
create table ledger.sub_account (
  company_id uuid not null,
  account_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[0-9A-Za-z-]{1,10}$'),
  name text not null check (length(name) > 0),
  kana text not null default '',
  primary key (company_id, account_id, id),
  unique (company_id, account_id, code),
  unique (company_id, account_id, name),
  foreign key (company_id, account_id) references ledger.account
);
select kernel.guard('ledger.sub_account');

create view ledger.account_name with (security_invoker = true) as
  select company_id, id as account_id, code, name, kana, division, side, tax_class, sub_accounts, purpose, closed_on from ledger.account;
grant select on ledger.account_name to ennoshita_app;

create view ledger.sub_account_name with (security_invoker = true) as
  select company_id, account_id, id as sub_account_id, code, name, kana from ledger.sub_account;
grant select on ledger.sub_account_name to ennoshita_app;
