import { companyInUse, forgetAnswers, talk, useCompany, workInCompany } from '@ennoshita/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'

const session = z.object({
  state: z.enum(['first-run', 'signed-out', 'signed-in']),
  sample: z.boolean(),
  people: z
    .array(
      z.object({
        companyId: z.string(),
        personId: z.string(),
        name: z.string(),
        department: z.string().nullish(),
        post: z.string().nullish(),
      }),
    )
    .nullish(),
  account: z.object({ id: z.string(), email: z.string(), twoFactor: z.boolean() }).nullish(),
  companies: z.array(
    z.object({
      companyId: z.string(),
      name: z.string(),
      sample: z.boolean(),
      personId: z.string().nullish(),
      personName: z.string().nullish(),
    }),
  ),
  build: z.string().nullish(),
})

export type Session = z.output<typeof session>

/** Who is signed in and where they work: what the shell shows at its head. */
export type Seat = {
  readonly companyId: string
  readonly companyName: string
  readonly personName: string
  readonly isSample: boolean
  readonly hasAccount: boolean
  readonly companies: Session['companies']
}

/** Where the answers keep the session; the gate looks at it whoever is signed in. */
export const sessionKey = 'session'
const key = [sessionKey]

/** The session as the server knows it, asked again every five minutes and after each act of signing in or out. */
export function useSession() {
  return useQuery({ queryKey: key, queryFn: currentSession, refetchInterval: 300_000, retry: 1 })
}

async function currentSession(): Promise<Session> {
  const current = await talk('/api/session', session)
  const belongs = current.companies.some((company) => company.companyId === companyInUse())
  if (current.state === 'signed-in' && !belongs) workInCompany(current.companies[0]?.companyId ?? null)
  return current
}

/** Asks for the session anew; every other answer is forgotten first, for it belonged to another seat. */
export function useNewSession(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const fresh = await currentSession()
    forgetAnswers(sessionKey)
    client.setQueryData(key, fresh)
  }
}

/** The seat of a session that is signed in; the company chosen last, else the first of those one belongs to. */
export function useSeat(current: Session | undefined): Seat | undefined {
  const chosen = useCompany()
  if (current?.state !== 'signed-in') return undefined
  const company = current.companies.find((candidate) => candidate.companyId === chosen) ?? current.companies[0]
  if (company === undefined) return undefined
  return {
    companyId: company.companyId,
    companyName: company.name,
    personName: company.personName ?? current.account?.email ?? '',
    isSample: company.sample,
    hasAccount: current.account !== null && current.account !== undefined,
    companies: current.companies,
  }
}
