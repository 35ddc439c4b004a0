import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isTest, paths, root, sources } from './tree.ts'

/** What is not written here, where it may be, and what to write instead. */
const bans: { pattern: RegExp; instead: string; except?: RegExp }[] = [
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(/,
    instead: 'the clock of kernel/clock',
    except: /^(kernel\/clock\/|tests\/|.*\.test\.tsx?$|.*\/bench\.ts$)/,
  },
  { pattern: /\bMath\.random\(/, instead: 'a seeded generator, or newId from kernel/ids' },
  { pattern: /\benum [A-Z]/, instead: 'a union of literals' },
  { pattern: /@ts-(ignore|nocheck|expect-error)/, instead: 'a type that is true' },
  {
    pattern: /\bexport default (?!class ClosingLine|defineConfig|async function setup|WebModule|\{)/,
    instead: 'a named export',
    except: /(screens\/.*\.tsx$|\.config\.ts$|^checks\/closing-line\.ts$|^apps\/web\/.*\.tsx$)/,
  },
  { pattern: /from 'pg'/, instead: 'the Tx of kernel/sql', except: /^(kernel\/|tests\/|apps\/)/ },
  { pattern: /from 'fastify'/, instead: 'a command or query; routes are derived', except: /^kernel\/(http|access)\// },
  { pattern: /from 'better-auth/, instead: 'the sign-in port of kernel/access', except: /^kernel\/access\// },
  {
    pattern: /from 'node:fs/,
    instead: 'kernel/files, or a library on bytes',
    except:
      /^(kernel\/|checks\/|tests\/|apps\/|modules\/work\/ready-kinds|ui\/words\/missing-words|.*\.test\.tsx?$|.*\/bench\.ts$|libraries\/.*\/(cases|testing))/,
  },
  {
    pattern: /\bconsole\.(log|error|warn|info)\(/,
    instead: 'the log of the server, or stdout in the CLI',
    except: /^(apps\/cli\/|tests\/|.*\/bench\.ts$)/,
  },
  { pattern: /biome-ignore(?!.*: \S)/, instead: 'a suppression that carries its reason' },
]

const bannedNames = /(^|\/)(utils?|helpers?|common|misc|shared|lib|manager|service)(\.tsx?$|\/)/

describe('the house is tidy', () => {
  const all = sources()

  test('nothing is written that has a better place', () => {
    const found = all.flatMap(({ path, lines }) =>
      path === 'checks/tidy.test.ts'
        ? []
        : lines.flatMap((line, index) =>
            bans
              .filter((ban) => ban.pattern.test(line) && !ban.except?.test(path))
              .map((ban) => `${path}:${index + 1}: use ${ban.instead}`),
          ),
    )
    expect(found).toEqual([])
  })

  test('a cast says why it is needed', () => {
    const cast = /\bas (?!const\b)[A-Za-z{(]/
    const found = all
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, text, lines }) =>
        codeOnly(text)
          .split('\n')
          .flatMap((code, index) => {
            const line = lines[index] ?? ''
            const isRename =
              /^\s*(import\b|export (type )?[{*])/.test(line) ||
              /^\s*(type )?\w+ as \w+,?$/.test(line) ||
              /<\w+ as=/.test(line)
            return cast.test(code) && !isRename && !line.includes('// as:')
              ? [`${path}:${index + 1}: ${line.trim()}`]
              : []
          }),
      )
    expect(found).toEqual([])
  })

  test('files are short enough to read at once: 300 lines, tests 400', () => {
    const found = all
      .filter(({ path, lines }) => lines.length - 1 > (isTest(path) ? 400 : 300) && !/words\.en\.ts$/.test(path))
      .map(({ path, lines }) => `${path}: ${lines.length - 1}`)
    expect(found).toEqual([])
  })

  test('functions are at most 70 lines, those that draw at most 100', () => {
    const found = all
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, lines }) =>
        longFunctions(lines, path.endsWith('.tsx') ? 100 : 70).map((where) => `${path}:${where}`),
      )
    expect(found).toEqual([])
  })

  test('no file is named after nothing', () => {
    expect(paths().filter((path) => bannedNames.test(path))).toEqual([])
  })

  test('a module README has at most 60 lines and a manifest at most 80', () => {
    const long = paths().flatMap((path) => {
      const limit = /^(modules|libraries)\/[^/]+\/README\.md$/.test(path)
        ? 60
        : /^modules\/[^/]+\/module\.ts$/.test(path)
          ? 80
          : undefined
      const lines = limit ? readFileSync(`${root}/${path}`, 'utf8').trimEnd().split('\n').length : 0
      return limit && lines > limit ? [`${path}: ${lines}`] : []
    })
    expect(long).toEqual([])
  })

  test('every test file asserts something', () => {
    expect(
      all
        .filter(({ path, text }) => isTest(path) && !/\bexpect\(|\bexpect\.|fc\.assert\(/.test(text))
        .map(({ path }) => path),
    ).toEqual([])
  })
})

/** The text with strings, the words of templates and comments blanked out, line by line as before. */
function codeOnly(text: string): string {
  const open: string[] = []
  let code = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    const inside = open.at(-1)
    const pair = sign + (text[at + 1] ?? '')
    if (inside === '`' || inside === "'" || inside === '"') {
      if (sign === '\\') at += 1
      else if (sign === inside || (inside !== '`' && sign === '\n')) open.pop()
      else if (inside === '`' && pair === '${') {
        open.push('{')
        at += 1
      }
      code += sign === '\n' ? sign : ' '
    } else if (pair === '//' || pair === '/*') {
      const end = pair === '//' ? text.indexOf('\n', at) : text.indexOf('*/', at) + 2
      const comment = text.slice(at, end < at ? text.length : end)
      code += comment.replace(/[^\n]/g, ' ')
      at += comment.length - 1
    } else {
      if (sign === '`' || sign === "'" || sign === '"' || sign === '{') open.push(sign)
      else if (sign === '}') open.pop()
      code += sign
    }
  }
  return code
}

function longFunctions(lines: readonly string[], most: number): string[] {
  const found: string[] = []
  lines.forEach((line, start) => {
    const head =
      /^(\s*)(export )?(default )?(async )?function\*? (\w+)|^(\s*)(export )?const (\w+) = (async )?(\([^)]*\)|\w+)(: [^=]+)? =>.*\{$/.exec(
        line,
      )
    if (!head) return
    const indent = head[1] ?? head[6] ?? ''
    const end = lines.findIndex((each, index) => index > start && each.startsWith(`${indent}}`))
    if (end - start > most) found.push(`${start + 1}: ${head[5] ?? head[8]} has ${end - start} lines`)
  })
  return found
}
