import { type AnswerOf, type CommandContext, command, type NewEvent, refuse } from '@ennoshita/kernel/server'
import { kindChanges, work } from '../contract.ts'
import { changeFields } from './writing/change-fields.ts'
import { kindObject } from './writing/kind-record.ts'
import { type LockedKind, lockKinds, refuseOutOfReach } from './writing/lock-kind.ts'
import { refreshPlanned } from './writing/planned-tasks.ts'
import { refuseForeignDepartment } from './writing/refusals.ts'
import { taskObjects } from './writing/task-record.ts'

type Outcome = AnswerOf<typeof work.changeKinds>['outcomes'][number]
type Asked = { kindId: string; version: number; fields: Record<string, unknown> }
type Changed = { outcome: Outcome; event?: NewEvent<'work.kind-changed'> }

/** 棚卸表をまとめて書き直す: each line has its own outcome, and the good ones are kept. */
export const changeKinds = command(work.changeKinds, {
  may: 'work.manage-kinds',
  emits: ['work.kind-changed'],
  async run(context, { changes }) {
    const kindIds = [...new Set(changes.map((change) => change.kindId))]
    const locked = new Map((await lockKinds(context, kindIds)).map((kind) => [kind.id, kind]))
    const outcomes: Changed[] = []
    for (const change of changes) outcomes.push(await changeOne(context, locked.get(change.kindId), change))
    const [first, ...rest] = outcomes.flatMap(({ event }) => event ?? [])
    if (!first) refuseAll(outcomes.map(({ outcome }) => outcome))
    const changed = outcomes.flatMap(({ outcome }) => (outcome.outcome === 'changed' ? outcome.kindId : []))
    await refuseOutOfReach(context, changed)
    const tasks = await refreshPlanned(context.tx, context.actor.companyId, changed)
    const [own, ...others] = first.objects
    const told = { ...first, objects: [own, ...others, ...tasks.map((task) => taskObjects(task)[0])] as const }
    return { events: [told, ...rest], answer: { outcomes: outcomes.map(({ outcome }) => outcome) } }
  },
})

async function changeOne(context: CommandContext, kind: LockedKind | undefined, asked: Asked): Promise<Changed> {
  const { kindId, version } = asked
  const failed = (outcome: Outcome['outcome'], field: string | null, ja: string, en: string): Changed => ({
    outcome: { kindId, outcome, version: kind?.version ?? null, field, message: { ja, en } },
  })
  if (!kind) return failed('not-found', 'kindId', '業務が見つかりません。', 'The kind of work was not found.')
  if (kind.version !== version)
    return failed(
      'conflict',
      'version',
      'ほかの人が先に書き直しています。開き直して確かめてください。',
      'Someone else changed it first. Open it again and check.',
    )
  const parsed = kindChanges.safeParse(asked.fields)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue?.path.map(String).join('.') ?? ''
    return failed(
      'bad-input',
      place,
      `「${place}」の値を受け付けられません。`,
      `The value of "${place}" cannot be accepted.`,
    )
  }
  await refuseForeignDepartment(context, [parsed.data.departmentId], context.today)
  const changed = await changeFields(context.tx, context.actor.companyId, kindId, parsed.data)
  kind.version = changed.version
  return {
    outcome: { kindId, outcome: 'changed', version: changed.version, field: null, message: null },
    event: {
      activity: 'work.kind-changed',
      objects: [kindObject(changed)],
      data: { fields: Object.keys(parsed.data).sort() },
    },
  }
}

function refuseAll(outcomes: readonly Outcome[]): never {
  const [first] = outcomes
  refuse({
    kind: first?.outcome === 'conflict' ? 'conflict' : first?.outcome === 'not-found' ? 'not-found' : 'bad-input',
    code: 'work.nothing-changed',
    what: {
      ja: `${outcomes.length}行のどれも保存できませんでした。${first?.message?.ja ?? ''}`,
      en: `None of the ${outcomes.length} lines could be saved. ${first?.message?.en ?? ''}`,
    },
    field: `changes.0.${first?.field ?? ''}`,
    todo: {
      ja: '表を開き直し、値を確かめて、もう一度保存してください。',
      en: 'Reload the table, check the values and save again.',
    },
  })
}
