/** The English of the screens of this module. */
export const words: Readonly<Record<string, string>> = {}
