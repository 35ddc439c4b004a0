import type { Rate } from '../core/rounding.ts'
import type { Source, Statute, Trust, Version } from '../core/statute.ts'

const trustWords: Readonly<Record<Trust, string>> = {
  V: 'V: 公の資料、または二つ以上の独立した写しで確認 / seen in an official text, or in two independent transcriptions',
  S: 'S: 二次資料による / from a secondary source',
  M: 'M: 未確認。`preview` を付けたときだけ使われます / unchecked; used only with `preview`',
}

/** File name of a statute's page, from its English name. */
export function pageName({ nameEn }: { nameEn: string }): string {
  return `${nameEn
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.md`
}

/** A page a payroll clerk can check line by line: versions, values, sources and trust of one statute, as Markdown. */
export function statutePage(statute: Statute<unknown>): string {
  const trusts = [...new Set(statute.versions.map(({ source }) => source.trust))]
  return [
    `# ${statute.name} / ${statute.nameEn}`,
    `- 版を決める日 / keyed by: ${statute.keyedBy}`,
    `- 確認済み / checked: ${statute.versions[0]?.from ?? '—'} 〜 ${statute.checkedThrough}`,
    ...trusts.map((trust) => `- ${trustWords[trust]}`),
    ...statute.versions.map(versionText),
  ]
    .join('\n')
    .concat('\n')
}

function versionText({ from, value, source }: Version<unknown>): string {
  return `\n## ${from} から / from ${from}\n\n${sourceText(source)}\n\n\`\`\`\n${valueText(value)}\n\`\`\``
}

function sourceText({ law, article, title, url, published, trust }: Source): string {
  const parts = [`${law} ${article}`, title, published, `[${trust}]`].filter((part) => part !== undefined)
  return `${parts.join('、')}  \n<${url}>`
}

const longestValue = 4_000

/** Tables of text as they were published; anything else as JSON, cut where it would fill pages. */
function valueText(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value, plainPart, 1)
  return text === undefined || text === '{}'
    ? '（表はプログラムの中にあります / the table is in the program）'
    : shortened(text)
}

function plainPart(_name: string, part: unknown): unknown {
  if (part instanceof Map) return [...part]
  if (isRate(part)) return `${part.parts} / ${part.over}`
  return typeof part === 'function' ? undefined : part
}

function isRate(part: unknown): part is Rate {
  return typeof part === 'object' && part !== null && 'parts' in part && 'over' in part
}

function shortened(text: string): string {
  const compact = text.replace(/\n\s*/g, ' ')
  const shown = compact.length < 160 ? compact : text
  return shown.length <= longestValue ? shown : `${shown.slice(0, longestValue)}\n…（${shown.length} 文字）`
}

/** The index of all pages: what each statute is, until when it is checked and how sure it is. */
export function statuteIndex(families: ReadonlyMap<string, readonly Statute<unknown>[]>): string {
  const sections = [...families].map(([family, statutes]) => {
    const ordered = [...statutes].sort((one, other) => (one.nameEn < other.nameEn ? -1 : 1))
    const rows = ordered.map((statute) => {
      const trusts = [...new Set(statute.versions.map(({ source }) => source.trust))].join(' ')
      return `| [${statute.name}](${pageName(statute)}) | ${statute.nameEn} | ${statute.versions.at(-1)?.from} | ${statute.checkedThrough} | ${trusts} |`
    })
    return [
      `\n## ${family}\n`,
      '| 法令 | Statute | 最新の版 / newest | 確認済み / checked through | 確かさ / trust |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n')
  })
  return [
    '# 法令の一覧 / The law by statute',
    '',
    'プログラムから作られ、テストで照合されます。 / Written from the program; a test compares them.',
    ...sections,
  ]
    .join('\n')
    .concat('\n')
}
