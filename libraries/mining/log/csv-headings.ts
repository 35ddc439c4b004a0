/**
 * What a column of a CSV file can hold. `timeOfDay` and `endTimeOfDay` are times that stand apart from their dates in `at` and
 * `endedAt`; an end that tells a time alone is of the day of its start.
 */
export type CsvField =
  | 'caseId'
  | 'activity'
  | 'at'
  | 'timeOfDay'
  | 'endedAt'
  | 'endTimeOfDay'
  | 'actor'
  | 'actorKind'
  | 'role'
  | 'department'
  | 'lifecycle'
  | 'cause'
  | 'touchSeconds'

/** What a Japanese office numbers: 申請番号, 申請ID, 申請No. */
const numbered = [
  ...[
    '案件',
    '管理',
    '伝票',
    '申請',
    '受付',
    '注文',
    '発注',
    '受注',
    '請求',
    '稟議',
    '依頼',
    '文書',
    'チケット',
    'ケース',
  ],
  ...['整理', '事案', '契約', '起案', '精算', '届出', '問い合わせ', '問合せ', 'インシデント'],
]

/**
 * Headings by which a column is known, best first, in Japanese, English and German; compared without case, spaces, underscores
 * and what is in brackets.
 */
const headings: Record<CsvField, readonly string[]> = {
  caseId: [
    ...['case:concept:name', 'caseid', 'case', 'traceid', 'trace', 'caseno', 'casenumber', 'processinstanceid'],
    ...['instanceid', 'ticketid', 'ticketnumber', 'ticket', 'incidentid', 'incidentnumber', 'incident', 'requestid'],
    ...['requestnumber', 'orderid', 'ordernumber', 'orderno', 'invoicenumber', 'invoiceno', 'applicationid'],
    ...numbered.flatMap((thing) => [`${thing}番号`, `${thing}id`, `${thing}no`]),
    ...['案件', 'ケース', '事案', 'fall', 'fallid', 'fallnr', 'fallnummer', 'vorgang', 'vorgangsnr', 'vorgangsnummer'],
  ],
  activity: [
    ...['concept:name', 'activity', 'activityname', 'task', 'taskname', 'event', 'eventname', 'step', 'action'],
    ...['operation', 'eventtype', '作業名', '作業', '作業内容', '業務', '業務名', '工程', '工程名', '処理', '処理名'],
    ...['処理内容', 'アクティビティ', '活動', 'タスク', 'イベント', 'ステップ', '手続き', '手続', '操作', 'アクション'],
    ...['対応内容', 'ステータス', '状態', 'status', 'aktivität', 'tätigkeit', 'ereignis', 'schritt', 'arbeitsschritt'],
  ],
  at: [
    ...['time:timestamp', 'starttimestamp', 'timestamp', 'startdatetime', 'datetime', 'eventtime', 'eventtimestamp'],
    ...['eventdatetime', 'occurredat', 'zeitstempel', 'zeitpunkt', '作業日時', '対応日時', '受付日時'],
    ...['開始日時', '日時', '発生日時', '実施日時', '処理日時', '登録日時', '操作日時', 'タイムスタンプ'],
    ...[
      'startdate',
      'date',
      'eventdate',
      'datum',
      '開始日',
      '開始日付',
      '日付',
      '年月日',
      '実施日',
      '処理日',
      '作業日',
    ],
    ...['starttime', 'start', 'time', 'at', '開始', 'startzeit', 'beginn', 'uhrzeit', 'zeit'],
    ...['発生日', '対応日', '登録日', '受付日'],
  ],
  timeOfDay: [
    ...['時刻', '開始時刻', '開始時間', '実施時刻', '処理時刻', '発生時刻', '開始'],
    ...['timeofday', 'clocktime', 'starttime', 'time', 'start', 'startzeit', 'beginn', 'uhrzeit', 'zeit'],
  ],
  endedAt: [
    ...['endtimestamp', 'completetimestamp', 'completiontime', 'enddatetime', 'enddate', 'endedat', 'complete'],
    ...['終了日時', '終了日', '終了日付', '完了日時', '完了日', '完了日付', '終了', '完了', 'endtime', 'end'],
    ...['endzeit', 'ende'],
  ],
  endTimeOfDay: ['終了時刻', '終了時間', '完了時刻', 'endtime', 'end', '終了', 'endzeit', 'ende'],
  actor: [
    ...['org:resource', 'resource', 'actor', 'user', 'username', 'person', 'employee', 'performer', 'owner', 'agent'],
    ...['担当者', '担当者名', '担当', '実施者', '処理者', '作業者', '操作者', '氏名', '社員名', 'ユーザー'],
    ...['対応者', '実行者', '入力者', '登録者', '更新者', '担当社員', '担当職員', 'assignee', 'operator'],
    ...['bearbeiter', 'mitarbeiter', 'benutzer', 'ressource'],
  ],
  actorKind: ['actorkind', '担当区分'],
  role: ['org:role', 'role', '役割', '役職', '職位', '職種', 'rolle'],
  department: [
    ...[
      'org:group',
      'department',
      'group',
      'team',
      'division',
      '部門',
      '部門名',
      '部署',
      '部署名',
      '所属',
      '課',
      '担当部署',
    ],
    ...['担当部門', '担当課', 'abteilung', 'gruppe'],
  ],
  lifecycle: ['lifecycle:transition', 'lifecycle', '状態区分'],
  cause: ['cause', '起因'],
  touchSeconds: ['touchseconds', '作業秒数'],
}

