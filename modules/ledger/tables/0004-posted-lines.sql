-- The lines as modules above show them beside what led to them.
create view ledger.posted_line with (security_invoker = true) as
  select company_id, journal_id, line, posted_on, account_id, sub_account_id, department_id, amount, tax_class, tax_amount, note from ledger.line;
grant select on ledger.posted_line to ennoshita_app;
