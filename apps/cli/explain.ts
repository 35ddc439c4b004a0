import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flowsOf } from '@ennoshita/flows'
import { allModules } from '../server/open-program.ts'
import { programFolder } from '../server/settings.ts'
import type { Act } from './act.ts'
import { explanationOf } from './explanation.ts'

const forReading = { secret: 'not used: nothing is signed while explaining', address: 'http://127.0.0.1:4649' }

/** The explanations of all modules as files of docs/reference: name → text. */
export function reference(): Map<string, string> {
  const flows = flowsOf({ send: async () => undefined })
  return new Map(allModules(forReading).map((module) => [`${module.name}.md`, explanationOf(module, flows)]))
}

/** Prints what a module is made of; `explain --write` writes docs/reference anew. */
export const explain: Act = async ([name], _, tell) => {
  const pages = reference()
  if (name === '--write') {
    const folder = join(programFolder, 'docs/reference')
    await mkdir(folder, { recursive: true })
    for (const [file, text] of pages) await writeFile(join(folder, file), text)
    tell(`docs/reference: ${[...pages.keys()].join(', ')}`)
    return 0
  }
  const page = pages.get(`${name}.md`)
  if (!page) tell(`モジュール / modules: ${[...pages.keys()].map((file) => file.replace('.md', '')).join(', ')}`)
  else tell(page)
  return page || name === undefined ? 0 : 1
}
