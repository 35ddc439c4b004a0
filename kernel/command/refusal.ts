import type { Words } from './contract.ts'

/** Why a request was refused; each has one HTTP status. */
export const statusOf = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  fault: 500,
} as const

export type RefusalKind = keyof typeof statusOf

/** The one shape of every error: what happened, which field, which rule and its source, what to do next. */
export type RefusalFace = {
  readonly kind: RefusalKind
  /** Stable name for programs, `module.reason`. */
  readonly code: string
  readonly what: Words
  /** Path of the field in the input, such as `lines.3.dueOn`. */
  readonly field?: string | undefined
  readonly rule?: { readonly says: Words; readonly source?: string | undefined } | undefined
  readonly todo: Words
}

/** An answer of "no" that the person can understand and act on; anything else thrown is a fault of ours. */
export class Refusal extends Error {
  readonly face: RefusalFace
  constructor(face: RefusalFace) {
    super(`${face.code}: ${face.what.en}`)
    this.name = 'Refusal'
    this.face = face
  }
}

/** Refuses the running command or query; nothing it did is kept. */
export function refuse(face: RefusalFace): never {
  throw new Refusal(face)
}

/** Refuses because the thing named by an id is not there, or not there for this person: both read the same. */
export function refuseNotFound(thing: Words, field?: string): never {
  throw new Refusal({
    kind: 'not-found',
    code: 'kernel.not-found',
    what: { ja: `${thing.ja}が見つかりません。`, en: `The ${thing.en} was not found.` },
    field,
    todo: {
      ja: '一覧を開き直して、もう一度お選びください。',
      en: 'Open the list again and choose once more.',
    },
  })
}
