import { readdirSync, readFileSync } from 'node:fs'
import { pathOf } from '@ennoshita/kernel/http'
import type { Flow, Module } from '@ennoshita/kernel/server'

/** What a module is made of, as Markdown: routes, permissions, events, tables, flows, jobs. The same for the same program. */
export function explanationOf(module: Module, flows: readonly Flow[]): string {
  const commands = module.commands.map((each) => [
    each.internal ? '(the program itself)' : `POST ${pathOf(each.contract.name)}`,
    `${each.contract.says.ja} / ${each.contract.says.en}`,
    each.may,
    each.emits.join(', '),
  ])
  const queries = module.queries.map((each) => [
    `GET ${pathOf(each.contract.name)}`,
    `${each.contract.says.ja} / ${each.contract.says.en}`,
    each.may,
    each.leaves ?? '',
  ])
  const permissions = Object.entries(module.permissions).map(([name, { says, roles }]) => [
    name,
    `${says.ja} / ${says.en}`,
    Object.entries(roles)
      .map(([role, scope]) => `${role}: ${scope}`)
      .join(', '),
  ])
  const events = Object.entries(module.events).map(([name, says]) => [name, `${says.ja} / ${says.en}`])
  const arrows = flows.filter((flow) => flow.on.startsWith(`${module.name}.`)).map((flow) => [flow.name, flow.on])
  const jobs = (module.jobs ?? []).map((job) => [job.at, job.name, job.command.name])
  return [
    `# ${module.name}: ${module.says.ja} / ${module.says.en}`,
    `Tier: ${module.tier}. Written by \`npm run explain -- --write\`; a test compares it with the program.`,
    section('Commands', ['Route', 'What it does', 'Permission', 'Records'], commands),
    section('Queries', ['Route', 'What it answers', 'Permission', 'Records'], queries),
    section('Permissions', ['Name', 'Sentence', 'Roles of a new company'], permissions),
    section('Events', ['Name', 'In words'], events),
    section('Tables', ['Name', 'Kind'], tablesOf(module)),
    section('Flows that begin here', ['Name', 'On'], arrows),
    section('Timed jobs', ['At (Tokyo)', 'Name', 'Command'], jobs),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Tables and views as the module's migrations create them. */
function tablesOf(module: Module): string[][] {
  const folder = module.tables
  if (!folder) return []
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  return texts.flatMap((text) =>
    [...text.matchAll(/^create (?:or replace )?(table|view) (?:if not exists )?([a-z_]+\.[a-z_]+)/gm)].map((match) => [
      match[2] ?? '',
      match[1] ?? '',
    ]),
  )
}
