import { type ChartTheme, painted, waitClasses } from './chart-theme.ts'
import type { Box } from './layout-map.ts'
import type { Language } from './map-words.ts'
import { svgText } from './svg-text.ts'
import { textWidth } from './text-box.ts'

const words = {
  ja: {
    waits: ['1時間未満', '1日未満', '3日未満', '7日未満', '7日以上'],
    colour: '色：次の作業までの時間（中央値）',
    noTimes: '時刻の記録がないため、色分けはしていません',
    width: '太さ：件数',
    returns: '破線：戻り・繰り返し',
    exceptions: '破線：主な流れ以外',
  },
  en: {
    waits: ['under 1 hour', 'under 1 day', 'under 3 days', 'under 7 days', '7 days or more'],
    colour: 'Colour: median time until the next step',
    noTimes: 'No colours: the log has no times',
    width: 'Width: how often',
    returns: 'Dashed: returns and repeats',
    exceptions: 'Dashed: beside the main path',
  },
}

const fontPixels = 12
const swatchPixels = 26
const rowPixels = 22

interface LegendEntry {
  text: string
  swatch?: string
  box: Box
}

/** The legend, in rows no wider than the chart; `boxes` are the places of its texts. */
export function legendOf(
  width: number,
  hasTimes: boolean,
  dashed: 'returns' | 'exceptions',
  language: Language,
  theme: ChartTheme,
) {
  const say = words[language]
  const line = (colour: (typeof waitClasses)[number] | 'ink-quiet', rest: string) =>
    `<path d="M0 -4H${swatchPixels - 6}" fill="none" ${painted('stroke', colour, theme)} ${rest}/>`
  const waits = waitClasses.map((name, place) => ({
    text: say.waits[place] ?? '',
    swatch: line(name, 'stroke-width="4"'),
  }))
  const entries = [
    ...(hasTimes ? [{ text: say.colour }, ...waits] : [{ text: say.noTimes }]),
    { text: say.width, swatch: line('ink-quiet', 'stroke-width="6"') },
    { text: say[dashed], swatch: line('ink-quiet', 'stroke-width="2" stroke-dasharray="5 4"') },
  ]
  const placed = rowsOf(entries, width)
  const last = placed.at(-1)
  return {
    height: last ? last.box.y + rowPixels : 0,
    boxes: placed.map(({ box }) => box),
    svg: (x: number, y: number) => drawn(placed, x, y, theme),
  }
}

function rowsOf(entries: readonly { text: string; swatch?: string }[], width: number): LegendEntry[] {
  let [x, y] = [0, 0]
  return entries.map((one) => {
    const own = textWidth(one.text, fontPixels) + (one.swatch ? swatchPixels : 0)
    if (x > 0 && x + own > width) [x, y] = [0, y + rowPixels]
    const box = { x, y, width: own, height: rowPixels - 4 }
    x += own + 18
    return { ...one, box }
  })
}

function drawn(entries: readonly LegendEntry[], x: number, y: number, theme: ChartTheme): string {
  return entries
    .map(({ text, swatch, box }) => {
      const baseline = y + box.y + 13
      const mark = swatch ? `<g transform="translate(${x + box.x} ${baseline})">${swatch}</g>` : ''
      const left = x + box.x + (swatch ? swatchPixels : 0)
      return mark + svgText(text, { x: left, y: baseline, pixels: fontPixels, theme, colour: 'ink-quiet' })
    })
    .join('')
}
