-- A number is the same however its dash was typed or read: INV-001, INVー001, INV−001.
create function payables.fold_number(given text) returns text language sql immutable parallel safe as $$
  select translate(kernel.fold(given), '‐‑‒–—―−ー', '--------') $$;
drop index payables.invoice_by_vendor_number;
alter table payables.invoice drop column folded_number;
alter table payables.invoice add column folded_number text not null generated always as (payables.fold_number(vendor_number)) stored;
create index invoice_by_vendor_number on payables.invoice (company_id, vendor_id, folded_number) where folded_number <> '';
