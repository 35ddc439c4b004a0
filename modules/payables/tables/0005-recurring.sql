-- 毎月届くはずの請求書: what a vendor sends every so many months, with the usual lines.
create table payables.recurring (
  company_id uuid not null,
  id uuid not null,
  vendor_id uuid not null,
  title text not null check (length(title) > 0),
  every_months smallint not null check (every_months in (1, 2, 3, 6, 12)),
  starts_month date not null check (extract(day from starts_month) = 1),   -- 役務提供月 of the first one
  ends_month date check (extract(day from ends_month) = 1),
  arrives_months_later smallint not null default 1 check (arrives_months_later between 0 and 3),
  arrives_day smallint not null check (arrives_day between 1 and 31),      -- 31: the end of the month
  amount bigint not null check (amount > 0),                               -- yen, tax included: the sum of the lines
  note text not null default '',
  version integer not null default 1,
  primary key (company_id, id),
  foreign key (company_id, vendor_id) references payables.vendor (company_id, id),
  check (ends_month is null or starts_month <= ends_month)
);
select kernel.guard('payables.recurring');
create index recurring_by_vendor on payables.recurring (company_id, vendor_id);

create table payables.recurring_line (
  company_id uuid not null,
  recurring_id uuid not null,
  line smallint not null check (line > 0),
  account_id uuid not null,
  sub_account_id uuid,
  department_id uuid,
  description text not null default '',
  amount bigint not null check (amount > 0),    -- yen, tax included
  tax_kind text not null,
  primary key (company_id, recurring_id, line),
  foreign key (company_id, recurring_id) references payables.recurring (company_id, id)
);
select kernel.guard('payables.recurring_line');

-- The invoice that came for a month, or why none will.
create table payables.expected_settled (
  company_id uuid not null,
  recurring_id uuid not null,
  month date not null check (extract(day from month) = 1),
  invoice_id uuid,
  skipped_reason text,
  primary key (company_id, recurring_id, month),
  foreign key (company_id, recurring_id) references payables.recurring (company_id, id),
  foreign key (company_id, invoice_id) references payables.invoice (company_id, id),
  check ((invoice_id is null) = (length(skipped_reason) > 0))
);
select kernel.guard('payables.expected_settled');
create unique index expected_settled_by_invoice on payables.expected_settled (company_id, invoice_id) where invoice_id is not null;

-- 概算計上: what was booked for a month before its invoice. It stands until the invoice is approved, and is then reversed.
create table payables.accrual (
  company_id uuid not null,
  id uuid not null,
  recurring_id uuid not null,
  month date not null check (extract(day from month) = 1),
  amount bigint not null check (amount > 0),    -- the cost, without the tax that may be deducted
  posted_on date not null,
  journal_id uuid not null,
  reversal_id uuid,
  reversed_on date,
  reversed_reason text,
  primary key (company_id, id),
  foreign key (company_id, recurring_id) references payables.recurring (company_id, id),
  check ((reversal_id is null) = (reversed_on is null) and (reversal_id is null) = (reversed_reason is null))
);
select kernel.guard('payables.accrual');
create unique index accrual_stands_once on payables.accrual (company_id, recurring_id, month) where reversal_id is null;
create index accrual_by_month on payables.accrual (company_id, month);

-- 前払費用の振替: one month of one line of an invoice becomes cost once.
create table payables.prepaid_transfer (
  company_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  line smallint not null,
  month date not null check (extract(day from month) = 1),   -- the month whose share it is
  amount bigint not null check (amount <> 0),                -- signed as the cost of the line
  posted_on date not null,
  journal_id uuid not null,
  reversal_id uuid,                                          -- taken back before the invoice was cancelled
  primary key (company_id, id),
  foreign key (company_id, invoice_id, line) references payables.invoice_line (company_id, invoice_id, line)
);
select kernel.guard('payables.prepaid_transfer');
create unique index prepaid_transfer_once on payables.prepaid_transfer (company_id, invoice_id, line, month) where reversal_id is null;
create index prepaid_transfer_by_month on payables.prepaid_transfer (company_id, posted_on);
create index invoice_line_spread on payables.invoice_line (company_id, spread_from) where spread_from is not null;

create function payables.months_between(one date, other date) returns integer language sql immutable parallel safe as
  $$ select (extract(year from other)::int - extract(year from one)::int) * 12 + extract(month from other)::int - extract(month from one)::int $$;
