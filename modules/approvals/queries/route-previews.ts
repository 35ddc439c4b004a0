import { query } from '@ennoshita/kernel/server'
import { nobodyFace, noRouteFace } from '../commands/refusals.ts'
import { approvals } from '../contract.ts'
import { addedStepName, approverWords } from '../rules/approver-words.ts'
import { routeFor } from '../rules/route-choice.ts'
import { foresee, vacantStep } from '../rules/way.ts'
import { approverNames, peopleNames } from './names.ts'
import { lineageOf, readOrganisation } from './organisation.ts'
import { routesInUse, unwrittenRoutes } from './routes-in-use.ts'

export const routePreviews = query(approvals.routePreviews, {
  may: 'approvals.see-routes',
  async run({ tx, actor, today }, { kind, amount = null, departmentId = null, facts }) {
    const company = actor.companyId
    const applicantId = actor.onBehalfOf ?? actor.personId ?? null
    const at = { companyId: company, today }
    const [lineage, known, unwritten] = await Promise.all([
      lineageOf(tx, at, { applicantId, departmentId }),
      routesInUse(tx, company, kind),
      unwrittenRoutes(tx, company),
    ])
    const subject = { kind, amount, lineage, facts }
    const route = routeFor(known, subject) ?? routeFor(unwritten, subject)
    if (!route) return { route: null, steps: [], refusal: noRouteFace(kind) }
    const asked = { applicantId, post: actor.post ?? null, departmentId, steps: route.steps, command: '' }
    const organisation = await readOrganisation(tx, at, asked)
    const makers = { applicantId, askedBy: applicantId === actor.personId ? null : (actor.personId ?? null) }
    const foreseen = foresee(route.steps, organisation, makers)
    const missing = vacantStep(route.steps, organisation) ?? foreseen.nobody
    const approvers = route.steps.flatMap((step) => step.approvers)
    const [names, people] = await Promise.all([
      approverNames(tx, company, today, approvers),
      peopleNames(
        tx,
        company,
        foreseen.steps.flatMap((step) => step.people),
      ),
    ])
    const steps = foreseen.steps.map((each) => {
      const step = route.steps[each.number - 1]
      return {
        number: each.number,
        name: step?.name ?? addedStepName,
        need: step?.need ?? ('any' as const),
        approverNames: (step?.approvers ?? []).map((approver) => approverWords(approver, names)),
        passedOver: each.passing,
        people: each.people.map((personId) => ({ personId, name: people.get(personId) ?? '' })),
        isSelfApproval: each.selfApproval !== null,
      }
    })
    const isWritten = known.includes(route)
    return {
      route: { routeId: isWritten ? route.routeId : null, name: route.name, version: route.version },
      steps,
      refusal: missing
        ? nobodyFace(
            route.steps[missing.number - 1]?.name,
            missing.vacant.map((approver) => approverWords(approver, names)),
          )
        : null,
    }
  },
})
