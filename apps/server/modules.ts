import { approvals } from '@ennoshita/approvals/server'
import { desk } from '@ennoshita/desk/server'
import { documents } from '@ennoshita/documents/server'
import type { Module } from '@ennoshita/kernel/server'
import { ledger } from '@ennoshita/ledger/server'
import { payables } from '@ennoshita/payables/server'
import { people } from '@ennoshita/people/server'
import { work } from '@ennoshita/work/server'

/** The modules of this program besides the kernel's own, foundations first. */
export const modules: readonly Module[] = [people, documents, ledger, approvals, work, desk, payables]
