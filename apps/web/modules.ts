import type { WebModule } from '@ennoshita/ui'

/** The modules of this web app, in the order of the navigation. */
export const modules: readonly WebModule[] = []
