import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flowsOf } from '@ennoshita/flows'
import { pageName, statuteIndex, statutePage, statutesByFamily } from '@ennoshita/statutes'
import { allModules } from '../server/open-program.ts'
import { programFolder } from '../server/settings.ts'
import type { Act } from './act.ts'
import { explanationOf } from './explanation.ts'
import { miningReference } from './mining-reference.ts'

const forReading = { secret: 'not used: nothing is signed while explaining', address: 'http://127.0.0.1:4649' }

/** The explanations of all modules and the pages of the law as files of docs/reference: name → text. */
export function reference(): Map<string, string> {
  const flows = flowsOf({ send: async () => undefined })
  const modules = allModules(forReading).map((module) => [`${module.name}.md`, explanationOf(module, flows)] as const)
  const statutes = [...statutesByFamily.values()].flat()
  const law = statutes.map((statute) => [`law/${pageName(statute)}`, statutePage(statute)] as const)
  const more = [
    ['mining-api.md', miningReference()],
    ['law/README.md', statuteIndex(statutesByFamily)],
  ] as const
  return new Map([...modules, ...more, ...law])
}

/** Prints what a module is made of; `explain --write` writes docs/reference anew. */
export const explain: Act = async ([name], _, tell) => {
  const pages = reference()
  if (name === '--write') {
    const folder = join(programFolder, 'docs/reference')
    await rm(join(folder, 'law'), { recursive: true, force: true })
    await mkdir(join(folder, 'law'), { recursive: true })
    for (const [file, text] of pages) await writeFile(join(folder, file), text)
    tell(`docs/reference: ${pages.size} ページ / pages`)
    return 0
  }
  const page = pages.get(`${name}.md`)
  if (!page)
    tell(
      `モジュール / modules: ${[...pages.keys()]
        .filter((file) => !file.startsWith('law/'))
        .map((file) => file.replace('.md', ''))
        .join(', ')}`,
    )
  else tell(page)
  return page || name === undefined ? 0 : 1
}
