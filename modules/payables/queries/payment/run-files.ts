import { query, refuse } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'

/** How long a take opens its file to the person who took it. */
const takeMinutes = 10

export const runFiles = query(payables.runFiles, {
  may: 'payables.carry-out-runs',
  async run({ tx, actor, now }, { takeId }) {
    const found = await tx.row<{ name: string; file: Buffer }>`
      select r.file_name as name, r.file from payables.file_take t
        join payables.payment_run r on r.company_id = t.company_id and r.id = t.run_id
      where t.company_id = ${actor.companyId} and t.id = ${takeId} and t.taken_by is not distinct from ${actor.personId ?? null}::uuid
        and t.taken_at > ${now}::timestamptz - make_interval(mins => ${takeMinutes}::int)`
    if (!found) refuseTake()
    return { name: found.name, mediaType: 'text/plain', content: { bytes: new Uint8Array(found.file) } }
  },
})

function refuseTake(): never {
  refuse({
    kind: 'not-found',
    code: 'payables.take-over',
    what: { ja: 'このファイルは、もう開けません。', en: 'This file can no longer be opened.' },
    field: 'takeId',
    rule: {
      says: {
        ja: `出力したファイルは、出力した人が${takeMinutes}分のあいだ受け取れます。`,
        en: `A file that was taken is open to the person who took it for ${takeMinutes} minutes.`,
      },
    },
    todo: {
      ja: '支払の画面で、理由を書いてもう一度出力してください。',
      en: 'Take it again from the run, with the reason.',
    },
  })
}
