import { createHash } from 'node:crypto'
import { type CommandContext, command, newId, type Tx } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { refuseChangedVendors } from './changed-vendors.ts'
import { invoiceIdsOf, type LockedRun, lockRun, readTransfers } from './lock-run.ts'
import { refuseConflict, refuseState } from './refuse-payment.ts'
import { checkRunFile, refuseUnwritable } from './run-file.ts'
import { checkPayOn, readSource } from './run-source.ts'
import { invoiceObjects } from './write-transfers.ts'

type TakenFile = {
  readonly fileName: string
  readonly sha256: string
  readonly records: number
  readonly total: number
}

export const takeRunFile = command(payables.takeRunFile, {
  may: 'payables.carry-out-runs',
  emits: ['payables.run-file-taken'],
  async run({ tx, actor, now, today }, { runId, version, reason }) {
    const company = actor.companyId
    const run = await lockRun(tx, company, runId, version)
    refuseUntakeable(run)
    const isAgain = run.fileSha256 !== null
    if (isAgain && reason === '') await refuseAgain(tx, company, run)
    const file = isAgain ? await fileAgain(tx, company, run) : await firstFile({ tx, actor, now, today }, run)
    const [takeId, invoiceIds] = [newId(), await invoiceIdsOf(tx, company, runId)]
    await tx.run`insert into payables.file_take (company_id, id, run_id, taken_at, taken_by, reason)
      values (${company}, ${takeId}, ${runId}, ${now}, ${actor.personId ?? null}, ${reason})`
    return {
      events: [
        {
          activity: 'payables.run-file-taken',
          objects: [{ type: 'payment-run', id: runId }, ...invoiceObjects(invoiceIds)],
          data: {
            sha256: file.sha256,
            records: file.records,
            total: file.total,
            again: isAgain,
            ...(reason === '' ? {} : { reason }),
          },
        },
      ],
      answer: { takeId, ...file, version: isAgain ? run.version : run.version + 1 },
    }
  },
})

function refuseUntakeable({ state, method }: LockedRun): void {
  if (method !== 'transfer')
    refuseConflict(
      'runId',
      'no-file',
      { ja: '総合振込ファイルになるのは、振込の支払だけです。', en: 'Only transfers have a file for the bank.' },
      { ja: '支払ったら「支払済みにする」を選んでください。', en: 'Mark it as paid once it is paid.' },
    )
  if (state === 'prepared' || state === 'cancelled')
    refuseState(
      state,
      { ja: 'ファイルを出力できません。', en: 'no file is taken.' },
      {
        ja: '準備した人とは別の人が承認すると、出力できます。',
        en: 'It can be taken once another person has released it.',
      },
    )
}

async function refuseAgain(tx: Tx, company: string, { runId }: LockedRun): Promise<never> {
  const first = await tx.row<{ at: string; name: string | null }>`
    select to_char(t.taken_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as at, n.display_name as name from payables.file_take t
      left join people.person_name n on n.company_id = t.company_id and n.person_id = t.taken_by
    where t.company_id = ${company} and t.run_id = ${runId} order by t.taken_at limit 1`
  const at = first?.at ?? ''
  return refuseConflict(
    'reason',
    'file-taken-already',
    {
      ja: `このファイルは${at}に${first?.name ? `${first.name}さんが` : ''}出力しています。二重に送ると二重に振り込まれます。`,
      en: `This file was taken at ${at}${first?.name ? ` by ${first.name}` : ''}. Sent twice, it is paid twice.`,
    },
    {
      ja: '銀行に届いていないことを確かめ、もう一度出力する理由を書いてください。同じファイルが出ます。',
      en: 'Make sure that the bank does not have it, and give the reason. The same bytes are given again.',
    },
    {
      says: {
        ja: '二度目からの出力は、理由とともに記録されます。',
        en: 'From the second time on, the reason is on record.',
      },
    },
  )
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function fileAgain(tx: Tx, company: string, run: LockedRun): Promise<TakenFile> {
  const transfers = await readTransfers(tx, company, run.runId)
  const kept = await tx.row<{
    file: Buffer
  }>`select file from payables.payment_run where company_id = ${company} and id = ${run.runId}`
  if (!kept || run.fileName === null || run.fileSha256 === null) throw new Error('A file that was taken is not there.')
  if (hashOf(kept.file) !== run.fileSha256) throw new Error('The kept file is not the one that was taken.')
  return { fileName: run.fileName, sha256: run.fileSha256, ...checkRunFile(kept.file, transfers) }
}

async function firstFile(
  { tx, actor, now, today }: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'today'>,
  run: LockedRun,
): Promise<TakenFile> {
  const company = actor.companyId
  const source = await readSource(tx, company, run.sourceAccountId)
  checkPayOn(source, { ...run, now, today })
  await refuseChangedVendors(tx, company, run)
  const transfers = await readTransfers(tx, company, run.runId)
  const bytes = refuseUnwritable(source, run.payOn, transfers)
  if (!bytes)
    return refuseConflict(
      'runId',
      'nothing-to-send',
      { ja: 'すべて相殺されて、振り込む金額がありません。', en: 'Everything is set off: nothing is sent.' },
      { ja: 'そのまま「支払済みにする」を選んでください。', en: 'Mark it as paid.' },
    )
  const written = checkRunFile(bytes, transfers)
  const sha256 = hashOf(bytes)
  const fileName = `総合振込_${run.payOn.replaceAll('-', '')}_No${run.number ?? 0}.txt`
  await tx.run`update payables.payment_run set state = 'file-taken', file = ${Buffer.from(bytes)}, file_sha256 = ${sha256}, file_name = ${fileName},
      version = version + 1 where company_id = ${company} and id = ${run.runId}`
  return { fileName, sha256, ...written }
}
