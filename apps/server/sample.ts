import { join } from 'node:path'
import type { HttpSettings } from '@ennoshita/kernel/http'

/** Lives the sample company through its commands; the planted truths are written beside the data. */
export function sampleInto(dataFolder: string): NonNullable<HttpSettings['loadSample']> {
  return async (office, report) => {
    const { loadSample } = await import('../sample/load-sample.ts')
    await loadSample(office, {
      data: dataFolder,
      filesFolder: join(dataFolder, 'files'),
      report: (step, percent) => report(step.ja, percent),
    })
  }
}
