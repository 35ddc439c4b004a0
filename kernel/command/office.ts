import type { Clock } from '../clock/clock.ts'
import type { Flow } from '../event/flow.ts'
import type { Database } from '../sql/database.ts'
import type { Command, Module, Permission, Query } from './command.ts'
import type { Words } from './contract.ts'

/** All that runs in one installation: modules, flows, database, clock. Built once at start. */
export type Office = {
  readonly database: Database
  readonly clock: Clock
  /** Where uploaded files lie; without it none can be read. */
  readonly filesFolder?: string | undefined
  readonly modules: readonly Module[]
  readonly flows: readonly Flow[]
  readonly commands: ReadonlyMap<string, Command>
  readonly queries: ReadonlyMap<string, Query>
  readonly permissions: ReadonlyMap<string, Permission>
  readonly events: ReadonlyMap<string, Words>
}

/** Puts the modules together; throws on duplicate or foreign names, unused permissions and undeclared events. */
export function openOffice(parts: {
  database: Database
  clock: Clock
  filesFolder?: string | undefined
  modules: readonly Module[]
  flows: readonly Flow[]
}): Office {
  const faults: string[] = []
  const commands = new Map<string, Command>()
  const queries = new Map<string, Query>()
  const permissions = new Map<string, Permission>()
  const events = new Map<string, Words>()
  for (const module of parts.modules) {
    const used = new Set([...module.commands, ...module.queries].map((each) => each.may))
    const recorded = new Set([
      ...module.commands.flatMap((each) => each.emits),
      ...module.queries.flatMap((each) => each.leaves ?? []),
    ])
    const enter = <Thing>(into: Map<string, Thing>, name: string, thing: Thing) => {
      if (!name.startsWith(`${module.name}.`)) faults.push(`${name} stands in module ${module.name}`)
      if (commands.has(name) || queries.has(name) || into.has(name)) faults.push(`${name} is declared twice`)
      into.set(name, thing)
    }
    for (const [name, permission] of Object.entries(module.permissions)) {
      if (!used.has(name)) faults.push(`permission ${name} is used by no command or query`)
      if (permissions.has(name)) faults.push(`permission ${name} is declared twice`)
      permissions.set(name, permission)
    }
    for (const [name, words] of Object.entries(module.events)) {
      if (!recorded.has(name)) faults.push(`event ${name} is recorded by no command`)
      events.set(name, words)
    }
    for (const each of module.commands) enter(commands, each.contract.name, each)
    for (const each of module.queries) enter(queries, each.contract.name, each)
  }
  for (const each of [...commands.values(), ...queries.values()]) {
    if (!permissions.has(each.may)) faults.push(`${each.contract.name} asks for the undeclared permission ${each.may}`)
    for (const name of each.kind === 'command' ? each.emits : each.leaves ? [each.leaves] : []) {
      if (!events.has(name)) faults.push(`${each.contract.name} records the undeclared event ${name}`)
    }
  }
  for (const flow of parts.flows) {
    if (!events.has(flow.on)) faults.push(`flow ${flow.name} waits for the undeclared event ${flow.on}`)
  }
  if (faults.length > 0) throw new Error(`The modules do not fit together:\n${faults.join('\n')}`)
  return { ...parts, commands, queries, permissions, events }
}
