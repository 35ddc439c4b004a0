/** The English of the screens of the day. */
export const dayWords: Readonly<Record<string, string>> = {}
