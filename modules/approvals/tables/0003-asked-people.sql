-- Who is or was asked about a matter in its round: what modules above show a subject to.
create view approvals.asked_person with (security_invoker = true) as
  select company_id, matter_id, person_id, deputy_id, state from approvals.seat;
grant select on approvals.asked_person to ennoshita_app;
