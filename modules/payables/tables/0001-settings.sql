create schema payables;
grant usage on schema payables to ennoshita_app;

-- One row a company; while there is none, the accounts of the standard chart are used.
create table payables.setting (
  company_id uuid not null primary key,
  payable_account_id uuid not null,            -- 未払金
  trade_account_id uuid not null,              -- 買掛金
  withheld_account_id uuid not null,           -- 預り金
  withheld_sub_account_id uuid,                -- 源泉所得税（報酬）
  fee_account_id uuid not null,                -- 支払手数料
  prepaid_account_id uuid not null,            -- 前払費用
  accrued_account_id uuid not null,            -- 未払費用
  exchange_gain_account_id uuid not null,      -- 為替差益
  exchange_loss_account_id uuid not null,      -- 為替差損
  posting_day text not null default 'month-end' check (posting_day in ('month-end', 'invoiced-day')),  -- 計上日
  acceptance_required boolean not null default false,                    -- 検収 before approval
  uses_small_amount boolean not null default false,                      -- 少額特例
  base_period_sales bigint check (base_period_sales >= 0),               -- 基準期間の課税売上高
  specified_period_sales bigint check (specified_period_sales >= 0),     -- 特定期間の課税売上高
  half_yearly_withholding boolean not null default false,                -- 納期の特例
  capital bigint check (capital >= 0),                                   -- 資本金の額
  employees integer check (employees >= 0),                              -- 常時使用する従業員
  officers integer check (officers >= 1),
  version integer not null default 1,
  check (not uses_small_amount or base_period_sales is not null or specified_period_sales is not null)
);
select kernel.guard('payables.setting');
