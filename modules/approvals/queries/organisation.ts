import { type Actor, type LocalDate, type Sql, sql, type Tx } from '@ennoshita/kernel/server'
import type { RouteStep } from '../contract.ts'
import type { Organisation, Placed } from '../rules/step-people.ts'

export type OrganisationAsked = {
  readonly applicantId: string | null
  /** The department in whose post the applicant asked (兼務); null: the main one. */
  readonly post: string | null
  readonly departmentId: string | null
  readonly steps: readonly RouteStep[]
  /** The name of the approving command, for exceptions from segregation of duties. */
  readonly command: string
}

type At = Pick<Actor, 'companyId'> & { readonly today: LocalDate }

/** People who are members on the day and have not left; `m.person_id` is theirs. */
const membersOf = ({ companyId, today }: At): Sql => sql`(
  select m.person_id from kernel.member m left join people.person_name n on n.company_id = m.company_id and n.person_id = m.person_id
  where m.company_id = ${companyId} and m.from_on <= ${today} and (m.until_on is null or m.until_on >= ${today})
    and (n.left_on is null or n.left_on >= ${today}))`

/** Reads who stands where today, as far as the steps ask for it. */
export async function readOrganisation(tx: Tx, at: At, asked: OrganisationAsked): Promise<Organisation> {
  const approvers = asked.steps.flatMap((step) => step.approvers)
  const named = approvers.flatMap((approver) => (approver.by === 'person' ? [approver.personId] : []))
  const posts = approvers.flatMap((each) => (each.by === 'post' && each.of === 'company' ? [each.postId] : []))
  const [placed, company, roles, people, exception] = await Promise.all([
    placedAround(tx, at, asked),
    tx.rows<Placed>`select p.person_id as "personId", p.post_id as "postId", false as heads, 0 as rank
      from people.placement p where p.company_id = ${at.companyId} and p.post_id = any(${posts}::uuid[])
        and p.from_on <= ${at.today} and (p.until_on is null or p.until_on >= ${at.today}) and p.person_id in ${membersOf(at)}
      order by p.from_on, p.person_id`,
    tx.rows<{ personId: string; role: string }>`select r.person_id as "personId", r.role from kernel.member_role r
      where r.company_id = ${at.companyId} and r.role in ('president', 'administrator', 'head') and r.person_id in ${membersOf(at)}
      order by r.person_id`,
    tx.rows<{
      personId: string
    }>`select m.person_id as "personId" from ${membersOf(at)} m where m.person_id = any(${named}::uuid[])`,
    tx.row<{ reason: string }>`select reason from kernel.duty_exception
      where company_id = ${at.companyId} and command = ${asked.command} and person_id = ${asked.applicantId}
        and withdrawn_at is null and (until_on is null or until_on >= ${at.today}) limit 1`,
  ])
  const inRole = (role: string) => roles.filter((each) => each.role === role).map(({ personId }) => personId)
  const presidents = inRole('president')
  return {
    applicantDepartment: levels(placed.filter(({ isApplicants }) => isApplicants)),
    subjectDepartment: levels(placed.filter(({ isSubjects }) => isSubjects)),
    company,
    presidents,
    administrators: inRole('administrator'),
    heads: inRole('head'),
    named: people.map(({ personId }) => personId),
    aloneBecause:
      exception?.reason ??
      (asked.applicantId !== null && presidents.includes(asked.applicantId) ? onePersonOffice : null),
  }
}

/** 一人事務所: the reason that stands in the log when the president approves alone because nobody else approves anything. */
export const onePersonOffice = 'ほかに承認できる人がいないため'

type Around = Placed & { depth: number; isApplicants: boolean; isSubjects: boolean }

/** Who holds a post in the applicant's department, in the subject's (the applicant's where it has none today), and in those above them; the nearest first. */
function placedAround(tx: Tx, at: At, { applicantId, post, departmentId }: OrganisationAsked): Promise<Around[]> {
  return tx.rows<Around>`
    with tree as (select id, lineage, depth from people.department_on(${at.companyId}, ${at.today})),
      own as (select p.department_id from people.placement p where p.company_id = ${at.companyId} and p.person_id = ${applicantId}
        and p.from_on <= ${at.today} and (p.until_on is null or p.until_on >= ${at.today})
        order by p.post_id is not distinct from ${post}::uuid desc, p.main desc, p.from_on desc limit 1),
      lines as (select (select t.lineage from tree t join own on t.id = own.department_id) as applicants,
        (select t.lineage from tree t where t.id = ${departmentId}) as subjects),
      around as (select d.id, d.depth, coalesce(d.id = any(l.applicants), false) as applicants,
          coalesce(d.id = any(coalesce(l.subjects, l.applicants)), false) as subjects
        from tree d, lines l)
    select a.depth, a.applicants as "isApplicants", a.subjects as "isSubjects", p.person_id as "personId", p.post_id as "postId",
      coalesce(k.heads, false) as heads, coalesce(k.rank, 0) as rank
    from around a join people.placement p on p.company_id = ${at.companyId} and p.department_id = a.id
      and p.from_on <= ${at.today} and (p.until_on is null or p.until_on >= ${at.today})
      left join people.post_on(${at.companyId}, ${at.today}) k on k.id = p.post_id
    where (a.applicants or a.subjects) and p.post_id is not null and p.person_id in ${membersOf(at)}
    order by a.depth desc, p.from_on, p.person_id`
}

function levels(placed: readonly Around[]): Placed[][] {
  return [...Map.groupBy(placed, ({ depth }) => depth).values()]
}

/** The subject's department and all above it, from the top down; the applicant's where the subject has none today. */
export async function lineageOf(
  tx: Tx,
  at: At,
  { applicantId, departmentId }: Pick<OrganisationAsked, 'applicantId' | 'departmentId'>,
): Promise<readonly string[]> {
  const rows = await tx.rows<{ lineage: string[] }>`
    select d.lineage from people.department_on(${at.companyId}, ${at.today}) d
    where d.id = ${departmentId} or d.id = (select p.department_id from people.placement p
      where p.company_id = ${at.companyId} and p.person_id = ${applicantId} and p.from_on <= ${at.today}
        and (p.until_on is null or p.until_on >= ${at.today}) order by p.main desc, p.from_on desc limit 1)
    order by (d.id = ${departmentId}) is true desc limit 1`
  return rows[0]?.lineage ?? []
}
