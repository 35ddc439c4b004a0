import { xmlLetters } from '../map/svg-text.ts'
import { type GridCell, gridOf, heightOf, numbersOf } from './excel-grid.ts'
import type { FlowChart } from './flow-chart.ts'

const font = 'Meiryo UI'
const headFill = '#EEF1F4'
const ruled = { borderStyle: 'thin', borderColor: '#52606D' } as const

const words = {
  ja: {
    chart: '業務フロー図',
    table: '手順一覧',
    heads: ['No.', '部門', '種別', '手順', '件数など', '次の手順', '例外・戻り', '備考'],
    kinds: { start: '開始', end: '終了', task: '作業', decision: '判断' },
    aside: '例外・戻り',
    note: '備考',
  },
  en: {
    chart: 'Chart',
    table: 'Steps',
    heads: ['No.', 'Department', 'Kind', 'Step', 'How often', 'Next', 'Exceptions', 'Notes'],
    kinds: { start: 'start', end: 'end', task: 'task', decision: 'decision' },
    aside: 'Exceptions, returns',
    note: 'Notes',
  },
} as const

/**
 * A chart as an Excel file (.xlsx): one sheet with the chart in cells, lanes as columns, boxes as merged cells, lines as
 * borders, exceptions in words beside each step, set to print one page wide on A4; one sheet with the steps as a table. Texts
 * are never formulas. The maker of the file is loaded when it is first needed.
 */
export async function flowChartToExcel(
  chart: FlowChart,
  options: { language?: 'ja' | 'en' } = {},
): Promise<Uint8Array> {
  const [{ default: writeExcel }, { strFromU8, strToU8, unzipSync, zipSync }] = await Promise.all([
    import('write-excel-file/universal'),
    import('fflate'),
  ])
  const say = words[options.language ?? 'ja']
  const { rows, widths } = gridOf(chart, { aside: say.aside, note: say.note })
  const file = writeExcel(
    [
      {
        data: rows.map((row) => row.map(written)),
        sheet: say.chart,
        columns: widths.map((width) => ({ width })),
        showGridLines: false,
      },
      {
        data: tableOf(chart, say),
        sheet: say.table,
        columns: tableWidths.map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ],
    { fontFamily: font, fontSize: 10 },
  )
  const files = unzipSync(new Uint8Array(await (await file.toBlob()).arrayBuffer()))
  for (const [name, bytes] of Object.entries(files))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) files[name] = strToU8(onePageWide(strFromU8(bytes)))
  return zipSync(files)
}

const tableWidths = [5, 16, 8, 34, 16, 30, 30, 34]

function written(cell: GridCell | null) {
  if (!cell) return null
  const { text, look, columns, rows, borders, height } = cell
  return {
    ...(text === undefined ? {} : { value: xmlLetters(text), type: String }),
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(height === undefined ? {} : { height }),
    wrap: true,
    ...looks[look],
    ...borders,
  }
}

const centred = { align: 'center', alignVertical: 'center' } as const
const looks = {
  title: { fontWeight: 'bold', fontSize: 14 },
  head: { ...centred, ...ruled, fontWeight: 'bold', backgroundColor: headFill },
  box: { ...centred, fontWeight: 'bold', borderStyle: 'medium', borderColor: '#1F2933' },
  round: { ...centred, fontWeight: 'bold', borderStyle: 'medium', borderColor: '#1F2933', backgroundColor: '#DDE3E9' },
  decision: {
    ...centred,
    fontWeight: 'bold',
    borderStyle: 'double',
    borderColor: '#1F2933',
    backgroundColor: '#FFF6DB',
  },
  label: { align: 'left', alignVertical: 'top', fontSize: 8 },
  arrow: { align: 'center', alignVertical: 'bottom', fontSize: 8 },
  words: { alignVertical: 'center', fontSize: 9 },
  empty: {},
} as const

function tableOf(chart: FlowChart, say: (typeof words)['ja' | 'en']) {
  const numbers = numbersOf(chart)
  const nameOf = (id: string) => chart.steps.find((step) => step.id === id)?.name ?? ''
  const waysOf = (id: string, isMain: boolean) =>
    chart.arrows
      .filter((arrow) => arrow.from === id && arrow.isMain === isMain)
      .map(({ to, label }) => `${numbers.get(to) ?? ''} ${nameOf(to)}${label === '' ? '' : `（${label}）`}`.trim())
      .join('\n')
  const cell = (text: string) =>
    ({ value: xmlLetters(text), type: String, wrap: true, alignVertical: 'top', ...ruled }) as const
  const head = say.heads.map((text) => ({ ...cell(text), fontWeight: 'bold', backgroundColor: headFill }) as const)
  return [
    head,
    ...chart.steps.map((step) => {
      const lane = chart.lanes.find(({ id }) => id === step.lane)?.name ?? ''
      const first = [numbers.get(step.id) ?? '', lane, say.kinds[step.kind], step.name, step.figure ?? '']
      const texts = [...first, waysOf(step.id, true), waysOf(step.id, false), step.note ?? '']
      const height = Math.max(...texts.map((text, column) => heightOf(text, tableWidths[column] ?? 10)))
      return texts.map((text) => ({ ...cell(text), height }))
    }),
  ]
}

/** Print set-up (ECMA-376 part 1, §18.3.1.65 and §18.3.1.63): A4 on its side, one page wide, as many long as it takes. */
function onePageWide(sheet: string): string {
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
  const set = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  const margins = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
  const opened = sheet.replace(/(<worksheet[^>]*>)/, `$1${fit}`).replace(/<pageSetup[^>]*\/>|<pageMargins[^>]*\/>/g, '')
  const last = /(<\/mergeCells>|<\/sheetData>)(?!.*<\/mergeCells>)/s
  return opened.replace(last, `$1${margins}${set}`)
}
