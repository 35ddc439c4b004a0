import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isTest, sources } from './tree.ts'

const foundations = ['people', 'documents', 'approvals', 'ledger']

/** Which place may import which: downward only. `screens` stand apart, because they run in the browser. */
const allowed: Record<string, RegExp> = {
  kernel: /^kernel$/,
  ui: /^(ui|formats|statutes|kernel)$/,
  'libraries/statutes': /^statutes$/,
  'libraries/formats': /^formats$/,
  'libraries/mining': /^mining$/,
  flows: /^(kernel|kernel\/server|formats|statutes|[a-z-]+)$/,
  apps: /.*/,
  tests: /.*/,
  checks: /.*/,
}

type Import = { path: string; line: number; target: string }

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    path,
    line: text.slice(0, match.index).split('\n').length,
    target: match[1] ?? '',
  }))
}

const placeOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/')
  return top === 'modules' || top === 'libraries' ? `${top}/${second}` : top
}

describe('imports go downward only', () => {
  const all = sources().flatMap(({ path, text }) => importsOf(path, text))

  test('a relative import never leaves its package', () => {
    const found = all.filter(({ path, target }) => {
      if (!target.startsWith('.')) return false
      const reached = normalize(join(dirname(path), target))
      return (
        !['tests', 'checks'].includes(placeOf(path)) &&
        placeOf(reached) !== placeOf(path) &&
        !/^vitest|vite\.config/.test(path)
      )
    })
    expect(found).toEqual([])
  })

  test('packages import the tiers below them', () => {
    const found = all.filter(({ path, target }) => {
      const match = /^@ennoshita\/(.+)$/.exec(target)
      if (!match) return false
      const wanted = match[1] ?? ''
      const [packageName = ''] = wanted.split('/')
      const place = placeOf(path)
      if (
        isTest(path) &&
        (packageName === 'kernel' ||
          packageName === 'formats' ||
          wanted === 'ui/test' ||
          foundations.includes(packageName))
      )
        return false
      const rule = allowed[place]
      if (rule) return !(rule.test(wanted) || rule.test(packageName))
      const name = place.replace('modules/', '')
      const below = foundations.includes(name) ? foundations.slice(0, foundations.indexOf(name)) : foundations
      return ![
        'kernel',
        'formats',
        'statutes',
        'mining',
        ...below,
        ...(path.includes('/screens/') ? ['ui'] : []),
      ].includes(packageName)
    })
    expect(found).toEqual([])
  })

  test('screens know the contract and the rules, never commands, queries, tables or the server', () => {
    const found = all.filter(
      ({ path, target }) =>
        /\/screens\//.test(path) &&
        !isTest(path) &&
        (/(^|\/)(commands|queries|tables)\//.test(target) || /\/server$|^node:|^pg$/.test(target)),
    )
    expect(found).toEqual([])
  })

  test('rules and libraries know no database, no clock and no files', () => {
    const found = all.filter(
      ({ path, target }) =>
        !isTest(path) &&
        !/(bench|core\/testing)\.ts$/.test(path) &&
        /(^|\/)(rules|libraries)\//.test(path) &&
        /^(pg|fastify|graphile-worker|node:(fs|http|net))|@ennoshita\/kernel\/server/.test(target),
    )
    expect(found).toEqual([])
  })
})
