const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

type Histogram = { readonly counts: number[]; sum: number; total: number }

/** Counters and durations of this process, for Prometheus; labels are names of routes and kinds, never of people. */
export type Metrics = {
  count(name: 'commands' | 'queries' | 'refusals' | 'faults', labels: Readonly<Record<string, string>>): void
  observe(route: string, seconds: number): void
  /** The text of the exposition format, with gauges read elsewhere. */
  text(gauges: Readonly<Record<string, number>>): string
}

export function openMetrics(): Metrics {
  const counters = new Map<string, number>()
  const histograms = new Map<string, Histogram>()
  return {
    count(name, labels) {
      const key = `ennoshita_${name}_total{${labelText(labels)}}`
      counters.set(key, (counters.get(key) ?? 0) + 1)
    },
    observe(route, seconds) {
      const histogram = histograms.get(route) ?? { counts: bounds.map(() => 0), sum: 0, total: 0 }
      histograms.set(route, histogram)
      histogram.sum += seconds
      histogram.total += 1
      for (const [place, bound] of bounds.entries())
        if (seconds <= bound) histogram.counts[place] = (histogram.counts[place] ?? 0) + 1
    },
    text(gauges) {
      const lines = [...counters].sort().map(([key, value]) => `${key} ${value}`)
      lines.push('# TYPE ennoshita_request_seconds histogram')
      for (const [route, { counts, sum, total }] of [...histograms].sort()) {
        const label = labelText({ route })
        for (const [place, bound] of bounds.entries())
          lines.push(`ennoshita_request_seconds_bucket{${label},le="${bound}"} ${counts[place]}`)
        lines.push(`ennoshita_request_seconds_bucket{${label},le="+Inf"} ${total}`)
        lines.push(
          `ennoshita_request_seconds_sum{${label}} ${sum}`,
          `ennoshita_request_seconds_count{${label}} ${total}`,
        )
      }
      for (const [name, value] of Object.entries(gauges)) lines.push(`ennoshita_${name} ${value}`)
      return `${lines.join('\n')}\n`
    },
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replaceAll(/[\\"\n]/g, '_')}"`)
    .join(',')
}
