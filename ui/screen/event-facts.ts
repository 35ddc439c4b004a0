import { isLocalDate } from '@ennoshita/kernel'
import { dateInTable } from './days.ts'

type Pair = readonly [ja: string, en: string]

const names: Readonly<Record<string, Pair>> = {
  from: ['前', 'before'],
  to: ['後', 'after'],
  was: ['前', 'before'],
  fromOn: ['開始日', 'from'],
  untilOn: ['最終日', 'until'],
  on: ['日付', 'date'],
  dueOn: ['期限', 'due'],
  leftOn: ['退職日', 'last day'],
  endedOn: ['終了日', 'ended on'],
  endsOn: ['期日', 'ends on'],
  noticeOn: ['予告日', 'notice on'],
  minutes: ['時間（分）', 'minutes'],
  fields: ['変えた項目', 'changed'],
  role: ['役割', 'role'],
  count: ['件数', 'count'],
  applied: ['取り込んだ件数', 'applied'],
  undone: ['取り消した件数', 'undone'],
  kept: ['残した件数', 'kept'],
  removed: ['消した件数', 'removed'],
  endedAssignments: ['終えた所属', 'assignments ended'],
  cancelledAssignments: ['取り消した所属', 'assignments taken back'],
  reopenedAssignments: ['戻した所属', 'assignments reopened'],
  main: ['本務', 'main assignment'],
  heads: ['部署の長', 'head of department'],
  steps: ['手順の数', 'steps'],
  tasks: ['仕事の数', 'tasks'],
  deputies: ['副担当の数', 'deputies'],
  outcome: ['結果', 'outcome'],
  number: ['番号', 'number'],
  occasion: ['対象', 'occasion'],
  command: ['操作', 'command'],
  repeated: ['くり返し', 'repeated'],
  reason: ['理由', 'reason'],
  postedOn: ['記帳の日付', 'posted on'],
  month: ['月', 'month'],
  lines: ['行の数', 'lines'],
  closedOn: ['閉じる日', 'closes on'],
  fileVersion: ['版', 'version'],
}

const values: Readonly<Record<string, Pair>> = {
  president: ['社長', 'President'],
  administrator: ['管理者', 'Administrator'],
  clerk: ['担当', 'Clerk'],
  head: ['部門長', 'Head'],
  employee: ['社員', 'Employee'],
  outsider: ['社外の協力者', 'Outsider'],
  closed: ['休業日', 'closed'],
  open: ['営業日', 'open'],
  name: ['名称', 'name'],
  nameKana: ['フリガナ', 'kana'],
  displayName: ['表示名', 'shown name'],
  familyName: ['姓', 'family name'],
  givenName: ['名', 'given name'],
  familyKana: ['姓カナ', 'family name (kana)'],
  givenKana: ['名カナ', 'given name (kana)'],
  formerFamilyName: ['旧姓', 'former name'],
  email: ['メール', 'e-mail'],
  phone: ['電話', 'phone'],
  employeeNumber: ['社員番号', 'employee number'],
  joinedOn: ['入社日', 'day of joining'],
  parentId: ['上位の部署', 'parent'],
  place: ['並び順', 'place'],
  heads: ['部署の長', 'head'],
  rank: ['並び順', 'rank'],
  corporateNumber: ['法人番号', 'corporate number'],
  registrationNumber: ['登録番号', 'registration number'],
  postalCode: ['郵便番号', 'postal code'],
  prefecture: ['都道府県', 'prefecture'],
  city: ['市区町村', 'city'],
  street: ['番地', 'street'],
  building: ['建物', 'building'],
  fiscalYearMonth: ['決算月', 'fiscal year'],
  fiscalYearDay: ['期首日', 'first day of the fiscal year'],
  rounding: ['端数処理', 'rounding'],
  weeklyRest: ['週休日', 'weekly rest'],
  closedOnHolidays: ['祝日の休み', 'closed on holidays'],
  'called-back': ['折り返した', 'called back'],
  started: ['着手中', 'started'],
  done: ['済み', 'done'],
  dropped: ['取りやめ', 'dropped'],
  title: ['件名', 'title'],
  note: ['覚え書き', 'note'],
  notes: ['覚え書き', 'notes'],
  dueOn: ['期限', 'due date'],
  dueRule: ['期日の決まり', 'due rule'],
  deputyIds: ['副担当', 'deputies'],
  mainId: ['主担当', 'main person'],
  usualMinutes: ['目安の時間', 'usual minutes'],
  repeats: ['くり返し', 'repetition'],
  code: ['番号', 'number'],
  kana: ['カナ', 'kana'],
  taxClass: ['税区分', 'tax class'],
  subAccounts: ['補助科目', 'sub-accounts'],
  closedOn: ['閉じる日', 'closing day'],
  kind: ['種別', 'kind'],
  transactionOn: ['取引年月日', 'date of the transaction'],
  amount: ['金額', 'amount'],
  partner: ['取引先', 'vendor'],
  departmentId: ['部門', 'department'],
}

/** How the program itself writes a word; one that has no name here is not for people. */
const isWordOfProgram = (text: string) => /^[a-z][a-zA-Z0-9]*([-.][a-z0-9]+)*$/.test(text)

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/i.test(value)

/**
 * The small facts of an event as `[name, value]` in words, for a history; ids and what has no name in the field are left out.
 */
export function factsOfEvent(
  facts: Readonly<Record<string, unknown>>,
  language: 'ja' | 'en',
): readonly (readonly [name: string, value: string])[] {
  const pick = (pair: Pair) => (language === 'en' ? pair[1] : pair[0])
  return Object.entries(facts).flatMap(([name, value]) => {
    const called = names[name]
    const text = called === undefined ? '' : wordOf(value, language)
    return called === undefined || text === '' ? [] : [[pick(called), text] as const]
  })
}

function wordOf(value: unknown, language: 'ja' | 'en'): string {
  if (value === null || value === undefined || isId(value)) return ''
  if (Array.isArray(value)) {
    const parts = value.map((each: unknown) => wordOf(each, language)).filter((part) => part !== '')
    return parts.join(language === 'en' ? ', ' : '、')
  }
  if (typeof value === 'boolean')
    return value ? (language === 'en' ? 'yes' : 'はい') : language === 'en' ? 'no' : 'いいえ'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  if (isLocalDate(value)) return dateInTable(value)
  const pair = values[value]
  if (pair === undefined) return isWordOfProgram(value) ? '' : value
  return language === 'en' ? pair[1] : pair[0]
}
