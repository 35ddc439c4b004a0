export type RouteChoice = {
  readonly routeId: string
  readonly kind: string | null
  readonly amountFrom: number | null
  readonly amountUntil: number | null
  readonly departmentId: string | null
  readonly facts: Readonly<Record<string, string>>
}

export type RouteSubject = {
  readonly kind: string
  readonly amount: number | null
  /** The subject's department and all above it, from the top down. */
  readonly lineage: readonly string[]
  readonly facts: Readonly<Record<string, string>>
}

/** Whether a matter is under the conditions of a route. An unknown amount is above every lower limit and under no upper one. */
export function isUnder(route: RouteChoice, subject: RouteSubject): boolean {
  const size = subject.amount === null ? Number.POSITIVE_INFINITY : Math.abs(subject.amount)
  return (
    (route.kind === null || route.kind === subject.kind) &&
    (route.amountFrom ?? 0) <= size &&
    (route.amountUntil === null || size <= route.amountUntil) &&
    (route.departmentId === null || subject.lineage.includes(route.departmentId)) &&
    Object.entries(route.facts).every(([name, value]) => subject.facts[name] === value)
  )
}

/**
 * The route of a matter: of those whose conditions it is under the most particular one. A named kind goes before every kind,
 * then the department nearest to the subject, then the more facts, then the higher lower limit, then the lower upper limit.
 */
export function routeFor<Route extends RouteChoice>(
  routes: readonly Route[],
  subject: RouteSubject,
): Route | undefined {
  const weigh = (route: Route) => [
    route.kind === null ? 0 : 1,
    route.departmentId === null ? 0 : 1 + subject.lineage.indexOf(route.departmentId),
    Object.keys(route.facts).length,
    route.amountFrom ?? -1,
    -(route.amountUntil ?? Number.MAX_SAFE_INTEGER),
  ]
  return routes
    .filter((route) => isUnder(route, subject))
    .map((route) => ({ route, weight: weigh(route) }))
    .sort(
      (one, other) =>
        other.weight.map((part, at) => part - (one.weight[at] ?? 0)).find((difference) => difference !== 0) ??
        (one.route.routeId < other.route.routeId ? -1 : 1),
    )[0]?.route
}

/** Whether two routes have the very same conditions, so that nobody could say which of them counts. */
export function isSameChoice(one: RouteChoice, other: RouteChoice): boolean {
  const texts = [one, other].map((route) =>
    JSON.stringify([
      route.kind,
      route.amountFrom ?? 0,
      route.amountUntil,
      route.departmentId,
      Object.entries(route.facts).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  )
  return texts[0] === texts[1]
}
