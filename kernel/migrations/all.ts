import type { Module } from '../command/command.ts'
import type { Migrations } from './migrate.ts'

const tiers = ['kernel', 'foundation', 'business'] as const

/** Every folder of migrations in the order in which they run: the kernel, then by tier and by place in the list. */
export function migrationsOf(modules: readonly Module[]): Migrations[] {
  const ordered = tiers.flatMap((tier) => modules.filter((module) => module.tier === tier))
  const folders = ordered.flatMap(({ name, tables }) => (tables ? [{ schema: name, folder: tables }] : []))
  return [{ schema: 'kernel', folder: new URL('./', import.meta.url) }, ...folders]
}
