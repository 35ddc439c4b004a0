import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isTest, paths, root, sources } from './tree.ts'

const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

describe('names form a chain', () => {
  const all = sources()
  const inFolder = (folder: string) =>
    all.filter(
      ({ path }) =>
        new RegExp(`^modules/[^/]+/${folder}/.+\\.ts$`).test(path) && !isTest(path) && !path.endsWith('/index.ts'),
    )

  test('commands/add-task.ts exports addTask, which runs the contract of that name', () => {
    const found = inFolder('commands').filter(({ path, text }) => {
      if (!/= command\(/.test(text)) return false
      const name = camel(path.split('/').at(-1)?.replace('.ts', '') ?? '')
      return !new RegExp(`export const ${name} = command\\(\\s*\\w+\\.${name}\\b`).test(text)
    })
    expect(found.map(({ path }) => path)).toEqual([])
  })

  test('queries/tasks-today.ts exports tasksToday, which answers the contract of that name', () => {
    const found = inFolder('queries').filter(({ path, text }) => {
      if (!/= query\(/.test(text)) return false
      const name = camel(path.split('/').at(-1)?.replace('.ts', '') ?? '')
      return !new RegExp(`export const ${name} = query\\(\\s*\\w+\\.${name}\\b`).test(text)
    })
    expect(found.map(({ path }) => path)).toEqual([])
  })

  test('a module has the folders every module has, and no other', () => {
    const known = new Set(['rules', 'commands', 'queries', 'tables', 'screens', 'contract', 'ready-kinds'])
    const found = paths().flatMap((path) => {
      const match = /^modules\/[^/]+\/([^/]+)\//.exec(path)
      return match?.[1] && !known.has(match[1]) ? [path] : []
    })
    expect(found).toEqual([])
  })

  test('every module says what it is for', () => {
    const modules = new Set(paths().flatMap((path) => /^modules\/([^/]+)\//.exec(path)?.[1] ?? []))
    for (const module of modules) {
      for (const file of ['README.md', 'package.json', 'module.ts', 'contract.ts']) {
        expect(existsSync(`${root}/modules/${module}/${file}`), `modules/${module}/${file}`).toBe(true)
      }
    }
  })

  test('table files are numbered and named, and each table carries its guard', () => {
    const tables = paths().filter((path) => /^modules\/[^/]+\/tables\//.test(path))
    expect(tables.filter((path) => !/\/\d{4}-[a-z0-9-]+\.sql$/.test(path))).toEqual([])
  })
})
