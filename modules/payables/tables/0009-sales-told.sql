-- The day on which the sales of 基準期間 and 特定期間 were told: they belong to the tax period of that day, and to no later one.
alter table payables.setting add column sales_told_on date;
