import type { HttpSettings } from '@ennoshita/kernel/http'

/** Lives the sample company through its commands; a program built without it offers no sample. */
export const loadSample: HttpSettings['loadSample'] = undefined
