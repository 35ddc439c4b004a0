-- The documents that hold a text, as far as few do; null where more than `most` do. Few are found by their trigrams; of a text that many
-- hold, the list is walked by day instead, so that the cost grows with what is shown. Run by the owner with the company named, because row
-- security would switch the trigram indexes off. The text is folded already. Planned for what was typed: two letters have no trigram.
drop function documents.find_by_partner;
drop function documents.find_by_text;
create function documents.few_that_hold(in_company uuid, field text, folded text, most integer) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare few uuid[];
begin
  if in_company is distinct from kernel.company() then return '{}'; end if;
  execute format('select case when count(*) <= $3 then coalesce(array_agg(found.id), ''{}'') end from
      (select d.id from documents.document d where d.company_id = $1 and d.%I like $2 limit $3 + 1) as found',
      case field when 'partner' then 'folded_partner' else 'folded' end)
    into few using in_company, '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%', most;
  return few;
end $$;
revoke all on function documents.few_that_hold from public;
grant execute on function documents.few_that_hold to ennoshita_app;
