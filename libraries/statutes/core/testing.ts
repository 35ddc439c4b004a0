import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** The case table beside a test: `casesOf<Case>(import.meta.url)` reads `cases.yaml`, another name by the second argument. */
export function casesOf<Case>(beside: string, name = 'cases.yaml'): Case[] {
  return parse(readFileSync(new URL(name, beside), 'utf8'))
}
