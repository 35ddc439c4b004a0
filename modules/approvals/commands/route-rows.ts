import { type EventObject, refuse, refuseNotFound, type Tx } from '@ennoshita/kernel/server'

/** Lets one command at a time change the routes of a company, so that two do not get the same conditions. */
export async function lockRoutes(tx: Tx, companyId: string): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${companyId} || ' approval routes', 4649))`
}

/** The route that is changed; refuses one that is not there, was changed meanwhile, or is retired. */
export async function routeToChange(
  tx: Tx,
  companyId: string,
  { routeId, version }: { routeId: string; version: number | undefined },
): Promise<{ version: number; name: string }> {
  const found = await tx.row<{ version: number; name: string; retiredAt: string | null }>`
    select r.version, v.name, r.retired_at as "retiredAt" from approvals.route r
    join approvals.route_version v on v.company_id = r.company_id and v.route_id = r.id and v.version = r.version
    where r.company_id = ${companyId} and r.id = ${routeId}`
  if (!found) refuseNotFound({ ja: '承認経路', en: 'approval route' }, 'routeId')
  if (found.retiredAt !== null)
    refuse({
      kind: 'conflict',
      code: 'approvals.route-retired',
      what: { ja: `経路「${found.name}」は、すでに使用をやめています。`, en: `The route "${found.name}" is retired.` },
      field: 'routeId',
      rule: { says: { ja: 'やめた経路は変えられません。', en: 'A retired route does not change.' } },
      todo: { ja: '新しい経路を設けてください。', en: 'Set a new route.' },
    })
  if (found.version !== version)
    refuse({
      kind: 'conflict',
      code: 'approvals.route-changed-meanwhile',
      what: {
        ja: `経路「${found.name}」は、開いている間に書き直されました。何も変更していません。`,
        en: `The route "${found.name}" was changed while you had it open. Nothing was changed.`,
      },
      field: 'version',
      rule: {
        says: {
          ja: '後から保存した内容で、先の変更を消してしまわないための確認です。',
          en: 'A later save must not wipe out an earlier one unseen.',
        },
      },
      todo: { ja: '開き直して、もう一度お直しください。', en: 'Open it again and make your change once more.' },
    })
  return found
}

export function routeObject(routeId: string, name: string): EventObject {
  const label = { text: name, opens: '/settings/approval-routes', may: 'approvals.see-routes' }
  return { type: 'approval-route', id: routeId, label }
}
