create schema people;
grant usage on schema people to ennoshita_app;

-- What the company says of itself; its name stands in kernel.company.
create table people.company_profile (
  company_id uuid not null primary key references kernel.company,
  name_kana text not null default '',
  corporate_number text check (corporate_number ~ '^[1-9][0-9]{12}$'),      -- 法人番号
  registration_number text check (registration_number ~ '^T[0-9]{13}$'),    -- 適格請求書発行事業者の登録番号
  postal_code text check (postal_code ~ '^[0-9]{7}$'),
  prefecture text not null default '',
  city text not null default '',
  street text not null default '',
  building text not null default '',
  phone text not null default '',
  fiscal_year_month smallint not null default 4 check (fiscal_year_month between 1 and 12),
  fiscal_year_day smallint not null default 1 check (fiscal_year_day between 1 and 28),
  rounding text not null default 'floor' check (rounding in ('floor', 'half-up', 'ceiling')),  -- 端数処理: 切捨て, 四捨五入, 切上げ
  weekly_rest text[] not null default '{sun,sat}'
    check (weekly_rest <@ array['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] and cardinality(weekly_rest) < 7),
  closed_on_holidays boolean not null default true,
  version integer not null default 1
);
select kernel.guard('people.company_profile');

-- Days that differ from the weekly rest and the national holidays: 夏季休業, 創立記念日, 振替出勤.
create table people.calendar_day (
  company_id uuid not null,
  day_on date not null,
  kind text not null check (kind in ('closed', 'open')),
  reason text not null check (length(reason) > 0),
  primary key (company_id, day_on)
);
select kernel.guard('people.calendar_day');

create view people.company with (security_invoker = true) as
  select c.company_id, c.name, coalesce(p.name_kana, '') as name_kana, p.corporate_number, p.registration_number, p.postal_code,
    coalesce(p.prefecture || p.city || p.street || case when p.building = '' then '' else ' ' || p.building end, '') as address,
    coalesce(p.phone, '') as phone, coalesce(p.fiscal_year_month, 4) as fiscal_year_month,
    coalesce(p.fiscal_year_day, 1) as fiscal_year_day, coalesce(p.rounding, 'floor') as rounding
  from kernel.company c left join people.company_profile p on p.company_id = c.company_id;
grant select on people.company to ennoshita_app;

-- One row a company, shaped like the options of companyCalendar in the statutes library; dates as text.
create view people.calendar with (security_invoker = true) as
  select c.company_id, coalesce(p.weekly_rest, '{sun,sat}') as weekly_rest,
    coalesce(p.closed_on_holidays, true) as closed_on_holidays,
    array(select to_char(d.day_on, 'YYYY-MM-DD') from people.calendar_day d
      where d.company_id = c.company_id and d.kind = 'closed' order by d.day_on) as extra_closed,
    array(select to_char(d.day_on, 'YYYY-MM-DD') from people.calendar_day d
      where d.company_id = c.company_id and d.kind = 'open' order by d.day_on) as extra_open
  from kernel.company c left join people.company_profile p on p.company_id = c.company_id;
grant select on people.calendar to ennoshita_app;
