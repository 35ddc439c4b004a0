import { command, refuseNotFound } from '@ennoshita/kernel/server'
import { desk } from '../contract.ts'

/**
 * Marks a notice as read, for the reader's own eyes. The event names only the reader: the history of a notice
 * never becomes a list of who has read it.
 */
export const readNotice = command(desk.readNotice, {
  may: 'desk.read-notices',
  emits: ['desk.notice-read'],
  async run({ tx, actor, now }, { noticeId }) {
    const readerId = actor.personId
    const notice = await tx.row<{ version: number }>`select version from desk.notice
      where company_id = ${actor.companyId} and id = ${noticeId} and withdrawn_at is null`
    if (!notice || readerId === undefined) return refuseNotFound({ ja: 'お知らせ', en: 'notice' }, 'noticeId')
    await tx.run`insert into desk.notice_read (company_id, notice_id, person_id, version, read_at)
      values (${actor.companyId}, ${noticeId}, ${readerId}, ${notice.version}, ${now})
      on conflict (company_id, notice_id, person_id) do update set version = excluded.version, read_at = excluded.read_at`
    return { events: [{ activity: 'desk.notice-read', objects: [{ type: 'person', id: readerId }] }], answer: {} }
  },
})
