import type { Message } from './message-words.tsx'

/** What a message is settled as when nothing else is said: called back where that was wished, else done. */
export const usualOutcome = ({ wants }: Pick<Message, 'wants'>): 'called-back' | 'done' =>
  wants === 'call-back' ? 'called-back' : 'done'
