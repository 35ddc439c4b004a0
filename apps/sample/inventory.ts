import { kernel } from '@ennoshita/kernel/access'
import { runQuery } from '@ennoshita/kernel/server'
import { addMonths } from '@ennoshita/statutes'
import { work } from '@ennoshita/work'
import { foundedOn } from './founding.ts'
import { act, idOf, idsOf, instantAt, type KindOfWork, known, type World } from './world.ts'

/** The kinds of work: adopted from the ready ones, given to departments and people, with the ages of their manuals. */
export async function takeInventory(world: World): Promise<void> {
  const at = instantAt(foundedOn(world), 800)
  const chosen = new Map(world.data.kinds.map((kind) => [kind.key, kind]))
  const [ready, { adopted }] = await Promise.all([
    runQuery(world.office, work.readyKinds, world.program, {}),
    act(world, 'miyauchi', work.adoptReadyKinds, { keys: [...chosen.keys()] }, at),
  ])
  const faces = new Map(ready.map((kind) => [kind.key, kind]))
  for (const { key, kindId } of adopted) {
    const [kind, face] = [known(chosen, key), known(faces, key)]
    const usualMinutes = kind.minutes ?? face.usualMinutes ?? 30
    world.kinds.set(key, { ...kind, kindId, name: face.name, timing: face.timing, usualMinutes, version: 1 })
  }
  const kinds = [...world.kinds.values()]
  const { outcomes } = await act(
    world,
    'miyauchi',
    work.changeKinds,
    { changes: kinds.map((kind) => ({ kindId: kind.kindId, version: 1, fields: fieldsOf(world, kind) })) },
    instantAt(foundedOn(world), 830),
  )
  for (const [index, kind] of kinds.entries()) kind.version = outcomes[index]?.version ?? 1
  for (const kind of kinds) {
    const answer = await act(
      world,
      'miyauchi',
      work.setKindPeople,
      {
        kindId: kind.kindId,
        version: kind.version,
        mainId: idOf(world, kind.main),
        deputyIds: idsOf(world, kind.deputies),
      },
      instantAt(foundedOn(world), 850),
    )
    kind.version = answer.version
  }
}

function fieldsOf(world: World, kind: KindOfWork): Record<string, unknown> {
  return {
    usualMinutes: kind.usualMinutes,
    ...(kind.department ? { departmentId: known(world.departments, kind.department) } : {}),
    ...(kind.manual === undefined
      ? { hasManual: false }
      : {
          hasManual: true,
          manualOn: addMonths(world.endOn, -kind.manual),
          manualPlace: `共有フォルダー＞手順書＞${kind.name}`,
        }),
  }
}

const confirmed = [
  'payment-plan',
  'bulk-transfer',
  'salary-transfer',
  'month-close',
  'seal-management',
  'payroll-calculation',
  'payslip-distribution',
  'account-stop',
  'invoice-issue',
  'attendance-close',
]

/** The president confirms the steps of the weightier kinds, and one exception from the segregation of duties is named. */
export function writeConfirmations(world: World): void {
  const on = world.days.after(world.days.onOrAfter(world.startOn), 4)
  for (const [index, key] of confirmed.entries())
    world.diary.write(on, instantAt(on, 1000 + index * 3), 'confirmations', async () => {
      const kind = known(world.kinds, key)
      const { version } = await act(
        world,
        'mizusawa',
        work.confirmKind,
        { kindId: kind.kindId, version: kind.version },
        instantAt(on, 1000 + index * 3),
      )
      kind.version = version
    })
  writeException(world, world.days.after(on, 3))
}

/** 職務分掌の例外: for want of a second lawyer, the head of planning writes and confirms the steps of legal work. */
function writeException(world: World, on: string): void {
  world.diary.write(on, instantAt(on, 640), 'exception', async () => {
    const reason = '法務の担当が一人のため、二人目が決まるまで、部長が手順の作成と承認を兼ねます。'
    await act(
      world,
      'nagai',
      kernel.exceptDuty,
      {
        command: work.confirmKind.name,
        personId: idOf(world, 'kitagawa'),
        reason,
        untilOn: addMonths(world.endOn, 4),
      },
      instantAt(on, 640),
    )
  })
  world.diary.write(on, instantAt(on, 900), 'exception', async () => {
    const kind = known(world.kinds, 'contract-renewal-notice')
    const steps = [
      '期限台帳から、四か月先までに終わりや通知期限が来る契約を抜き出す',
      '担当部門に、続けるか・条件を変えるか・やめるかを尋ねる',
      '通知が要るものは文面を作り、部長の確認を受ける',
      '送った控えを台帳に結び、次の期限を書き直す',
    ]
    const changed = await act(
      world,
      'kitagawa',
      work.changeSteps,
      { kindId: kind.kindId, version: kind.version, steps: steps.map((text) => ({ text })) },
      instantAt(on, 900),
    )
    const { version } = await act(
      world,
      'kitagawa',
      work.confirmKind,
      { kindId: kind.kindId, version: changed.version },
      instantAt(on, 930),
    )
    kind.version = version
  })
}
