-- 取引先: who invoices us. Never removed while anything names it; a retired one takes no new invoices.
create table payables.vendor (
  company_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[0-9A-Za-z-]{1,20}$'),
  name text not null check (length(name) > 0),
  name_kana text not null default '',
  is_individual boolean not null default false,
  corporate_number text check (corporate_number ~ '^[1-9][0-9]{12}$'),      -- 法人番号
  registration_number text check (registration_number ~ '^T[0-9]{13}$'),    -- 登録番号
  registered_from date,                         -- 登録年月日; null: since before we asked
  registered_until date,                        -- the last day before 取消・失効
  phone text not null default '',
  phone_set_at timestamptz,                     -- a number counts as known some time after it was entered
  email text not null default '',
  postal_code text check (postal_code ~ '^[0-9]{7}$'),
  address text not null default '',
  contact text not null default '',             -- 担当者
  closing_day smallint check (closing_day between 1 and 31),  -- 締日; 31 is the end of the month. Null: each invoice says when it is due
  pay_months_later smallint check (pay_months_later between 0 and 24),
  pay_day smallint check (pay_day between 1 and 31),
  pay_shift text check (pay_shift in ('previous', 'next', 'none')),
  method text not null default 'transfer' check (method in ('transfer', 'account-transfer', 'card', 'pay-easy', 'cash')),
  fee_bearer text not null default 'us' check (fee_bearer in ('us', 'payee')),
  payable text not null default 'other' check (payable in ('other', 'trade')),  -- 未払金, 買掛金
  law_class text not null default 'none' check (law_class in ('none', 'toritekihou', 'freelance')),
  commission_kind text,                         -- 委託の種類; null: nothing is commissioned
  capital bigint check (capital >= 0),
  employees integer check (employees >= 0),
  officers integer check (officers >= 1),
  withholding_kind text,                        -- 源泉徴収の区分 of fees to an individual
  withholding_group text check (withholding_group in ('professional', 'other')),  -- 士業 may follow 納期の特例
  department_id uuid,                           -- 発注部署, usually
  note text not null default '',
  retired_on date,
  version integer not null default 1,
  folded text not null generated always as (kernel.fold(code || ',' || name || ',' || name_kana || ',' || coalesce(registration_number, ''))) stored,
  primary key (company_id, id),
  unique (company_id, code),
  check (registered_from is null or registered_until is null or registered_from <= registered_until),
  check ((closing_day is null) = (pay_months_later is null) and (closing_day is null) = (pay_day is null) and (closing_day is null) = (pay_shift is null)),
  check (is_individual or withholding_kind is null),
  check ((withholding_kind is null) = (withholding_group is null))
);
select kernel.guard('payables.vendor');
create index vendor_by_kana on payables.vendor (company_id, name_kana, id);
create index vendor_by_registration on payables.vendor (company_id, registration_number) where registration_number is not null;
create index vendor_folded on payables.vendor using gin (folded gin_trgm_ops);

-- 振込先口座. A new one waits until somebody else has called the vendor back; until then nothing is transferred to the vendor.
create table payables.vendor_bank_account (
  company_id uuid not null,
  id uuid not null,
  vendor_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'replaced')),
  bank_code text not null check (bank_code ~ '^[0-9]{4}$'),
  bank_name text not null default '',
  bank_kana text not null default '',           -- as banks write it
  branch_code text not null check (branch_code ~ '^[0-9]{3}$'),
  branch_name text not null default '',
  branch_kana text not null default '',
  account_type text not null check (account_type in ('ordinary', 'current', 'savings', 'other')),
  account_number text not null check (account_number ~ '^[0-9]{7}$'),
  holder text not null check (length(holder) > 0),
  holder_kana text not null check (length(holder_kana) between 1 and 30),
  entered_at timestamptz not null,
  entered_by uuid,
  known_phone text not null default '',         -- the number known before this account was told
  confirmed_at timestamptz,
  confirmed_by uuid,
  exception text not null default '',           -- 職務分掌の例外: why one person did both
  called_name text not null default '',         -- who was called back, at which number, known from where, when
  called_number text not null default '',
  number_source text not null default '',
  called_at timestamptz,
  refused_by uuid,
  refused_reason text not null default '',
  primary key (company_id, id),
  foreign key (company_id, vendor_id) references payables.vendor (company_id, id),
  check (state not in ('confirmed', 'replaced') or (confirmed_at is not null and called_at is not null and length(called_name) > 0 and length(called_number) > 0)),
  check (confirmed_by <> entered_by or length(exception) > 0),
  check (state <> 'refused' or length(refused_reason) > 0)
);
select kernel.guard('payables.vendor_bank_account');
create unique index vendor_bank_account_confirmed_once on payables.vendor_bank_account (company_id, vendor_id) where state = 'confirmed';
create unique index vendor_bank_account_waiting_once on payables.vendor_bank_account (company_id, vendor_id) where state = 'waiting';
create index vendor_bank_account_by_vendor on payables.vendor_bank_account (company_id, vendor_id, entered_at);

-- Where a transfer to a vendor goes today; `hold` says why it goes nowhere.
create view payables.vendor_pay_account with (security_invoker = true) as
  select v.company_id, v.id as vendor_id, c.id as bank_account_id, c.bank_code, c.bank_name, c.bank_kana, c.branch_code, c.branch_name,
    c.branch_kana, c.account_type, c.account_number, c.holder_kana,
    case when w.id is not null then 'account-waiting' when c.id is null then 'no-account' end as hold
  from payables.vendor v
    left join payables.vendor_bank_account c on c.company_id = v.company_id and c.vendor_id = v.id and c.state = 'confirmed'
    left join payables.vendor_bank_account w on w.company_id = v.company_id and w.vendor_id = v.id and w.state = 'waiting';
grant select on payables.vendor_pay_account to ennoshita_app;

-- A table of vendors read from a file, line by line, before and after it is applied.
create table payables.vendor_import (
  company_id uuid not null,
  id uuid not null,
  file_name text not null,
  state text not null default 'staged' check (state in ('staged', 'applied', 'undone')),
  staged_at timestamptz not null,
  staged_by uuid,
  primary key (company_id, id)
);
select kernel.guard('payables.vendor_import');

create table payables.vendor_import_line (
  company_id uuid not null,
  import_id uuid not null,
  line integer not null,                        -- as counted in the file, from 1
  state text not null check (state in ('accepted', 'known', 'faulty', 'applied', 'undone', 'kept')),
  draft jsonb not null,                         -- emptied once applied: the vendor's row is the one place of its data
  faults jsonb not null default '[]',
  vendor_id uuid,
  primary key (company_id, import_id, line),
  foreign key (company_id, import_id) references payables.vendor_import (company_id, id)
);
select kernel.guard('payables.vendor_import_line');

-- Run by the owner with the company named, because row security would switch the trigram index off.
create function payables.find_vendors(in_company uuid, wanted text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select v.id from payables.vendor v
  where v.company_id = in_company
    and v.company_id = nullif(current_setting('ennoshita.company', true), '')::uuid
    and v.folded like '%' || replace(replace(replace((select kernel.fold(wanted)), '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;
revoke all on function payables.find_vendors from public;
grant execute on function payables.find_vendors to ennoshita_app;
