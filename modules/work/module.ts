import type { Module } from '@ennoshita/kernel/server'
import { commands } from './commands/index.ts'
import { events } from './contract/events.ts'
import { permissions } from './contract/permissions.ts'
import { work as contract } from './contract.ts'
import { queries } from './queries/index.ts'

/** 業務: what the office does, when it is due, who does it, and what nobody else records. */
export const work: Module = {
  name: 'work',
  tier: 'business',
  says: { ja: '業務', en: 'Work' },
  tables: new URL('./tables/', import.meta.url),
  permissions,
  commands,
  queries,
  events,
  jobs: [
    { name: 'plan-tasks', at: '05:10', command: contract.planTasks, input: () => ({}) },
    { name: 'raise-register-tasks', at: '05:20', command: contract.raiseRegisterTasks, input: () => ({}) },
  ],
}
