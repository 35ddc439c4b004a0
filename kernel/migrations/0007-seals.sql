-- One seal's hash: the seal before, then each event with its objects, in the order sealed. The delivery stamp is left out.
create function kernel.seal_hash(of_company uuid, of_events uuid[], previous bytea) returns bytea language sql stable as $$
  select sha256(previous || coalesce(convert_to(string_agg(
    concat_ws('|', e.id, e.command_id, e.activity, extract(epoch from e.occurred_at), extract(epoch from e.ended_at), extract(epoch from e.recorded_at),
      'by', e.actor, 'for', e.on_behalf_of, e.actor_kind, 'post', e.post, 'cause', e.cause, 'bulk', e.bulk, 'exception', e.exception, e.data::text,
      (select string_agg(concat_ws('|', o.object_type, o.object_id, o.qualifier), '|' order by o.object_type, o.object_id, o.qualifier)
       from kernel.event_object o where o.company_id = of_company and o.event_id = e.id)),
    E'\n' order by listed.place), 'UTF8'), ''::bytea))
  from unnest(of_events) with ordinality as listed (id, place)
  left join kernel.event e on e.company_id = of_company and e.id = listed.id $$;

create function kernel.add_seal(of_company uuid, of_events uuid[]) returns integer language plpgsql as $$
declare
  before kernel.seal;
begin
  select * into before from kernel.seal where company_id = of_company order by number desc limit 1;
  insert into kernel.seal (company_id, number, event_ids, sha256, previous_sha256)
  values (of_company, coalesce(before.number, 0) + 1, of_events,
    kernel.seal_hash(of_company, of_events, coalesce(before.sha256, ''::bytea)), coalesce(before.sha256, ''::bytea));
  return coalesce(before.number, 0) + 1;
end $$;
revoke all on function kernel.add_seal, kernel.seal_hash from public;
