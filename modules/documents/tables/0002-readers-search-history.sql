-- 閲覧者: who may read a document beyond its keeper and its department, because they were asked to decide on it.
create table documents.reader (
  company_id uuid not null,
  document_id uuid not null,
  person_id uuid not null,
  primary key (company_id, document_id, person_id),
  foreign key (company_id, document_id) references documents.document
);
select kernel.guard_append_only('documents.reader');
create index reader_by_person on documents.reader (company_id, person_id);
create index document_by_keeper on documents.document (company_id, kept_by);
create index document_by_department on documents.document (company_id, department_id);

-- Every change of a document has its line in the history: the line whose place is the version that the change made.
create function documents.require_history() returns trigger language plpgsql as $$
begin
  if new.version <> old.version + 1 or not exists (
    select 1 from documents.change c where c.company_id = new.company_id and c.document_id = new.id and c.place = new.version
  ) then
    raise exception 'Document % was changed without a line in its history.', new.id using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger has_history after update on documents.document deferrable initially deferred
  for each row when (old.* is distinct from new.*) execute function documents.require_history();

-- Run by the owner with the company named, because row security would switch the trigram indexes off. The text is folded already.
-- Planned for what was typed: two letters have no trigram, so that reading the table once is faster.
drop function documents.find_documents;
create function documents.find_by_partner(in_company uuid, folded text) returns setof uuid
language plpgsql stable security definer rows 20000 set search_path = pg_catalog, public as $$
begin
  if in_company is distinct from kernel.company() then return; end if;
  return query execute 'select d.id from documents.document d where d.company_id = $1 and d.folded_partner like $2'
    using in_company, '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%';
end $$;
create function documents.find_by_text(in_company uuid, folded text) returns setof uuid
language plpgsql stable security definer rows 20000 set search_path = pg_catalog, public as $$
begin
  if in_company is distinct from kernel.company() then return; end if;
  return query execute 'select d.id from documents.document d where d.company_id = $1 and d.folded like $2'
    using in_company, '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%';
end $$;
revoke all on function documents.find_by_partner, documents.find_by_text from public;
grant execute on function documents.find_by_partner, documents.find_by_text to ennoshita_app;
