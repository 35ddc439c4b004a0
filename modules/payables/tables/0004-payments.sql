-- 振込元口座, 現金, カード: what is paid out of, and where it stands in the books.
create table payables.source_account (
  company_id uuid not null,
  id uuid not null,
  name text not null check (length(name) > 0),
  kind text not null check (kind in ('bank', 'cash', 'card')),
  account_id uuid not null,
  sub_account_id uuid,
  bank_code text check (bank_code ~ '^\d{4}$'),
  bank_name text,
  bank_kana text,
  branch_code text check (branch_code ~ '^\d{3}$'),
  branch_name text,
  branch_kana text,
  account_type text check (account_type in ('ordinary', 'current', 'other')),
  account_number text check (account_number ~ '^\d{7}$'),
  client_code text check (client_code ~ '^\d{10}$'),    -- 委託者コード
  client_kana text,                                     -- 委託者名, as banks write it
  cut_off_days smallint check (cut_off_days between 0 and 10),
  cut_off_time text check (cut_off_time ~ '^\d\d:\d\d$'),
  newline text check (newline in ('none', 'crlf')),
  fees jsonb,                                           -- 振込手数料: sameBranch, sameBank, otherBank
  closed_on date,
  version integer not null default 1,
  primary key (company_id, id),
  unique (company_id, name),
  check ((kind = 'bank') = (bank_code is not null and bank_name is not null and bank_kana is not null and branch_code is not null
    and branch_name is not null and branch_kana is not null and account_type is not null and account_number is not null
    and client_code is not null and client_kana is not null and cut_off_days is not null and cut_off_time is not null
    and newline is not null and fees is not null))
);
select kernel.guard('payables.source_account');

-- 支払: what is paid on one day out of one source.
create table payables.payment_run (
  company_id uuid not null,
  id uuid not null,
  number integer check (number > 0),      -- without gaps, given when it is prepared
  source_account_id uuid not null,
  method text not null check (method in ('transfer', 'account-transfer', 'card', 'pay-easy', 'cash')),
  pay_on date not null,
  state text not null default 'prepared' check (state in ('prepared', 'released', 'file-taken', 'paid', 'cancelled')),
  fee_bearer text check (fee_bearer in ('us', 'payee')),  -- null: as each vendor's terms say
  late_reason text not null default '',   -- why the bank takes it after its cut-off
  prepared_by uuid,
  released_by uuid,
  released_at timestamptz,
  file_name text,
  file bytea,                             -- as it was first taken: the same bytes ever after
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  paid_on date,
  cancel_reason text not null default '',
  version integer not null default 1,
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, source_account_id) references payables.source_account (company_id, id),
  check (state not in ('released', 'file-taken', 'paid') or released_at is not null),
  check (state <> 'file-taken' or file is not null),
  check ((file is null) = (file_sha256 is null) and (file is null) = (file_name is null)),
  check ((state = 'paid') = (paid_on is not null)),
  check (state <> 'cancelled' or length(cancel_reason) > 0)
);
select kernel.guard('payables.payment_run');
create index payment_run_by_day on payables.payment_run (company_id, pay_on desc, id desc);
create index payment_run_open on payables.payment_run (company_id, pay_on) where state in ('prepared', 'released', 'file-taken');

-- Who took the file when; from the second time on, why.
create table payables.file_take (
  company_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  taken_at timestamptz not null,
  taken_by uuid,
  reason text not null default '',
  primary key (company_id, id),
  foreign key (company_id, run_id) references payables.payment_run (company_id, id)
);
select kernel.guard_append_only('payables.file_take');
create index file_take_by_run on payables.file_take (company_id, run_id, taken_at);

-- One vendor's money in a run: its invoices less its credit notes. Where it is a bank transfer, the account as it was confirmed.
create table payables.transfer (
  company_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  place smallint not null check (place > 0),
  state text not null default 'planned' check (state in ('planned', 'paid', 'failed', 'returned', 'cancelled')),
  vendor_id uuid not null,
  bank_account_id uuid,
  bank_code text,
  bank_kana text,
  branch_code text,
  branch_kana text,
  account_type text,
  account_number text,
  holder_kana text,
  total bigint not null check (total >= 0),        -- invoices less credit notes, tax included
  withheld bigint not null,                        -- below zero where credit notes take back more than is withheld
  fee_by_payee bigint not null default 0 check (fee_by_payee >= 0),
  fee_by_us bigint not null default 0 check (fee_by_us >= 0),
  sent bigint not null generated always as (total - withheld - fee_by_payee) stored check (total - withheld - fee_by_payee >= 0),
  paid_on date,
  journal_id uuid,                                 -- 支払仕訳
  returned_on date,
  return_reason text not null default '',
  return_journal_id uuid,
  primary key (company_id, id),
  unique (company_id, run_id, place),
  unique (company_id, run_id, vendor_id),
  foreign key (company_id, run_id) references payables.payment_run (company_id, id),
  foreign key (company_id, vendor_id) references payables.vendor (company_id, id),
  check ((bank_account_id is null) = (account_number is null)),
  check ((state in ('paid', 'returned')) = (paid_on is not null and journal_id is not null)),
  check ((state = 'returned') = (return_journal_id is not null and returned_on is not null)),
  check (state not in ('failed', 'returned') or length(return_reason) > 0)
);
select kernel.guard('payables.transfer');
create index transfer_by_vendor on payables.transfer (company_id, vendor_id, paid_on desc);
create index transfer_withheld on payables.transfer (company_id, paid_on) where withheld <> 0;

-- The account of the debt that the approval credited: its payment debits the same one, whatever the settings say by then.
alter table payables.invoice add column debt_account_id uuid;

-- 支払: an invoice in a transfer. `planned` and `paid` are alive, and an invoice has at most one that is.
create table payables.payment (
  company_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  transfer_id uuid not null,
  invoice_id uuid not null,
  state text not null default 'planned' check (state in ('planned', 'paid', 'failed', 'returned', 'cancelled')),
  total bigint not null,                  -- below zero for a credit note
  withheld bigint not null,
  withholding_group text check (withholding_group in ('professional', 'other')),
  primary key (company_id, id),
  unique (company_id, transfer_id, invoice_id),
  foreign key (company_id, run_id) references payables.payment_run (company_id, id),
  foreign key (company_id, transfer_id) references payables.transfer (company_id, id),
  foreign key (company_id, invoice_id) references payables.invoice (company_id, id),
  check (total <> 0 and (withheld = 0 or sign(withheld) = sign(total)) and abs(withheld) <= abs(total)),
  check ((withheld = 0) or withholding_group is not null)
);
select kernel.guard('payables.payment');
create unique index payment_once on payables.payment (company_id, invoice_id) where state in ('planned', 'paid');
create index payment_by_invoice on payables.payment (company_id, invoice_id);
create index payment_by_run on payables.payment (company_id, run_id);

-- 源泉所得税の納付. What is open of a period and group is paid once; what was recorded later for the period is paid as the next one.
create table payables.withholding_payment (
  company_id uuid not null,
  id uuid not null,
  period text not null check (period in ('month', 'half-year')),
  withholding_group text not null check (withholding_group in ('professional', 'other')),
  place smallint not null check (place > 0),
  period_from date not null,
  period_until date not null,
  amount bigint not null check (amount > 0),
  paid_on date not null,
  source_account_id uuid not null,
  journal_id uuid not null,
  primary key (company_id, id),
  unique (company_id, withholding_group, period_from, place),
  foreign key (company_id, source_account_id) references payables.source_account (company_id, id),
  check (period_from <= period_until)
);
select kernel.guard_append_only('payables.withholding_payment');
