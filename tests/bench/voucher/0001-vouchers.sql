-- The shape of a posting as a ledger needs it, on which the command runner is measured:
-- journal with four lines, balance re-summed by a statement trigger, account-month totals in 16 slots, gap-free number.
create schema voucher;
grant usage on schema voucher to ennoshita_app;
create table voucher.journal (
  company_id uuid not null, id uuid not null, number integer, posted_on date not null, note text not null,
  primary key (company_id, id)
);
select kernel.guard('voucher.journal');
create table voucher.line (
  company_id uuid not null, journal_id uuid not null, line integer not null, account integer not null, amount bigint not null,
  primary key (company_id, journal_id, line),
  foreign key (company_id, journal_id) references voucher.journal (company_id, id)
);
select kernel.guard_append_only('voucher.line');
create table voucher.total (
  company_id uuid not null, account integer not null, month date not null, slot integer not null, amount bigint not null,
  primary key (company_id, account, month, slot)
) with (fillfactor = 50);
select kernel.guard('voucher.total');
create function voucher.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct company_id, journal_id from fresh) j
    where (select sum(l.amount) from voucher.line l where l.company_id = j.company_id and l.journal_id = j.journal_id) <> 0
  ) then raise exception 'unbalanced' using errcode = 'check_violation'; end if;
  return null;
end $$;
create trigger balanced after insert on voucher.line referencing new table as fresh for each statement execute function voucher.refuse_unbalanced();
