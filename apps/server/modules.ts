import { desk } from '@ennoshita/desk/server'
import type { Module } from '@ennoshita/kernel/server'
import { people } from '@ennoshita/people/server'
import { work } from '@ennoshita/work/server'

/** The modules of this program besides the kernel's own, foundations first. */
export const modules: readonly Module[] = [people, work, desk]
