import { chartColours } from '../map/chart-theme.ts'
import type { Language } from '../map/map-words.ts'
import { escaped } from '../map/svg-text.ts'

export interface Section {
  heading: string
  /** HTML, its texts escaped. */
  body: string
}

interface Page {
  language: Language
  title: string
  figures: string
  map: string
  sections: readonly Section[]
  footer: string
}

/** The page round the sections: its own style sheet, no script, no font or picture from elsewhere. */
export function pageOf({ language, title, figures, map, sections, footer }: Page): string {
  const parts = sections.map(({ heading, body }) => `<section><h2>${escaped(heading)}</h2>${body}</section>`)
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<header><h1>${escaped(title)}</h1>${figures}</header>`,
    `<main><figure tabindex="0">${map}</figure><div class="sections">${parts.join('')}</div></main>`,
    `<footer>${escaped(footer)}</footer></body></html>\n`,
  ].join('')
}

const properties = (theme: 'light' | 'dark') =>
  Object.entries(chartColours[theme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')

const style = [
  `:root{${properties('light')}}@media (prefers-color-scheme:dark){:root{${properties('dark')}}}`,
  '*{box-sizing:border-box}',
  "body{margin:0 auto;max-width:1440px;padding:24px;background:var(--ground);color:var(--ink);font:14px/1.6 'Noto Sans JP','Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif}",
  'h1{font-size:22px;line-height:1.3;margin:0 0 12px}h2{font-size:15px;line-height:1.4;margin:0 0 6px}p{margin:0 0 6px}',
  'ol,ul{margin:0;padding-left:1.3em}li{margin:0 0 4px;overflow-wrap:anywhere}',
  '.figures{display:flex;flex-wrap:wrap;gap:4px 28px;margin:0 0 16px}.figures div{display:flex;flex-direction:column-reverse}',
  '.figures dt{font-size:12px;color:var(--ink-quiet)}.figures dd{margin:0;font-size:20px;font-weight:700;line-height:1.3}',
  'main{display:grid;grid-template-columns:minmax(0,6fr) minmax(0,5fr);gap:16px;align-items:start}',
  'figure{margin:0;overflow-x:auto;background:var(--ground);border:1px solid var(--line-strong);border-radius:8px}',
  'figure svg{display:block;margin:0 auto;max-width:max(100%,600px);height:auto}.sections{display:grid;gap:12px}',
  'section{background:var(--sheet);border:1px solid var(--line);border-radius:8px;padding:12px 16px;break-inside:avoid}',
  '.quiet{color:var(--ink-quiet);font-size:12px}.count{font-variant-numeric:tabular-nums;white-space:nowrap}',
  'table{border-collapse:collapse;width:100%;font-size:13px}th,td{text-align:left;padding:3px 8px 3px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}',
  'th{font-weight:400;color:var(--ink-quiet);font-size:12px;border:0}td.count,th.count{text-align:right;width:1%}.level{white-space:nowrap;width:1%}',
  'footer{margin-top:16px;font-size:12px;color:var(--ink-quiet)}',
  '@media (max-width:900px){body{padding:12px}main{grid-template-columns:minmax(0,1fr)}}',
  `@media print{@page{size:A4;margin:9mm}:root{${properties('light')};--ground:#FFFFFF}`,
  'body{padding:0;font-size:7.6pt;line-height:1.35;max-width:none}h1{font-size:13pt;margin:0 0 4px}h2{font-size:8.6pt;margin:0 0 2px}',
  '.figures{margin:0 0 6px;gap:2px 18px}.figures dd{font-size:10.5pt}.figures dt,.quiet,th,footer,table{font-size:7pt}',
  'main{grid-template-columns:minmax(0,53fr) minmax(0,47fr);gap:6px}.sections{gap:4px}section{padding:4px 7px}li,p{margin:0 0 1px}td{padding:1px 5px 1px 0}',
  'figure{overflow:visible}figure svg.ennoshita-chart{max-width:100%;max-height:262mm;width:auto;height:auto}footer{margin-top:4px}}',
].join('')
