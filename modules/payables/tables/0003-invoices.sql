-- 受け取った請求書. A draft may lack nearly everything; from the submission on all is there. Never removed: a cancelled one stays.
create table payables.invoice (
  company_id uuid not null,
  id uuid not null,
  number integer check (number > 0),      -- 受付番号: without gaps, given at registration
  kind text not null default 'ordinary' check (kind in ('ordinary', 'credit-note')),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'cancelled')),
  vendor_id uuid,
  vendor_number text not null default '',
  folded_number text not null generated always as (kernel.fold(vendor_number)) stored,
  document_id uuid,
  document_sha256 text,                   -- of the file as received, for the question whether it came twice
  department_id uuid,                     -- 発注部署
  service_from date,                      -- 役務提供日, or the first and last day of the period
  service_until date,
  invoiced_on date,
  received_on date not null,
  booking_month date check (extract(day from booking_month) = 1),
  due_on date,
  total bigint check (total between 0 and 999999999999),           -- yen, tax included, before withholding
  withholding bigint not null default 0 check (withholding >= 0),  -- what is withheld: as entered, else as the law says
  withholding_entered bigint check (withholding_entered >= 0),     -- null: as the law says
  withholding_reason text not null default '',
  payable bigint generated always as (total - withholding) stored,
  includes_tax boolean not null default true,
  currency text check (currency ~ '^[A-Z]{3}$' and currency <> 'JPY'),
  amount_minor bigint check (amount_minor > 0),
  rate_millionths bigint check (rate_millionths > 0),
  rate_on date,
  rate_source text,
  late_reason text not null default '',
  note text not null default '',
  folded text not null default '',        -- vendor, numbers, descriptions and note, for search
  duplicate_reason text not null default '',
  cancel_reason text not null default '',
  replaces uuid,                          -- the cancelled invoice of which this is the correction
  matter_id uuid,
  submitted_by uuid,
  journal_id uuid,
  reversal_id uuid,
  accepted_by uuid,                       -- 検収
  accepted_on date,
  entered_by uuid,
  version integer not null default 1,
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, vendor_id) references payables.vendor (company_id, id),
  foreign key (company_id, department_id) references people.department,
  foreign key (company_id, replaces) references payables.invoice (company_id, id),
  check (service_from is null or service_until is null or service_from <= service_until),
  check (withholding <= coalesce(total, withholding)),
  check ((currency is null) = (amount_minor is null) and (currency is null) = (rate_millionths is null)
    and (currency is null) = (rate_on is null) and (currency is null) = (rate_source is null)),
  check ((accepted_by is null and accepted_on is null) or accepted_on is not null),
  check (state not in ('submitted', 'approved') or (vendor_id is not null and service_from is not null and service_until is not null
    and invoiced_on is not null and booking_month is not null and due_on is not null and total > 0 and matter_id is not null)),
  check (state <> 'approved' or journal_id is not null),
  check (state <> 'cancelled' or length(cancel_reason) > 0)
);
select kernel.guard('payables.invoice');
create unique index invoice_journal on payables.invoice (company_id, journal_id) where journal_id is not null;
create unique index invoice_matter on payables.invoice (company_id, matter_id) where matter_id is not null;
create unique index invoice_replaced_once on payables.invoice (company_id, replaces) where replaces is not null;
create index invoice_by_receipt on payables.invoice (company_id, received_on desc, id desc);
create index invoice_by_state on payables.invoice (company_id, state, received_on desc, id desc);
create index invoice_by_due on payables.invoice (company_id, (coalesce(due_on, date '2999-12-31')), id);
create index invoice_sums on payables.invoice (company_id, state) include (kind, total);
create index invoice_to_pay on payables.invoice (company_id, due_on, id) where state = 'approved';
create index invoice_by_vendor on payables.invoice (company_id, vendor_id, received_on desc, id desc);
create index invoice_by_vendor_day on payables.invoice (company_id, vendor_id, invoiced_on, total);
create index invoice_by_vendor_number on payables.invoice (company_id, vendor_id, folded_number) where folded_number <> '';
create index invoice_by_file on payables.invoice (company_id, document_sha256) where document_sha256 is not null;
create index invoice_by_month on payables.invoice (company_id, booking_month, received_on desc, id desc);
create index invoice_by_department on payables.invoice (company_id, department_id, received_on desc, id desc);
create index invoice_folded on payables.invoice using gin (folded gin_trgm_ops);

create table payables.invoice_line (
  company_id uuid not null,
  invoice_id uuid not null,
  line smallint not null check (line > 0),
  account_id uuid,
  sub_account_id uuid,
  department_id uuid,
  service_from date,                      -- null: that of the invoice
  service_until date,
  description text not null default '',
  amount bigint not null check (abs(amount) <= 999999999999),  -- with or without tax as the invoice says
  tax_kind text not null,
  use text not null,
  ground text not null,
  book_only text,                         -- with ground book-only: the exception that the books name
  is_fee boolean not null default true,
  spread_from date check (extract(day from spread_from) = 1),  -- 前払費用: first days of the first and last month
  spread_until date check (extract(day from spread_until) = 1),
  cost bigint,                            -- what stands on the account in the journal, signed as the amount; given at approval
  primary key (company_id, invoice_id, line),
  foreign key (company_id, invoice_id) references payables.invoice (company_id, id),
  foreign key (company_id, account_id) references ledger.account,
  foreign key (company_id, account_id, sub_account_id) references ledger.sub_account,
  foreign key (company_id, department_id) references people.department,
  check (service_from is null or service_until is null or service_from <= service_until),
  check ((spread_from is null) = (spread_until is null) and (spread_from is null or spread_from <= spread_until))
);
select kernel.guard('payables.invoice_line');

-- 税率ごとの対価と消費税額等, as the paper states them.
create table payables.invoice_tax (
  company_id uuid not null,
  invoice_id uuid not null,
  tax_kind text not null check (tax_kind in ('standard', 'reduced', 'old-8', 'old-5')),
  base bigint not null,
  tax bigint not null,
  primary key (company_id, invoice_id, tax_kind),
  foreign key (company_id, invoice_id) references payables.invoice (company_id, id)
);
select kernel.guard('payables.invoice_tax');

-- Run by the owner with the company named, because row security would switch the trigram index off.
create function payables.find_invoices(in_company uuid, wanted text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id from payables.invoice i
  where i.company_id = in_company
    and i.company_id = nullif(current_setting('ennoshita.company', true), '')::uuid
    and i.folded like '%' || replace(replace(replace((select kernel.fold(wanted)), '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;
revoke all on function payables.find_invoices from public;
grant execute on function payables.find_invoices to ennoshita_app;
