import { settingsOf } from '../server/settings.ts'
import type { Act } from './act.ts'

/** What `ennoshita …` can do; each is one file of its own, loaded when asked for. */
const acts: Readonly<Record<string, { says: string; load(): Promise<Act> }>> = {
  start: { says: '始める / start the program', load: async () => (await import('./start.ts')).start },
  demo: {
    says: 'サンプル会社を用意して始める / start with the sample company',
    load: async () => (await import('./demo.ts')).demo,
  },
  migrate: {
    says: 'データベースを最新にする / bring the database up to date',
    load: async () => (await import('./migrate.ts')).migrate,
  },
  verify: {
    says: '記録の封印を検算する / check the seals of the log',
    load: async () => (await import('./verify.ts')).verify,
  },
  export: {
    says: '全部を書き出す: export [FOLDER] / write everything out',
    load: async () => (await import('./export.ts')).exportAll,
  },
  user: { says: '利用者を加える: user add … / add a user', load: async () => (await import('./user.ts')).user },
  explain: {
    says: 'モジュールを説明する: explain [MODULE] / explain a module',
    load: async () => (await import('./explain.ts')).explain,
  },
  format: {
    says: '仕訳を直す・ファイルを調べる: format convert|check … / convert journals, check files',
    load: async () => (await import('./format.ts')).format,
  },
  law: {
    says: '確認の期限が近い法令: law [YYYY-MM-DD] [日数] / statutes whose checked period ends soon',
    load: async () => (await import('./law.ts')).law,
  },
  mine: {
    says: '記録から業務の流れを調べる: mine FILE [--json] [--map F] [--report F] / read the flow of work from a log',
    load: async () => (await import('./mine.ts')).mine,
  },
}

const [name = '', ...rest] = process.argv.slice(2)
const act = acts[name]
if (!act) {
  const lines = Object.entries(acts).map(([each, { says }]) => `  ${each.padEnd(8)} ${says}`)
  process.stdout.write(`ennoshita:\n${lines.join('\n')}\n`)
  process.exitCode = name === '' || name === 'help' ? 0 : 1
} else {
  try {
    const run = await act.load()
    process.exitCode = await run(rest, settingsOf(process.env), (line) => void process.stdout.write(`${line}\n`))
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? wordsOf(cause) : String(cause)}\n`)
    process.exitCode = 1
  }
}

/** What a person can read; the places in the program only when asked for by ENNOSHITA_DEBUG=1. */
function wordsOf(cause: Error): string {
  if (process.env.ENNOSHITA_DEBUG === '1') return `${cause.stack}`
  const below = cause.cause instanceof Error ? `\n${cause.cause.message}` : ''
  return `${cause.message}${below}`
}
