/** Files in the standard shape, and what is left to do by hand. */
export type Shape = { readonly files: readonly { path: string; text: string }[]; readonly next: readonly string[] }

const usage = `npm run new -- module  NAME               modules/NAME
npm run new -- command MODULE.VERB-NOUN   modules/MODULE/commands/VERB-NOUN.ts
npm run new -- query   MODULE.NOUNS       modules/MODULE/queries/NOUNS.ts
npm run new -- statute NAME               libraries/statutes/NAME`

/** The standard shape of a new module, command, query or statute; each comes with a test that fails until it is written. */
export function shapeOf(kind: string, name: string): Shape {
  const [module = '', act = ''] = name.split('.')
  const isWord = (text: string) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text)
  if (kind === 'module' && isWord(name)) return moduleShape(name)
  if (kind === 'statute' && isWord(name)) return statuteShape(name)
  if (kind === 'command' && isWord(module) && isWord(act) && act.includes('-')) return commandShape(module, act)
  if (kind === 'query' && isWord(module) && isWord(act)) return queryShape(module, act)
  throw new Error(usage)
}

const camel = (kebab: string) => kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function moduleShape(name: string): Shape {
  const constant = camel(name)
  const schema = name.replaceAll('-', '_')
  const folder = `modules/${name}`
  const manifest = {
    name: `@ennoshita/${name}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    license: 'Apache-2.0',
    exports: { '.': './contract.ts', './server': './module.ts', './web': './screens/index.tsx' },
    dependencies: { '@ennoshita/kernel': '0.1.0', zod: '4.6.7' },
  }
  return {
    files: [
      { path: `${folder}/package.json`, text: `${JSON.stringify(manifest, null, 2)}\n` },
      {
        path: `${folder}/README.md`,
        text: `# ${name}\n\nPurpose in one sentence.\n\n\`\`\`mermaid\nstateDiagram-v2\n  [*] --> begun\n\`\`\`\n\n## Laws\n`,
      },
      {
        path: `${folder}/contract.ts`,
        text: `/** Everything that the module takes and answers; safe in the browser. */\nexport const ${constant} = {}\n`,
      },
      {
        path: `${folder}/module.ts`,
        text: `import type { Module } from '@ennoshita/kernel/server'

/** What the module is for, in one sentence. */
export const ${constant}: Module = {
  name: '${name}',
  tier: 'business',
  says: { ja: '${name}', en: '${name}' },
  tables: new URL('./tables/', import.meta.url),
  permissions: {},
  commands: [],
  queries: [],
  events: {},
}
`,
      },
      {
        path: `${folder}/tables/0001-${name}.sql`,
        text: `create schema ${schema};\ngrant usage on schema ${schema} to ennoshita_app;\n`,
      },
    ],
    next: [
      `npm run new -- command ${name}.add-something`,
      'apps/server/modules.ts: import it and put it into the list',
      'npm install, so that the workspace is linked',
    ],
  }
}

function commandShape(module: string, act: string): Shape {
  const [verb = '', ...noun] = act.split('-')
  const [constant, owner] = [camel(act), camel(module)]
  const activity = `${module}.${noun.join('-')}-${past(verb)}`
  return {
    files: [
      {
        path: `modules/${module}/commands/${act}.ts`,
        text: `import { command } from '@ennoshita/kernel/server'
import { ${owner} } from '../contract.ts'

/** What it does and what it refuses, in one sentence. */
export const ${constant} = command(${owner}.${constant}, {
  may: '${module}.${act}',
  emits: ['${activity}'],
  async run({ tx, actor }, input) {
    throw new Error('not written yet')
  },
})
`,
      },
      testOf(`modules/${module}/commands/${act}.test.ts`, `1. who does what  2. what stands in the log (${activity})`),
    ],
    next: [
      `modules/${module}/contract.ts: ${constant}: defineCommand('${module}.${act}', { says, input, answer })`,
      `modules/${module}/module.ts: ${constant} in commands, ${activity} in events, ${module}.${act} in permissions`,
      `npx vitest run modules/${module}`,
    ],
  }
}

function queryShape(module: string, nouns: string): Shape {
  const [constant, owner] = [camel(nouns), camel(module)]
  return {
    files: [
      {
        path: `modules/${module}/queries/${nouns}.ts`,
        text: `import { query } from '@ennoshita/kernel/server'
import { ${owner} } from '../contract.ts'

/** What it answers, in which order, in one sentence. */
export const ${constant} = query(${owner}.${constant}, {
  may: '${module}.see',
  async run({ tx, actor, within }, input) {
    throw new Error('not written yet')
  },
})
`,
      },
      testOf(`modules/${module}/queries/${nouns}.test.ts`, 'who sees what, and who does not'),
    ],
    next: [
      `modules/${module}/contract.ts: ${constant}: defineQuery('${module}.${nouns}', { says, input, answer })`,
      `modules/${module}/module.ts: ${constant} in queries`,
      `npx vitest run modules/${module}`,
    ],
  }
}

function statuteShape(name: string): Shape {
  const constant = camel(name)
  return {
    files: [
      {
        path: `libraries/statutes/${name}/${name}.ts`,
        text: `import type { Statute } from '../core/statute.ts'

/** The Japanese name of the law, its article, and what date governs it. */
export const ${constant}: Statute<number> = {
  name: '',
  nameEn: '',
  keyedBy: 'pay-date',
  checkedThrough: '0001-01-01',
  versions: [],
}
`,
      },
      testOf(
        `libraries/statutes/${name}/${name}.test.ts`,
        'the value on the first day of each version and on the day before, typed from the source',
      ),
      {
        path: `libraries/statutes/${name}/cases.yaml`,
        text: '# name, date, expected, source (url and article)\n[]\n',
      },
    ],
    next: [
      'Each version: from, value, source (law, article, url, trust)',
      'libraries/statutes/index.ts: export it',
      `npx vitest run libraries/statutes/${name}`,
    ],
  }
}

function testOf(path: string, story: string): { path: string; text: string } {
  return {
    path,
    text: `import { expect, test } from 'vitest'\n\ntest('${story}', () => {\n  expect.fail('not written yet')\n})\n`,
  }
}

/** The past of an English verb as event names use it; irregular ones are corrected by hand. */
function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}
