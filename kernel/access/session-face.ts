import { dateInTokyo } from '../clock/clock.ts'
import type { Office } from '../command/office.ts'
import type { Scope } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'
import { sql } from '../sql/sql.ts'
import { membersOf, type Visitor } from './load-actor.ts'
import type { Organisation } from './organisation.ts'
import type { SampleSeat } from './sample-seat.ts'

/** What the screens know of who is there. */
export type SessionFace = {
  readonly state: 'first-run' | 'signed-out' | 'signed-in'
  /** Whether a sample company is there and may be entered from here. */
  readonly sample: boolean
  readonly people?: readonly { companyId: string; personId: string; name: string; department: string; post: string }[]
  readonly account?: { id: string; email: string; twoFactor: boolean }
  readonly companies: readonly SessionCompany[]
  readonly build: string
}

export type SessionCompany = {
  readonly companyId: string
  readonly name: string
  readonly sample: boolean
  readonly personId: string
  readonly personName: string
  readonly roles: readonly string[]
  readonly grants: Readonly<Record<string, Scope>>
}

type Account = { id: string; email: string; twoFactor: boolean }

/** Says who is there, in which companies, with which rights; the people of the sample company only on this machine. */
export async function sessionFace(
  office: Pick<Office, 'database' | 'clock'>,
  organisation: Organisation,
  visitor: Visitor,
  here: { onThisMachine: boolean; build: string },
): Promise<SessionFace> {
  const today = dateInTokyo(office.clock.now())
  return inTransaction(office.database.owner, async (tx) => {
    const [state, account, companies, people] = await Promise.all([
      tx.row<{ accounts: boolean; sample: boolean }>`select exists (select 1 from signin."user") as accounts,
        exists (select 1 from kernel.company where sample) as sample`,
      tx.row<Account>`
        select u.id, u.email, coalesce(u."twoFactorEnabled", false) as "twoFactor" from signin.session s join signin."user" u on u.id = s."userId"
        where s.token = ${visitor.token ?? null} and s."expiresAt" > clock_timestamp()`,
      tx.rows<SessionCompany>`
        select me.company_id as "companyId", me.company_name as name, me.sample, me.person_id as "personId",
          coalesce(${organisation.nameOf(sql`me.company_id`, sql`me.person_id`)}, '') as "personName",
          array(select role from kernel.member_role r where r.company_id = me.company_id and r.person_id = me.person_id order by role) as roles,
          (select coalesce(jsonb_object_agg(w.permission, (array['own', 'department', 'company'])[w.reach]), '{}') from (
            select g.permission, max(array_position(array['own', 'department', 'company'], g.scope)) as reach
            from kernel.member_role r join kernel.role_grant g on g.company_id = r.company_id and g.role = r.role
            where r.company_id = me.company_id and r.person_id = me.person_id group by g.permission) w) as grants
        from (${membersOf(visitor, today)}) me order by me.sample, me.company_name`,
      here.onThisMachine ? samplePeople(tx, organisation, today) : undefined,
    ])
    const signedIn = account !== undefined || companies.length > 0
    return {
      state: signedIn ? 'signed-in' : state?.accounts ? 'signed-out' : 'first-run',
      sample: here.onThisMachine && state?.sample === true,
      ...(people?.length ? { people } : {}),
      ...(account ? { account } : {}),
      companies,
      build: here.build,
    }
  })
}

type TxOf = Parameters<Parameters<typeof inTransaction>[1]>[0]

function samplePeople(tx: TxOf, organisation: Organisation, today: string) {
  const on = sql`${today}::date`
  return tx.rows<{ companyId: string; personId: string; name: string; department: string; post: string }>`
    select m.company_id as "companyId", m.person_id as "personId",
      coalesce(${organisation.nameOf(sql`m.company_id`, sql`m.person_id`)}, '') as name,
      coalesce(${organisation.departmentNameOf(sql`m.company_id`, sql`m.person_id`, on)}, '') as department,
      coalesce(${organisation.postNameOf(sql`m.company_id`, sql`m.person_id`, on)}, '') as post
    from kernel.member m join kernel.company c on c.company_id = m.company_id and c.sample
    where m.from_on <= ${today} and (m.until_on is null or m.until_on >= ${today})
    order by m.person_id limit 200`
}

/** Whether the person belongs today to a company that is a sample. */
export async function isSamplePerson(office: Pick<Office, 'database' | 'clock'>, seat: SampleSeat): Promise<boolean> {
  const today = dateInTokyo(office.clock.now())
  const rows = await inTransaction(office.database.owner, (tx) => tx.rows`${membersOf({ seat }, today)}`)
  return rows.length > 0
}
