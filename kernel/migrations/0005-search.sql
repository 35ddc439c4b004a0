-- Text search: kana, width and case made equal; an owner-run function with an explicit company, because row security
-- would switch the trigram index off.
create extension if not exists pg_trgm;

-- ひらがな and カタカナ equal, full and half width equal, without spaces, legal forms shortened.
create function kernel.fold(given text) returns text language sql immutable parallel safe as $$
  select regexp_replace(
    translate(lower(normalize(given, NFKC)),
      'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴ髙﨑邊邉德濵',
      'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ高崎辺辺徳浜'),
    '株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\)|[[:space:]・･]', '', 'g') $$;

create index object_label_folded on kernel.object_label using gin (folded gin_trgm_ops);

-- Objects whose label contains the text, within what the person may see; at most 50.
create function kernel.find_objects(in_company uuid, wanted text, permissions jsonb, me uuid, departments uuid[])
returns table (object_type text, object_id uuid, label text, opens text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.object_type, l.object_id, l.label, l.opens
  from kernel.object_label l
  where l.company_id = in_company
    and l.company_id = nullif(current_setting('ennoshita.company', true), '')::uuid
    and l.folded like '%' || replace(replace(replace(kernel.fold(wanted), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    and case permissions ->> l.may
      when 'company' then true
      when 'department' then me = any(l.own) or l.department_id = any(departments)
      when 'own' then me = any(l.own)
      else false end
  order by length(l.label), l.label
  limit 50 $$;
revoke all on function kernel.find_objects from public;
grant execute on function kernel.find_objects to ennoshita_app;
