import { type AnswerOf, addDays, type QueryContext, query, sql } from '@ennoshita/kernel/server'
import { type DeclaredWork, type EventRow, keyPersons, logOf } from '@ennoshita/mining'
import { kindReach } from '../commands/writing/lock-kind.ts'
import { type Timing, work } from '../contract.ts'
import { type DependenceFacts, dependenceOf, manualState } from '../rules/dependence.ts'

type Row = AnswerOf<typeof work.keyPersonList>['rows'][number]
type Kind = {
  id: string
  name: string
  departmentName: string
  timing: Timing
  mainId: string | null
  mainText: string
  deputyIds: string[]
  hasManual: boolean | null
  manualOn: string | null
  confirmedOn: string | null
  law: { name: string; article: string; deadline: string } | null
}
/** All that one person did of one kind: when, in milliseconds since 1970. */
type Done = { kindId: string; personId: string | null; instants: number[] }

/** Three years, so that the last three occurrences of yearly work are there. */
const judgedDays = 1_130

/** 属人: each kind of work within reach, those that need care first. The person concerned sees their own before anyone is told. */
export const keyPersonList = query(work.keyPersonList, {
  may: 'work.see-dependence',
  async run(context, asked) {
    const { actor, today } = context
    const kinds = await kindsOf(context, asked.departmentId)
    const done = await doneOf(context, kinds)
    const involved = [
      ...done.map((each) => each.personId),
      ...kinds.flatMap((kind) => [kind.mainId, ...kind.deputyIds]),
    ]
    const names = await namesOf(context, involved)
    const rows = judge(kinds, done, names, actor.personId, today).filter((row) => row.isMine || !asked.onlyMine)
    const counts = { high: 0, middle: 0, low: 0, few: 0 }
    for (const row of rows) counts[row.level] += 1
    return { asOf: today, rows, counts }
  },
})

function kindsOf({ tx, actor, today, within }: QueryContext, departmentId: string | undefined): Promise<Kind[]> {
  return tx.rows<Kind>`select k.id, k.name, coalesce(d.name, '') as "departmentName", k.timing, k.main_id as "mainId", k.main_text as "mainText",
      k.deputy_ids as "deputyIds", k.has_manual as "hasManual", k.manual_on as "manualOn",
      case when k.confirmed_steps_version = k.steps_version then (k.confirmed_at at time zone 'Asia/Tokyo')::date end as "confirmedOn", k.law
    from work.kind k left join people.department_on(${actor.companyId}, ${today}::date) d on d.id = k.department_id
    where k.company_id = ${actor.companyId} and k.state = 'active' and ${within(kindReach(actor.personId))}
      ${departmentId ? sql`and k.department_id = ${departmentId}` : sql``} order by k.name, k.id`
}

function doneOf({ tx, actor, today }: QueryContext, kinds: readonly Kind[]): Promise<Done[]> {
  const kindIds = kinds.map((kind) => kind.id)
  return tx.rows<Done>`select kind_id as "kindId", done_by as "personId", json_agg(round(extract(epoch from done_at) * 1000)) as instants
    from work.task where company_id = ${actor.companyId} and state = 'done' and kind_id = any(${kindIds}::uuid[])
      and done_at >= ${`${addDays(today, -judgedDays)}T00:00:00+09:00`} group by kind_id, done_by`
}

/** Names of those who are still in the company: who has left can take over nothing. */
async function namesOf({ tx, actor, today }: QueryContext, personIds: readonly (string | null)[]) {
  const asked = [...new Set(personIds.filter((person) => person !== null))]
  const rows = await tx.rows<{
    id: string
    name: string
  }>`select person_id as id, display_name as name from people.person_name
    where company_id = ${actor.companyId} and person_id = any(${asked}::uuid[]) and (left_on is null or left_on >= ${today})`
  return new Map(rows.map((row) => [row.id, row.name]))
}

const levels = ['high', 'middle', 'few', 'low'] as const

function judge(
  kinds: readonly Kind[],
  done: readonly Done[],
  names: ReadonlyMap<string, string>,
  me: string | undefined,
  today: string,
): Row[] {
  const yearAgo = addDays(today, -365)
  const facts = kinds.map((kind) => ({
    kind,
    people: [kind.mainId, ...kind.deputyIds].flatMap((person) => (person && names.has(person) ? person : [])),
    manual: manualState(kind, yearAgo),
    legal: kind.law ? `${kind.law.name}${kind.law.article}` : '',
  }))
  const isHere = (person: string | null) => person !== null && names.has(person)
  const log = logOf(done.filter(({ personId }) => isHere(personId)).flatMap(eventsOf))
  const declared = facts.map((each) => declaredOf(each, today))
  const found = new Map(
    keyPersons(log, { asOf: today, work: declared }).activities.map((each) => [each.activity, each]),
  )
  const nameOf = (person: string) => names.get(person) ?? ''
  return facts
    .map(({ kind, people, manual, legal }): Row => {
      const judged = found.get(kind.id)
      const isEnough = judged !== undefined && judged.level !== 'few' && judged.doers.length > 0
      const input: DependenceFacts = {
        name: kind.name,
        mainName: kind.mainId ? nameOf(kind.mainId) : kind.mainText,
        deputyNames: kind.deputyIds.filter(isHere).map(nameOf),
        manual,
        legalDeadline: legal,
        observed: isEnough ? { level: judged.level, doerNames: judged.doers.map(nameOf) } : undefined,
      }
      const doerIds = isEnough ? [...judged.doers] : people
      return {
        kindId: kind.id,
        name: kind.name,
        departmentName: kind.departmentName,
        ...dependenceOf(input),
        reasons: (judged?.reasons ?? []).map((reason) => reason.replace(/[0-9a-f-]{36}/g, (id) => names.get(id) ?? id)),
        doerIds,
        isMine: me !== undefined && (doerIds.includes(me) || people.includes(me)),
      }
    })
    .sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level))
}

function eventsOf({ kindId, personId, instants }: Done): EventRow[] {
  const actor = personId === null ? {} : { actor: personId }
  return instants.map((at) => ({ caseId: kindId, activity: kindId, at, actorKind: 'human', ...actor }))
}

type Fact = { kind: Kind; people: readonly string[]; manual: 'none' | 'old' | 'current'; legal: string }

function declaredOf({ kind, people, manual, legal }: Fact, today: string): DeclaredWork {
  const updatedOn = manual === 'current' ? today : (kind.manualOn ?? '2000-01-01')
  return {
    activity: kind.id,
    cycle: kind.timing === 'as-needed' ? 'irregular' : kind.timing,
    assignees: people,
    ...(manual === 'none' ? {} : { manual: { updatedOn } }),
    ...(legal === '' ? {} : { legalDeadline: legal }),
  }
}
