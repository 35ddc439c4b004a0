import pg from 'pg'
import type { Words } from '../command/contract.ts'
import { Refusal, type RefusalFace, statusOf } from '../command/refusal.ts'
import { newId } from '../ids/ids.ts'

/** What goes out for an error, and what the operator's log keeps of a fault. */
export type ErrorAnswer = {
  readonly status: number
  readonly face: RefusalFace
  readonly fault?: { readonly id: string; readonly says: string } | undefined
}

/** Turns anything thrown into the one shape of errors; only what is our own fault becomes a 5xx, with an id to find it by. */
export function errorAnswer(cause: unknown): ErrorAnswer {
  if (cause instanceof Refusal) return { status: statusOf[cause.face.kind], face: cause.face }
  const face = cause instanceof pg.DatabaseError ? faceOfDatabase(cause) : faceOfFramework(cause)
  if (face) return { status: statusOf[face.kind], face }
  const id = newId()
  const busy = isBusy(cause)
  return {
    status: busy ? 503 : 500,
    face: busy ? busyFace(id) : faultFace(id),
    fault: { id, says: withoutValues(cause) },
  }
}

/** Violations that one person's input can cause; a guard of the database (restrict_violation) is a fault of ours. */
function faceOfDatabase(cause: pg.DatabaseError): RefusalFace | undefined {
  if (cause.code === '23505') {
    return conflict('kernel.duplicate', {
      ja: '同じものがすでに登録されています。何も変更していません。',
      en: 'The same is registered already. Nothing was changed.',
    })
  }
  if (cause.code === '23503') {
    return conflict('kernel.reference', {
      ja: '指定されたものがないか、ほかで使われているため、変更できません。何も変更していません。',
      en: 'What it refers to is missing, or it is in use elsewhere. Nothing was changed.',
    })
  }
  if (cause.code === '40001' || cause.code === '40P01') {
    return conflict('kernel.at-once', {
      ja: 'ほかの人の操作と重なりました。何も変更していません。',
      en: 'Someone else changed the same at once. Nothing was changed.',
    })
  }
  if (cause.code === '23514' || cause.code === '23502' || cause.code?.startsWith('22'))
    return badInput('kernel.impossible-value', {
      ja: '記録できない値が含まれています。何も変更していません。',
      en: 'It contains a value that cannot be recorded. Nothing was changed.',
    })
  return undefined
}

function faceOfFramework(cause: unknown): RefusalFace | undefined {
  const { code = '', statusCode } = fieldsOf(cause)
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return undefined
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || statusCode === 415) {
    return badInput('kernel.media-type', {
      ja: '送信の形式（Content-Type）を受け付けられません。',
      en: 'This content type is not accepted; send application/json.',
    })
  }
  return badInput('kernel.unreadable', {
    ja: '送られた内容を読み取れません。JSON の書き方か長さが正しくありません。',
    en: 'The request cannot be read: malformed JSON, form or address.',
  })
}

function fieldsOf(cause: unknown): { code?: string | undefined; statusCode?: number | undefined } {
  if (!(cause instanceof Error)) return {}
  return {
    code: 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined,
    statusCode: 'statusCode' in cause && typeof cause.statusCode === 'number' ? cause.statusCode : undefined,
  }
}

const connectionCodes = /^(57014|57P0[123]|55P03|53300|08...|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/

function isBusy(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  const { code } = fieldsOf(cause)
  return (
    (code !== undefined && connectionCodes.test(code) && !('path' in cause)) ||
    /^(timeout exceeded when trying to connect|Connection terminated)/.test(cause.message)
  )
}

/** Name, code and stack of a fault; a database's message may quote a person's data, so only its names are kept. */
function withoutValues(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause
  const places = (cause.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const head =
    cause instanceof pg.DatabaseError
      ? [cause.code, cause.schema, cause.table, cause.column, cause.constraint, cause.routine].filter(Boolean).join(' ')
      : cause.name === 'ZodError'
        ? 'the answer does not fit its contract'
        : cause.message
  return [`${cause.name}: ${head}`, ...places.slice(0, 12)].join('\n')
}

const again: Words = {
  ja: '内容を確かめて、もう一度お試しください。',
  en: 'Check it and try again.',
}

function conflict(code: string, what: Words): RefusalFace {
  return {
    kind: 'conflict',
    code,
    what,
    todo: { ja: '画面を開き直して、もう一度お試しください。', en: 'Reload and try again.' },
  }
}

function badInput(code: string, what: Words): RefusalFace {
  return { kind: 'bad-input', code, what, todo: again }
}

const tooLarge: RefusalFace = {
  kind: 'too-large',
  code: 'kernel.too-large',
  what: { ja: '送られた内容が大きすぎます。', en: 'The request is too large.' },
  rule: {
    says: { ja: '入力は 1 MB、ファイルは 20 MB までです。', en: 'Up to 1 MB of input, or a file of 20 MB.' },
  },
  todo: { ja: '分けてお送りください。', en: 'Send it in parts.' },
}

function faultFace(id: string): RefusalFace {
  return {
    kind: 'fault',
    code: 'kernel.fault',
    what: {
      ja: `こちらの不具合で、できませんでした（番号 ${id}）。何も変更していません。`,
      en: `A fault of the program stopped it (number ${id}). Nothing was changed.`,
    },
    todo: {
      ja: '続くときは、この番号を管理者に知らせてください。',
      en: 'If it happens again, tell an administrator this number.',
    },
  }
}

function busyFace(id: string): RefusalFace {
  return {
    kind: 'fault',
    code: 'kernel.busy',
    what: {
      ja: `ただいま混み合っているか、データベースにつながりません（番号 ${id}）。`,
      en: `The program is busy or cannot reach its database (number ${id}).`,
    },
    todo: {
      ja: '少し待って、同じ操作をもう一度お試しください。すでに済んでいても、二重にはなりません。',
      en: 'Wait a moment and send the same request again; if it was carried out already, it is not done twice.',
    },
  }
}
