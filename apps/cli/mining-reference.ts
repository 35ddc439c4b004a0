import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programFolder } from '../server/settings.ts'

const folder = join(programFolder, 'libraries/mining')

/** What stands in which folder of the library, in the order of the page. */
const parts: Readonly<Record<string, string>> = {
  log: 'Logs',
  analyses: 'Analyses',
  discovery: 'Discovery',
  map: 'Map',
  chart: '業務フロー図 / flow chart',
  report: 'Report',
}

/** The reference of @ennoshita/mining as Markdown: every export with its declaration and the comment above it. */
export function miningReference(): string {
  const exported = exportsOf(readFileSync(join(folder, 'index.ts'), 'utf8'))
  const sections = Object.entries(parts).flatMap(([part, title]) => {
    const own = exported.filter(({ path }) => path.startsWith(`./${part}/`)).map(declarationOf)
    return own.length === 0 ? [] : [`## ${title}`, ...own]
  })
  const head = 'Written by `npm run explain -- --write` from the exports of `libraries/mining`; a test compares it.'
  return ['# @ennoshita/mining', head, ...sections].join('\n\n').concat('\n')
}

interface Exported {
  name: string
  path: string
}

function exportsOf(index: string): Exported[] {
  return [...index.matchAll(/export (?:type )?\{([^}]+)\} from '([^']+)'/g)].flatMap(([, names = '', path = '']) =>
    names
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '')
      .map((name) => ({ name, path })),
  )
}

function declarationOf({ name, path }: Exported): string {
  const lines = readFileSync(join(folder, path), 'utf8').split('\n')
  const start = lines.findIndex((line) =>
    new RegExp(`^export (async )?(function\\*?|interface|type|const|class) ${name}\\b`).test(line),
  )
  if (start < 0) throw new Error(`libraries/mining/index.ts exports ${name}, which ${path} does not declare`)
  const code = codeFrom(lines, start)
    .replace(/^export /, '')
    .replace(/\(typeof (\w+)\)\[number\]/, (_, list) => unionOf(lines.join('\n'), String(list)))
  const words = commentAbove(lines, start)
  return [`### ${name}`, ...(words === '' ? [] : [words]), `\`\`\`ts\n${code}\n\`\`\``].join('\n\n')
}

/** An interface or type as a whole; a function or constant without what it does. */
function codeFrom(lines: readonly string[], start: number): string {
  const first = lines[start] ?? ''
  if (/ (interface|type) /.test(first)) {
    const isOver = (line: string, place: number) =>
      first.includes(' interface ') ? line === '}' : place + 1 >= lines.length || /^\S|^$/.test(lines[place + 1] ?? '')
    const end = lines.findIndex((line, place) => place >= start && isOver(line, place))
    const isOpen = lines[end + 1] === '}'
    return lines.slice(start, end + (isOpen ? 2 : 1)).join('\n')
  }
  if (first.includes(' const ')) return first.replace(/ =.*$/, '')
  const end = lines.findIndex((line, place) => place >= start && line.endsWith(' {') && !/^ /.test(line))
  return lines
    .slice(start, end + 1)
    .join('\n')
    .replace(/ \{$/, '')
}

/** The texts of a constant list as the union that its type is. */
function unionOf(text: string, list: string): string {
  const [, texts = ''] = new RegExp(`const ${list} = \\[([^\\]]*)\\] as const`).exec(text) ?? []
  const names = texts.split(',').map((each) => each.trim())
  return names.filter((each) => each !== '').join(' | ')
}

function commentAbove(lines: readonly string[], start: number): string {
  if (!lines[start - 1]?.trim().endsWith('*/')) return ''
  const from = lines.findLastIndex((line, place) => place < start && line.trim().startsWith('/**'))
  return lines
    .slice(from, start)
    .map((line) => line.replace(/^\s*\/?\*+\/?\s?|\s*\*\/$/g, ''))
    .join(' ')
    .trim()
}
