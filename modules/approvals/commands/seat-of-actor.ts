import type { Tx } from '@ennoshita/kernel/server'
import { peopleNames } from '../queries/names.ts'
import type { MatterState } from '../rules/matter.ts'
import type { Acting, MatterRow } from './matter-row.ts'
import { refuseDecider, refuseMoved } from './refusals.ts'

export type SeatRow = {
  seatId: string
  step: number
  personId: string
  state: 'waiting' | 'approved' | 'released'
  deputyId: string | null
  selfApproval: string | null
}

export type OpenSeat = {
  /** The seat of whoever acts, or of the person represented. */
  readonly seat: SeatRow
  /** The other seats of the open step. */
  readonly others: readonly SeatRow[]
  readonly step: number
}

/**
 * The seat from which the actor may decide the open step now. Refuses a matter that is not waiting or has moved on (conflict),
 * and whoever is not asked, has left, represents nobody any more, or asked for the matter (not allowed).
 */
export async function seatOfActor(
  tx: Tx,
  context: Acting,
  matter: MatterRow,
  readStep: number | undefined,
): Promise<OpenSeat> {
  const { actor, today } = context
  const company = actor.companyId
  const [seats, standing] = await Promise.all([
    tx.rows<SeatRow>`select id as "seatId", step, person_id as "personId", state, deputy_id as "deputyId", self_approval as "selfApproval"
      from approvals.seat where company_id = ${company} and matter_id = ${matter.matterId} order by step, id`,
    tx.row<{ isHere: boolean; represents: boolean }>`select
      exists (select 1 from kernel.member m left join people.person_name n on n.company_id = m.company_id and n.person_id = m.person_id
        where m.company_id = ${company} and m.person_id = ${actor.personId ?? null} and m.from_on <= ${today}
          and (m.until_on is null or m.until_on >= ${today}) and (n.left_on is null or n.left_on >= ${today})) as "isHere",
      exists (select 1 from kernel.delegation d where d.company_id = ${company} and d.person_id = ${actor.onBehalfOf ?? null}
        and d.deputy_id = ${actor.personId ?? null} and ${today}::date between d.from_on and d.until_on) as represents`,
  ])
  if (matter.state !== 'waiting' || matter.step === null) return refuseNotWaiting(matter)
  const step = matter.step
  if (readStep !== undefined && readStep !== step)
    return refuseMoved(
      { ja: `「${matter.title}」は、先の段へ進んでいます。`, en: `"${matter.title}" has moved on to another step.` },
      'approvals.step-decided',
    )
  const deciderId = actor.onBehalfOf ?? actor.personId
  if (actor.personId === undefined || deciderId === undefined || !standing?.isHere) return refuseAbsent()
  if (actor.onBehalfOf !== undefined && !standing.represents) return refuseEnded()
  const open = seats.filter((seat) => seat.step === step)
  const seat = open.find(({ personId }) => personId === deciderId)
  const isAlone = seat !== undefined && seat.selfApproval !== null
  const makers = [matter.applicantId, matter.askedBy]
  if (!isAlone && (makers.includes(actor.personId) || makers.includes(deciderId))) return refuseMaker()
  if (seat?.state === 'waiting') return { seat, others: open.filter((other) => other !== seat), step }
  const before = seat ?? seats.find(({ personId }) => personId === deciderId)
  if (before) return refuseDecided(tx, company, matter, seats, before)
  return refuseStranger(tx, company, open)
}

const stateWords: Readonly<Record<Exclude<MatterState, 'waiting'>, { ja: string; en: string }>> = {
  approved: { ja: 'すでに承認されています', en: 'is approved already' },
  returned: { ja: '差し戻されています', en: 'was returned' },
  withdrawn: { ja: '申請した人が引き戻しています', en: 'was withdrawn by the applicant' },
}

export function refuseNotWaiting(matter: MatterRow): never {
  const words = matter.state === 'waiting' ? stateWords.approved : stateWords[matter.state]
  return refuseMoved(
    { ja: `「${matter.title}」は、${words.ja}。`, en: `"${matter.title}" ${words.en}.` },
    'approvals.decided-already',
  )
}

async function refuseDecided(
  tx: Tx,
  companyId: string,
  matter: MatterRow,
  seats: readonly SeatRow[],
  mine: SeatRow,
): Promise<never> {
  const done = seats.find(({ step, state }) => step === mine.step && state === 'approved')
  const deciderId = done?.deputyId ?? done?.personId
  const name = (await peopleNames(tx, companyId, [deciderId])).get(deciderId ?? '') ?? ''
  return refuseMoved(
    {
      ja: `「${matter.title}」のこの段は、${name ? `${name}さんが` : ''}すでに承認しています。`,
      en: `This step of "${matter.title}" was approved already${name ? ` by ${name}` : ''}.`,
    },
    'approvals.step-decided',
  )
}

async function refuseStranger(tx: Tx, companyId: string, open: readonly SeatRow[]): Promise<never> {
  const waiting = open.filter(({ state }) => state === 'waiting').map(({ personId }) => personId)
  const names = [...(await peopleNames(tx, companyId, waiting)).values()]
  return refuseDecider(
    'approvals.not-asked',
    { ja: 'この段の承認者ではないため、承認・差戻しはできません。', en: 'You are not asked in this step.' },
    { ja: '承認経路の、いまの段の人だけが決められます。', en: 'Only the people of the open step decide.' },
    {
      ja:
        names.length > 0
          ? `いまは${names.map((name) => `${name}さん`).join('、')}の承認を待っています。`
          : '申請の経過をご覧ください。',
      en: names.length > 0 ? `It waits for ${names.join(', ')}.` : 'Look at where the matter stands.',
    },
  )
}

function refuseMaker(): never {
  return refuseDecider(
    'approvals.own-matter',
    { ja: 'ご自分の申請は、承認・差戻しできません。', en: 'You cannot decide what you asked for yourself.' },
    {
      ja: '職務分掌：申請と承認は別の人が行います。代理の人が申請したものも同じです。',
      en: 'Segregation of duties: asking and approving are two people, also where a deputy asked.',
    },
    { ja: '取りやめるときは「引戻し」をお使いください。', en: 'To take it back, withdraw it.' },
  )
}

function refuseAbsent(): never {
  return refuseDecider(
    'approvals.not-here',
    { ja: '承認できるのは、今日この会社に在籍している人だけです。', en: 'Only people of the company approve.' },
    { ja: '退職した人やシステムは承認しません。', en: 'Neither leavers nor the program approve.' },
    { ja: '担当に「承認する人を決め直す」をお申し出ください。', en: 'Ask the office to find the approvers anew.' },
  )
}

function refuseEnded(): never {
  return refuseDecider(
    'approvals.no-delegation',
    { ja: 'この人の代理を、今日は頼まれていません。', en: 'You are not this person’s deputy today.' },
    { ja: '代理は、期間の日にだけ承認できます。', en: 'A deputy decides on the days of the delegation only.' },
    { ja: 'ご本人か管理者に、代理の登録を依頼してください。', en: 'Ask the person or an administrator to name you.' },
  )
}
