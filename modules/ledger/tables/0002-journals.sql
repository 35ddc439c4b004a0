-- 仕訳: never changed, never removed. A correction is another journal that names what it reverses.
create table ledger.journal (
  company_id uuid not null,
  id uuid not null,
  series text not null,                   -- one a fiscal year
  number integer check (number > 0),      -- 伝票番号: without gaps, given last in the transaction
  posted_on date not null,
  kind text not null default 'ordinary' check (kind in ('ordinary', 'closing')),  -- closing: 決算整理仕訳
  description text not null default '',   -- 摘要
  partner text not null default '',       -- 取引先: name of the other side, as the books for consumption tax need it (消費税法30条8項)
  amount bigint not null check (amount > 0),  -- the sum of either side
  folded text not null,                   -- description, partner and notes of the lines, for search
  posted_by uuid,
  reverses uuid,
  reason text check (length(reason) > 0),
  primary key (company_id, id),
  unique (company_id, series, number),
  foreign key (company_id, reverses) references ledger.journal,
  check ((reverses is null) = (reason is null)),
  check (reverses <> id)
) with (fillfactor = 85);
select kernel.guard('ledger.journal');
revoke update, delete on ledger.journal from ennoshita_app;
grant update (number) on ledger.journal to ennoshita_app;
create unique index journal_reversed_once on ledger.journal (company_id, reverses) where reverses is not null;
create index journal_by_day on ledger.journal (company_id, posted_on, id);

create table ledger.line (
  company_id uuid not null,
  journal_id uuid not null,
  line smallint not null check (line > 0),
  posted_on date not null,                -- that of the journal
  account_id uuid not null,
  sub_account_id uuid,
  department_id uuid,
  amount bigint not null check (amount <> 0 and abs(amount) <= 999999999999),  -- 借方 above zero, 貸方 below
  tax_class text not null default 'none',
  tax_amount bigint not null default 0,   -- the tax that belongs to the amount: beside it where prices are booked without tax, inside it otherwise
  note text not null default '',
  primary key (company_id, journal_id, line),  -- account, sub-account and department are tied to theirs by the totals: see 0003
  check (tax_amount = 0 or sign(tax_amount) = sign(amount))
);
select kernel.guard_append_only('ledger.line');
create index line_by_account on ledger.line (company_id, account_id, posted_on, journal_id, line);

create view ledger.journal_name with (security_invoker = true) as
  select company_id, id as journal_id, series, number, posted_on, description, partner, amount, reverses from ledger.journal;
grant select on ledger.journal_name to ennoshita_app;

-- Of a journal only its number is written later, once.
create function ledger.refuse_change_of_journal() returns trigger language plpgsql as $$
declare numbered ledger.journal := old;
begin
  numbered.number := new.number;
  if old.number is not null or new.number is null or new is distinct from numbered then
    raise exception 'Table ledger.journal only grows: a journal is corrected by its reversal.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_its_number before update on ledger.journal for each row execute function ledger.refuse_change_of_journal();
create trigger only_grows before delete or truncate on ledger.journal for each statement execute function kernel.refuse_change();

-- Whole journals are summed again: debit equals credit equals the amount of the journal, lines stand on its day, and a journal
-- that has its number takes no more lines. This is the lines' foreign key to their journal as well: checked once a journal instead
-- of once a line, and a journal is never removed. Correlated on the full key: a join under row security is ten times slower.
create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from (select distinct f.company_id, f.journal_id, f.posted_on from fresh f) j
    where (select case when sum(l.amount) = 0 then sum(l.amount) filter (where l.amount > 0) end from ledger.line l
        where l.company_id = j.company_id and l.journal_id = j.journal_id)
      is distinct from (select h.amount from ledger.journal h
        where h.company_id = j.company_id and h.id = j.journal_id and h.posted_on = j.posted_on and h.number is null)
  ) then
    raise exception 'A journal does not balance, or its lines do not belong to it.' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger balanced after insert on ledger.line
  referencing new table as fresh for each statement execute function ledger.refuse_unbalanced();
