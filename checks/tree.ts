import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export type SourceFile = { readonly path: string; readonly text: string; readonly lines: readonly string[] }

let read: readonly string[] | undefined

/** Every file of the project that git tracks or would track. */
export function paths(): readonly string[] {
  read ??= execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\n')
    .filter((path) => path !== '' && existsSync(`${root}/${path}`))
  return read
}

/** The TypeScript sources, read. */
export function sources(): SourceFile[] {
  return paths()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(`${root}/${path}`, 'utf8')
      return { path, text, lines: text.split('\n') }
    })
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
