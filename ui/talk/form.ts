import type { AnswerOf, CommandContract, InputOf, QueryContract, RefusalFace } from '@ennoshita/kernel'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { language, says } from '../words/words.ts'
import type { SendOptions } from './client.ts'
import { useDraft } from './draft.ts'
import { isRequired, sentencesOf, withoutEmpties } from './form-rules.ts'
import { useSend } from './hooks.ts'

/** What a form holds while it is being filled in: any field may still be missing or emptied. */
export type Draft<Input> = { readonly [Name in keyof Input]?: Input[Name] | null | undefined }

/** What ties a control to a form; spread it: `<TextField label="件名" {...form.field('title')} />`. */
export type FieldTie<Value> = {
  readonly name: string
  readonly value: Value | null | undefined
  readonly onChange: (value: Value | null) => void
  readonly isRequired: boolean
  readonly error: string | undefined
  /** A control calls this while its text cannot be understood; the form is not sent until it is called with null. */
  readonly onProblem: (sentence: string | null) => void
}

export type Form<C extends CommandContract> = {
  readonly draft: Draft<InputOf<C>>
  readonly field: <Name extends keyof InputOf<C> & string>(name: Name) => FieldTie<NonNullable<InputOf<C>[Name]>>
  readonly change: (some: Draft<InputOf<C>>) => void
  /** Checks and sends; answers undefined when something is wrong. */
  readonly submit: (options?: SendOptions) => Promise<AnswerOf<C> | undefined>
  /** Forgets the draft and starts again. */
  readonly reset: () => void
  readonly errors: Readonly<Record<string, string>>
  readonly refusal: RefusalFace | null
  readonly isPending: boolean
  /** Something has been written that is neither sent nor cleared. */
  readonly hasDraft: boolean
}

/**
 * The form of one command: keeps its draft in this tab, checks with the command's own schema, sends with one request id,
 * and puts the server's refusal at its field. `draftKey` tells two forms of the same command apart (the id of what is edited).
 */
export function useForm<C extends CommandContract>(
  contract: C,
  options: {
    readonly initial?: Draft<InputOf<C>>
    readonly draftKey?: string
    readonly refreshes?: readonly QueryContract[]
    readonly onDone?: (answer: AnswerOf<C>) => void
  } = {},
): Form<C> {
  const kept = useDraft<Draft<InputOf<C>>>(`${contract.name}.${options.draftKey ?? ''}`, options.initial ?? {})
  const latest = useRef(kept.draft)
  latest.current = kept.draft
  const problems = useRef<Record<string, string>>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const sender = useSend(contract, {
    ...(options.refreshes === undefined ? {} : { refreshes: options.refreshes }),
    onDone: (answer) => {
      kept.clear()
      options.onDone?.(answer)
    },
  })

  function change(some: Draft<InputOf<C>>) {
    latest.current = { ...latest.current, ...some }
    kept.change(latest.current)
    if (sender.refusal?.field !== undefined && (sender.refusal.field.split('.')[0] ?? '') in some) sender.clear()
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([path]) => !((path.split('.')[0] ?? '') in some))),
    )
  }

  async function submit(sendOptions: SendOptions = {}) {
    if (sender.isPending) return undefined
    const body = withoutEmpties(contract.input, latest.current)
    const read = z.safeParse(contract.input, body)
    const found = { ...(read.success ? {} : sentencesOf(read.error, language())), ...problems.current }
    setErrors(found)
    if (Object.keys(found).length > 0) return undefined
    const input = body as InputOf<C> // as: the schema has just accepted it; inference through the generic contract ends here
    return sender.send(input, sendOptions)
  }

  const refusedAt: Record<string, string> =
    sender.refusal?.field === undefined ? {} : { [sender.refusal.field]: says(sender.refusal.what) }
  const shown = { ...refusedAt, ...errors }
  return {
    draft: kept.draft,
    change,
    submit,
    reset: () => {
      kept.clear()
      setErrors({})
      sender.clear()
    },
    errors: shown,
    refusal: sender.refusal,
    isPending: sender.isPending,
    hasDraft: kept.isKept,
    field: (name) => ({
      name,
      value: kept.draft[name] as NonNullable<InputOf<C>[typeof name]>, // as: the tie says itself that it may be null or missing
      onChange: (value) => change({ [name]: value } as Draft<InputOf<C>>), // as: one field of the draft under its own name
      isRequired: isRequired(contract.input, name),
      error: shown[name],
      onProblem: (sentence) => {
        if (sentence === null) delete problems.current[name]
        else problems.current[name] = sentence
      },
    }),
  }
}
