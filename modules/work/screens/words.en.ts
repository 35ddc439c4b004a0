import { inventoryWords } from './inventory-words.en.ts'

/** The English of the screens of this module, theme by theme. */
export const words: Readonly<Record<string, string>> = { ...inventoryWords }
