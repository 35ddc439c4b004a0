import {
  type AnswerOf,
  daysBetween,
  type QueryContext,
  query,
  refuse,
  refuseNotFound,
  type Sql,
  scopeOf,
  sql,
} from '@ennoshita/kernel/server'
import { type DueRule, dueOccurrences } from '@ennoshita/statutes'
import { kindReach } from '../commands/writing/lock-kind.ts'
import { kindWords } from '../commands/writing/refusals.ts'
import { work } from '../contract.ts'
import { coverageOf } from '../rules/coverage.ts'
import { isByCalendar } from '../rules/timing.ts'
import { readCalendar } from './reading/company-calendar.ts'

type Row = AnswerOf<typeof work.workMaps>['rows'][number]
type Asked = { from: string; to: string; limit: number }
type Kind = { rule: DueRule | null; monthlyCount: number | null }

const permission = 'work.see-kinds'

/** 業務の流れ: the events of a kind's tasks, or of one type of object, as rows for a map; departments stand in for people. */
export const workMaps = query(work.workMaps, {
  may: permission,
  async run(context, { kindId, objectType, ...asked }) {
    if (kindId !== undefined) return mapOfKind(context, kindId, asked)
    if (scopeOf(context.actor, permission) !== 'company') refuseNarrow()
    const rows = await eventsOf(context, asked, sql`o.object_type = ${objectType}`)
    return { rows: rows.slice(0, asked.limit), isCut: rows.length > asked.limit, coverage: null }
  },
})

async function mapOfKind(context: QueryContext, kindId: string, asked: Asked) {
  const { tx, actor, within } = context
  const [kind, rows, held, { calendar, fiscalYearStart }] = await Promise.all([
    tx.row<Kind>`select k.due_rule as rule, k.monthly_count as "monthlyCount" from work.kind k
      where k.company_id = ${actor.companyId} and k.id = ${kindId} and ${within(kindReach(actor.personId))}`,
    eventsOf(
      context,
      asked,
      sql`o.object_type = 'task' and o.object_id in (select t.id from work.task t where t.company_id = ${actor.companyId} and t.kind_id = ${kindId})`,
    ),
    tx.row<{
      n: number
    }>`select count(*)::int as n from work.task where company_id = ${actor.companyId} and kind_id = ${kindId}
      and state = 'done' and done_at >= ${`${asked.from}T00:00:00+09:00`} and done_at < ${`${asked.to}T00:00:00+09:00`}::timestamptz + interval '1 day'`,
    readCalendar(tx, actor.companyId),
  ])
  if (!kind) refuseNotFound(kindWords, 'kindId')
  const expected =
    kind.rule && isByCalendar(kind.rule)
      ? dueOccurrences(kind.rule, { from: asked.from, to: asked.to, calendar, fiscalYearStart, preview: true }).length
      : kind.monthlyCount === null
        ? 0
        : Math.round((kind.monthlyCount * (daysBetween(asked.from, asked.to) + 1)) / 30.4375)
  return {
    rows: rows.slice(0, asked.limit),
    isCut: rows.length > asked.limit,
    coverage: expected > 0 ? coverageOf(expected, held?.n ?? 0) : null,
  }
}

function eventsOf({ tx, actor }: QueryContext, { from, to, limit }: Asked, which: Sql): Promise<Row[]> {
  return tx.rows<Row>`
    select o.object_id as "caseId", e.activity, e.occurred_at as at, e.ended_at as "endedAt", e.actor_kind as "actorKind",
      coalesce(d.name, '') as department, coalesce(e.actor = ${actor.personId ?? null}, false) as "isMine"
    from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
      left join lateral (select l.department_id from people.placement l where l.company_id = e.company_id and l.person_id = e.actor
        and l.from_on <= (e.occurred_at at time zone 'Asia/Tokyo')::date and (l.until_on is null or l.until_on >= (e.occurred_at at time zone 'Asia/Tokyo')::date)
        order by l.main desc limit 1) l on true
      left join people.department_on(${actor.companyId}, ${to}::date) d on d.id = l.department_id
    where o.company_id = ${actor.companyId} and ${which} and e.occurred_at >= ${`${from}T00:00:00+09:00`}
      and e.occurred_at < ${`${to}T00:00:00+09:00`}::timestamptz + interval '1 day'
    order by o.object_id, e.occurred_at, e.recorded_at, e.id limit ${limit + 1}`
}

function refuseNarrow(): never {
  refuse({
    kind: 'not-allowed',
    code: 'work.map-of-company',
    what: {
      ja: '会社全体の流れを見る権限がありません。',
      en: 'You may not see the flow of the whole company.',
    },
    field: 'objectType',
    todo: { ja: '業務を一つ選ぶと、その流れを見られます。', en: 'Choose one kind of work to see its flow.' },
  })
}
