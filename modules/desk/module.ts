import type { Module } from '@ennoshita/kernel/server'
import { commands } from './commands/index.ts'
import { events } from './contract/events.ts'
import { permissions } from './contract/permissions.ts'
import { desk as contract } from './contract.ts'
import { queries } from './queries/index.ts'

/** 社内受付: requests, telephone messages, collections and notices. */
export const desk: Module = {
  name: 'desk',
  tier: 'business',
  says: { ja: '社内受付', en: 'Desk' },
  tables: new URL('./tables/', import.meta.url),
  permissions,
  commands,
  queries,
  events,
  jobs: [
    {
      // every morning; the company's own calendar decides whether it is a day for reminders
      name: 'desk.morning-reminders',
      at: '09:05',
      command: contract.sendDueReminders,
      input: () => ({}),
    },
  ],
}
