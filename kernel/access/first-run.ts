import type pg from 'pg'
import type { Office } from '../command/office.ts'
import { Refusal } from '../command/refusal.ts'
import { runCommand } from '../command/run-command.ts'
import { newId } from '../ids/ids.ts'
import { programFor } from '../permission/actor.ts'
import { kernel } from './contract.ts'
import type { FirstPerson } from './organisation.ts'
import type { SignIn } from './sign-in.ts'

/** The company that the first person of an installation founds. */
export type Founding = {
  readonly name: string
  readonly password: string
  readonly person: FirstPerson['person']
}

/**
 * Makes the first account and founds its company; refuses when there is an account already. Two at once: one lock on the
 * database lets one through. When the founding fails the account goes again, so that the first run can be repeated.
 */
export async function beginFirstRun(
  office: Office,
  signIn: SignIn,
  founding: Founding,
): Promise<{ companyId: string }> {
  return withLock(office.database.owner, async (client) => {
    const known = await client.query('select 1 from signin."user" limit 1')
    if (known.rowCount) throw new Refusal(begunAlready)
    return addAccountWithCompany(office, signIn, founding)
  })
}

/** Makes an account and founds a company for it; used by the first run and by `ennoshita user add`. */
export async function addAccountWithCompany(
  office: Office,
  signIn: SignIn,
  { name, password, person }: Founding,
): Promise<{ companyId: string }> {
  const accountId = await signIn.createAccount(person.email, password)
  const companyId = newId()
  try {
    await runCommand(office, kernel.foundCompany, programFor(companyId), { name, accountId, person })
  } catch (cause) {
    await signIn.removeAccount(accountId)
    throw cause
  }
  return { companyId }
}

/** Holds one lock of the whole installation during the work; whoever comes second waits. */
async function withLock<Answer>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['ennoshita first run'])
    return await work(client)
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined) // a dead connection holds no lock
    client.release()
  }
}

const begunAlready = {
  kind: 'conflict',
  code: 'kernel.begun-already',
  what: { ja: '最初の設定はすでに済んでいます。', en: 'The first set-up has been done already.' },
  todo: { ja: 'サインインしてください。', en: 'Sign in.' },
} as const
