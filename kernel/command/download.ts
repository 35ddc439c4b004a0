import { z } from 'zod'

/** A file that a query answers: made on the spot, or one that the company stored. */
export type Download = {
  readonly name: string
  readonly mediaType: string
  readonly content: { readonly bytes: Uint8Array } | { readonly text: string } | { readonly fileId: string }
}

/** The answer of a query that streams a file: over HTTP it is the file itself, as an attachment. */
export const download = z.custom<Download>(
  (given) => typeof given === 'object' && given !== null && 'content' in given && 'mediaType' in given,
)
