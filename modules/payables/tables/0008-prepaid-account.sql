-- The account of prepaid cost that the approval debited: the months are taken off the same one, whatever the settings say by then.
alter table payables.invoice add column prepaid_account_id uuid;
