-- Sums of a month by account, sub-account and department, in 4 slots so that postings at once seldom queue for one row.
-- "None" is the zero id: a key holds no nulls. Written by the trigger on the lines alone, so sums and lines cannot differ; and
-- every line has its row here, so the foreign keys of these rows are those of the lines, checked once a month instead of once a line.
create table ledger.total (
  company_id uuid not null,
  account_id uuid not null,
  sub_account_id uuid not null,
  department_id uuid not null,
  month date not null,                    -- its first day
  slot smallint not null,
  debit bigint not null check (debit >= 0),
  credit bigint not null check (credit >= 0),
  sub_account uuid generated always as (nullif(sub_account_id, '00000000-0000-0000-0000-000000000000')) stored,
  department uuid generated always as (nullif(department_id, '00000000-0000-0000-0000-000000000000')) stored,
  primary key (company_id, account_id, sub_account_id, department_id, month, slot),
  foreign key (company_id, account_id) references ledger.account,
  foreign key (company_id, account_id, sub_account) references ledger.sub_account,
  foreign key (company_id, department) references people.department
) with (fillfactor = 50);
select kernel.guard('ledger.total');
revoke insert, update, delete on ledger.total from ennoshita_app;

create function ledger.refuse_outside_trigger() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'Table ledger.total is written by the lines themselves.' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger follows_the_lines before insert or update or delete on ledger.total
  for each statement execute function ledger.refuse_outside_trigger();
create trigger only_grows before truncate on ledger.total for each statement execute function kernel.refuse_change();

create function ledger.month_of(day date) returns date language sql immutable parallel safe as
  $$ select day - (extract(day from day)::int - 1) $$;

-- Runs as the owner, because nobody else writes totals. The slot is that of the connection: two of them seldom meet.
create function ledger.add_to_totals() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ledger.total as t (company_id, account_id, sub_account_id, department_id, month, slot, debit, credit)
  select f.company_id, f.account_id, coalesce(f.sub_account_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(f.department_id, '00000000-0000-0000-0000-000000000000'), ledger.month_of(f.posted_on), pg_backend_pid() % 4,
    sum(greatest(f.amount, 0)), sum(greatest(- f.amount, 0))
  from fresh f group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (company_id, account_id, sub_account_id, department_id, month, slot)
  do update set debit = t.debit + excluded.debit, credit = t.credit + excluded.credit;
  return null;
end $$;
create trigger totalled after insert on ledger.line
  referencing new table as fresh for each statement execute function ledger.add_to_totals();

-- 月次締め: while the row stands, nobody posts into the month, the owner of the database included. Who locked and unlocked when,
-- and why, stands in the event log.
create table ledger.month_lock (
  company_id uuid not null,
  month date not null check (extract(day from month) = 1),
  locked_at timestamptz not null,
  locked_by uuid,
  primary key (company_id, month)
);
select kernel.guard('ledger.month_lock');
revoke update on ledger.month_lock from ennoshita_app;
create trigger not_changed before update or truncate on ledger.month_lock for each statement execute function kernel.refuse_change();

create view ledger.locked_month with (security_invoker = true) as select company_id, month, locked_at from ledger.month_lock;
grant select on ledger.locked_month to ennoshita_app;

-- The advisory lock of a month: shared by those who post into it, alone for who locks it. So a month is locked after the last
-- posting into it has committed, and a posting that waited sees the lock.
create function ledger.month_key(in_company uuid, day date) returns bigint language sql immutable parallel safe as
  $$ select hashtextextended(in_company::text || (ledger.month_of(day) - date '2000-01-01'), 4649) $$;

create function ledger.lock_alone() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(ledger.month_key(coalesce(new.company_id, old.company_id), coalesce(new.month, old.month)));
  return coalesce(new, old);
end $$;
create trigger locks_alone before insert or delete on ledger.month_lock for each row execute function ledger.lock_alone();

create function ledger.refuse_locked_month() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare locked date;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'Journals are posted in read committed transactions: an older snapshot might not see the lock of a month.'
      using errcode = 'restrict_violation';
  end if;
  perform pg_advisory_xact_lock_shared(ledger.month_key(m.company_id, m.month))
  from (select distinct f.company_id, ledger.month_of(f.posted_on) as month from fresh f order by 1, 2) m;
  select m.month into locked from (select distinct f.company_id, ledger.month_of(f.posted_on) as month from fresh f) m
  where exists (select 1 from ledger.month_lock k where k.company_id = m.company_id and k.month = m.month) limit 1;
  if found then
    raise exception 'The month % is locked.', to_char(locked, 'YYYY-MM') using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger a_month_is_open after insert on ledger.line
  referencing new table as fresh for each statement execute function ledger.refuse_locked_month();
