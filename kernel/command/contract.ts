import type { z } from 'zod'

/** A sentence or label in both languages of the product; Japanese is the source. */
export type Words = { readonly ja: string; readonly en: string }

/** What a command is called, what it takes and what it answers: the part of it that a browser may know. */
export type CommandContract<
  Name extends string = string,
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> = {
  readonly kind: 'command'
  readonly name: Name
  readonly says: Words
  readonly input: In
  readonly answer: Out
}

/** What a query is called, what it takes and what it answers: the part of it that a browser may know. */
export type QueryContract<
  Name extends string = string,
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
> = {
  readonly kind: 'query'
  readonly name: Name
  readonly says: Words
  readonly input: In
  readonly answer: Out
}

/** Declares a command's face. The name is `module.verb-noun`; its route is `POST /api/module/verb-noun`. */
export function defineCommand<Name extends `${string}.${string}`, In extends z.ZodType, Out extends z.ZodType>(
  name: Name,
  face: { says: Words; input: In; answer: Out },
): CommandContract<Name, In, Out> {
  return { kind: 'command', name, ...face }
}

/** Declares a query's face. The name is `module.plural-noun`; its route is `GET /api/module/plural-noun`. */
export function defineQuery<Name extends `${string}.${string}`, In extends z.ZodType, Out extends z.ZodType>(
  name: Name,
  face: { says: Words; input: In; answer: Out },
): QueryContract<Name, In, Out> {
  return { kind: 'query', name, ...face }
}

/** The input a caller gives (before defaults are filled in). */
export type InputOf<C extends { input: z.ZodType }> = z.input<C['input']>
/** The answer a caller receives. */
export type AnswerOf<C extends { answer: z.ZodType }> = z.output<C['answer']>
