import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { programFolder } from '../server/settings.ts'
import { shapeOf } from './shapes.ts'

const [kind = '', name = ''] = process.argv.slice(2)

try {
  const { files, next } = shapeOf(kind, name)
  const taken = files.filter(({ path }) => existsSync(join(programFolder, path)))
  if (taken.length > 0) throw new Error(`すでにあります。/ There already: ${taken.map(({ path }) => path).join(', ')}`)
  for (const { path, text } of files) {
    mkdirSync(dirname(join(programFolder, path)), { recursive: true })
    writeFileSync(join(programFolder, path), text, { flag: 'wx' })
    process.stdout.write(`${path}\n`)
  }
  process.stdout.write(`\n${next.map((line) => `→ ${line}`).join('\n')}\n`)
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exitCode = 1
}
