create schema documents;
grant usage on schema documents to ennoshita_app;

-- 書類: a file as it was received, and what it is about. Never removed: discarding is a flag with a reason.
create table documents.document (
  company_id uuid not null,
  id uuid not null,
  kind text not null,                     -- 書類種別
  transaction_on date,                    -- 取引年月日
  amount bigint check (abs(amount) <= 999999999999),  -- 取引金額: yen, tax included
  partner text not null default '',       -- 取引先
  note text not null default '',
  department_id uuid,
  file_id uuid not null,                  -- of the newest version
  file_name text not null,
  media text not null check (media in ('pdf', 'png', 'jpeg', 'xml', 'other')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  file_version integer not null default 1,
  kept_at timestamptz not null,
  kept_on date not null,                  -- its date in Asia/Tokyo
  kept_by uuid,
  sorted_on date not null generated always as (coalesce(transaction_on, kept_on)) stored,
  discarded_at timestamptz,
  discarded_by uuid,
  discard_reason text,
  version integer not null default 1,
  folded_partner text not null generated always as (kernel.fold(partner)) stored,
  folded text not null generated always as (kernel.fold(partner || ',' || file_name || ',' || note)) stored,
  primary key (company_id, id),
  foreign key (company_id, department_id) references people.department,
  check ((discarded_at is null) = (discard_reason is null)),
  check (discard_reason is null or length(discard_reason) > 0)
);
select kernel.guard('documents.document');
revoke delete on documents.document from ennoshita_app;
create index document_by_day on documents.document (company_id, sorted_on desc, id desc);
create index document_by_amount on documents.document (company_id, amount, sorted_on desc);
create index document_by_content on documents.document (company_id, sha256);
create index document_partner on documents.document using gin (folded_partner gin_trgm_ops);
create index document_folded on documents.document using gin (folded gin_trgm_ops);

-- Every file that a document ever was: the first as received, later ones that replaced it.
create table documents.file_version (
  company_id uuid not null,
  document_id uuid not null,
  file_version integer not null,
  file_id uuid not null,
  file_name text not null,
  media text not null,
  sha256 text not null,
  bytes bigint not null,
  kept_at timestamptz not null,
  kept_by uuid,
  primary key (company_id, document_id, file_version),
  foreign key (company_id, document_id) references documents.document
);
select kernel.guard_append_only('documents.file_version');

-- 訂正・削除の履歴 (電子帳簿保存法施行規則4条1項3号): what stood before and after, who, when and why.
create table documents.change (
  company_id uuid not null,
  document_id uuid not null,
  place integer not null,
  deed text not null check (deed in ('corrected', 'replaced', 'discarded', 'restored')),
  changed_at timestamptz not null,
  changed_by uuid,
  reason text not null default '',
  before jsonb not null,
  after jsonb not null,
  primary key (company_id, document_id, place),
  foreign key (company_id, document_id) references documents.document
);
select kernel.guard_append_only('documents.change');

create view documents.document_name with (security_invoker = true) as
  select company_id, id as document_id, file_id, file_name as name, media as media_type, sha256, kind, transaction_on, amount, partner,
    discarded_at is not null as discarded
  from documents.document;
grant select on documents.document_name to ennoshita_app;

-- Run by the owner with the company named, because row security would switch the trigram indexes off.
create function documents.find_documents(in_company uuid, in_partner text, in_words text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select d.id from documents.document d
  where d.company_id = in_company
    and d.company_id = nullif(current_setting('ennoshita.company', true), '')::uuid
    and (in_partner = '' or d.folded_partner like '%' || replace(replace(replace(kernel.fold(in_partner), '\', '\\'), '%', '\%'), '_', '\_') || '%')
    and (in_words = '' or d.folded like '%' || replace(replace(replace(kernel.fold(in_words), '\', '\\'), '%', '\%'), '_', '\_') || '%') $$;
revoke all on function documents.find_documents from public;
grant execute on function documents.find_documents to ennoshita_app;
