/** Colours of the charts: the fallbacks of custom properties, so that a page's own theme wins wherever it sets them. */
export type ChartTheme = 'light' | 'dark'

export const waitClasses = ['wait-0', 'wait-1', 'wait-2', 'wait-3', 'wait-4'] as const
export type WaitClass = (typeof waitClasses)[number]
type ColourName = 'ground' | 'sheet' | 'line' | 'line-strong' | 'ink' | 'ink-quiet' | 'brand' | WaitClass

/** Every colour stands at 3:1 or more against its sheet, text at 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11), hairlines apart. */
export const chartColours: Record<ChartTheme, Record<ColourName, string>> = {
  light: {
    ...{
      ground: '#F5F6F4',
      sheet: '#FFFFFF',
      line: '#E8ECF0',
      'line-strong': '#C9D1D9',
      ink: '#1F2933',
      'ink-quiet': '#52606D',
      brand: '#0B5C6B',
    },
    ...{ 'wait-0': '#73828F', 'wait-1': '#0B5C6B', 'wait-2': '#8F6B00', 'wait-3': '#C2500A', 'wait-4': '#A31621' },
  },
  dark: {
    ...{
      ground: '#13171A',
      sheet: '#1A2024',
      line: '#2A3238',
      'line-strong': '#3D474F',
      ink: '#E3E8EC',
      'ink-quiet': '#A7B3BD',
      brand: '#7ACCD8',
    },
    ...{ 'wait-0': '#93A3B0', 'wait-1': '#5CB8C7', 'wait-2': '#DDB53C', 'wait-3': '#F0904F', 'wait-4': '#FF7F86' },
  },
}

const hour = 3600
/** Upper bounds of the classes of waiting, seconds: the same on every map, so that two maps can be compared. */
const waitBounds = [hour, 24 * hour, 72 * hour, 168 * hour]

/** The class of a median wait; nothing where it is not known. */
export function waitClassOf(medianSeconds: number | undefined): WaitClass | undefined {
  if (medianSeconds === undefined) return undefined
  const place = waitBounds.findIndex((bound) => medianSeconds < bound)
  return waitClasses[place < 0 ? waitBounds.length : place]
}

/** `fill` or `stroke` for programs without custom properties, and the class that carries the property for those with. */
export function painted(kind: 'fill' | 'stroke', colour: ColourName, theme: ChartTheme): string {
  return `${kind}="${chartColours[theme][colour]}" class="${kind}-${colour}"`
}

/**
 * The style sheet of one chart: it touches nothing outside, and loads no font. Paper is white whatever the theme on the
 * screen, and a chart is never wider than the page.
 */
export function chartStyle(theme: ChartTheme): string {
  const rules = Object.entries(chartColours[theme]).flatMap(([name, value]) =>
    (['fill', 'stroke'] as const).map((kind) => `.ennoshita-chart .${kind}-${name}{${kind}:var(--${name},${value})}`),
  )
  const printed = Object.entries({ ...chartColours.light, ground: '#FFFFFF' }).flatMap(([name, value]) =>
    (['fill', 'stroke'] as const).map((kind) => `.ennoshita-chart .${kind}-${name}{${kind}:${value}}`),
  )
  const page = '.ennoshita-chart{max-width:100%;max-height:100vh;height:auto}'
  return `<style>${rules.join('')}@media print{${page}${printed.join('')}}</style>`
}

export const fontFamily =
  "'Noto Sans JP Variable','Noto Sans JP','Hiragino Sans','Yu Gothic UI','BIZ UDPGothic',Meiryo,sans-serif"