export const csvFields = Object.keys(headings) as CsvField[] // as: the keys of the object just written

const plainHeading = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【「].*?[)\]】」]/g, '')
    .replace(/[\s_\uFEFF*※.・]/g, '')

/** When an event was written down: its time where nothing else tells one. */
const writtenDown = [
  '記録日時',
  '入力日時',
  '更新日時',
  '記録日',
  '入力日',
  '更新日',
  'recordedat',
  'createdat',
  'updatedat',
]

/** How headings end that tell something of a case or an activity, not which one it is. */
const describes = /(type|status|owner|amount|time|stamp|date|日|日時|時刻|者|者名|区分|種別|状態|金額)$/
const numbers = /(id|no|number|番号)$/

/**
 * Which column holds what, by its heading; `named` gives headings that the user has chosen. A known heading wins over one
 * that merely begins with a known word. A time without a date column is taken as holding both, and an end without a start
 * as the one time there is. Fields in the order of `csvFields`.
 */
export function columnsOf(
  cells: readonly string[],
  named: Partial<Record<CsvField, string>> = {},
): Map<CsvField, number> {
  const names = cells.map(plainHeading)
  const columns = new Map<CsvField, number>()
  const taken = new Set<number>()
  const take = (field: CsvField, place: number | undefined) => {
    if (place === undefined || place < 0 || taken.has(place) || columns.has(field)) return
    taken.add(place)
    columns.set(field, place)
  }
  for (const field of csvFields) {
    const chosen = named[field]
    if (chosen !== undefined) take(field, names.indexOf(plainHeading(chosen)))
  }
  for (const field of csvFields) for (const heading of headings[field]) take(field, freePlace(names, taken, heading))
  const isOther = (field: CsvField, name: string) =>
    (field !== 'at' && describes.test(name)) || (field === 'activity' && numbers.test(name))
  for (const field of ['caseId', 'activity', 'at'] as const)
    for (const heading of headings[field])
      if (heading.length > 3 || /[^ -~]{2}/.test(heading))
        take(
          field,
          names.findIndex((name, place) => !taken.has(place) && name.startsWith(heading) && !isOther(field, name)),
        )
  const rename = (from: CsvField, to: CsvField) => {
    const place = columns.get(from)
    if (columns.has(to) || place === undefined) return
    columns.delete(from)
    columns.set(to, place)
  }
  rename('timeOfDay', 'at')
  rename('endTimeOfDay', 'endedAt')
  rename('endedAt', 'at')
  for (const heading of writtenDown) take('at', freePlace(names, taken, heading))
  return new Map(csvFields.flatMap((field) => [[field, columns.get(field)] as const]).filter(isPlaced))
}

function isPlaced(column: readonly [CsvField, number | undefined]): column is readonly [CsvField, number] {
  return column[1] !== undefined
}

/** The headings that the user has chosen and no cell of a row bears. */
export function missingHeadings(cells: readonly string[], named: Partial<Record<CsvField, string>>): string[] {
  const names = cells.map(plainHeading)
  return Object.values(named).filter((heading) => !names.includes(plainHeading(heading)))
}

function freePlace(names: readonly string[], taken: ReadonlySet<number>, heading: string): number | undefined {
  return [...names.keys()].find((place) => !taken.has(place) && names[place] === heading)
}
