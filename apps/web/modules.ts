import type { WebModule } from '@ennoshita/ui'
import work from '@ennoshita/work/web'
import { today } from './today/today-module.ts'

/** The modules of this web app, in the order of the navigation. */
export const modules: readonly WebModule[] = [today, work]
