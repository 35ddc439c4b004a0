import { type CommandContext, type EventObject, refuse, refuseNotFound, sql } from '@ennoshita/kernel/server'

export type NoticeRow = { title: string; kindId: string | null; departmentId: string | null; version: number }

/** Locks a notice that stands and that the actor may write. */
export async function lockNotice({ tx, actor, within }: CommandContext, noticeId: string): Promise<NoticeRow> {
  const found = await tx.row<NoticeRow>`
    select title, kind_id as "kindId", department_id as "departmentId", version from desk.notice
    where company_id = ${actor.companyId} and id = ${noticeId} and withdrawn_at is null
      and ${within({ own: sql`published_by_id`, department: sql`department_id` })} for update`
  if (!found) refuseNotFound({ ja: 'お知らせ', en: 'notice' }, 'noticeId')
  return found
}

export function noticeObjects(notice: {
  noticeId: string
  title: string
  kindId: string | null
  departmentId: string | null
}): [EventObject, ...EventObject[]] {
  return [
    {
      type: 'notice',
      id: notice.noticeId,
      label: {
        text: notice.title,
        opens: `/desk/notices/${notice.noticeId}`,
        may: 'desk.read-notices',
        departmentId: notice.departmentId,
      },
    },
    ...(notice.kindId ? [{ type: 'kind', id: notice.kindId }] : []),
  ]
}

export function refuseBackwards(shownFrom: string, shownUntil: string | undefined): void {
  if (shownUntil === undefined || shownFrom <= shownUntil) return
  refuse({
    kind: 'bad-input',
    code: 'desk.dates-backwards',
    what: { ja: '掲示の終わりが始まりより前になっています。', en: 'The notice would end before it begins.' },
    field: 'shownUntil',
    todo: { ja: '日付をご確認ください。', en: 'Please look at the dates.' },
  })
}
