-- Whether the taxes are those that the paper states; false: reckoned from the lines, and nobody has compared them with the paper.
alter table payables.invoice add column are_taxes_stated boolean not null default true;

-- What really left the source for invoices in a foreign currency; null: what was sent. The difference is 為替差損益.
alter table payables.transfer add column taken bigint check (taken > 0);
