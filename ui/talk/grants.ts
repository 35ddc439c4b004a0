import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { talk } from './client.ts'
import { useCompany } from './company.ts'

const seats = z.object({
  companies: z.array(
    z.object({
      companyId: z.string(),
      personId: z.string(),
      grants: z.record(z.string(), z.enum(['own', 'department', 'company'])),
    }),
  ),
})

/** What the person here may do, to leave out what would only be refused; the server decides each time anew. */
export type Rights = {
  readonly personId: string | undefined
  /** True when the permission is held at all; with `company` only when it reaches the whole company. */
  readonly may: (permission: string, reach?: 'company') => boolean
}

/** The rights of the person in the company in use; none while they are not known yet. */
export function useRights(): Rights {
  const company = useCompany()
  const answer = useQuery({ queryKey: ['rights', company], queryFn: () => talk('/api/session', seats), retry: 1 })
  const seat = answer.data?.companies.find((each) => each.companyId === company) ?? answer.data?.companies[0]
  return {
    personId: seat?.personId,
    may: (permission, reach) => {
      const held = seat?.grants[permission]
      return reach === undefined ? held !== undefined : held === reach
    },
  }
}
