export type Slip = {
  readonly number: string
  readonly on: string
  readonly debit: string
  readonly credit: string
  readonly amount: number
  readonly tax: string
  readonly partner: string
  readonly note: string
  readonly state: '承認済' | '申請中' | '下書き' | '差戻し'
}

const debits = ['旅費交通費', '支払手数料', '売掛金', '仕入高', '接待交際費', '減価償却費', '水道光熱費', '法定福利費']
const credits = ['未払金', '普通預金', '売上高', '買掛金', '現金']
const taxes = ['課税10%', '課税8%(軽)', '対象外', '非課税', '課税10%(80%控除)']
const partners = [
  '株式会社髙島商事',
  '合同会社さくらデザイン',
  '㈱渡邊製作所',
  '斎藤税理士事務所',
  '東西電力エナジーパートナー株式会社',
]
const notes = [
  '新宿〜横浜 往復交通費(打合せ)',
  '10月分 携帯電話料金',
  'ノートパソコン用ACアダプター 2個',
  '事務所家賃 11月分',
  '顧問料 11月分',
]
const states = ['承認済', '申請中', '下書き', '差戻し'] as const

const pick = <Entry>(list: readonly Entry[], at: number, fallback: Entry): Entry => list[at % list.length] ?? fallback

export const slips: readonly Slip[] = Array.from({ length: 400 }, (_, at) => ({
  number: `2026-0${4200 - at}`,
  on: `2026-11-${String(20 - (Math.floor(at / 25) % 20)).padStart(2, '0')}`,
  debit: pick(debits, at * 3, ''),
  credit: pick(credits, at, ''),
  amount: at % 17 === 5 ? -5000 : 550 + at * 957,
  tax: pick(taxes, at, ''),
  partner: pick(partners, at * 2, ''),
  note: pick(notes, at, ''),
  state: pick(states, at * 7, '下書き'),
}))

export const accounts = [
  { value: '7141', code: '7141', label: '旅費交通費', kana: 'リョヒコウツウヒ' },
  { value: '7151', code: '7151', label: '通信費', kana: 'ツウシンヒ' },
  { value: '7161', code: '7161', label: '水道光熱費', kana: 'スイドウコウネツヒ' },
  { value: '7171', code: '7171', label: '接待交際費', kana: 'セッタイコウサイヒ' },
  { value: '7181', code: '7181', label: '支払手数料', kana: 'シハライテスウリョウ' },
  { value: '1111', code: '1111', label: '現金', kana: 'ゲンキン' },
  { value: '1131', code: '1131', label: '普通預金', kana: 'フツウヨキン' },
  { value: '3141', code: '3141', label: '未払金', kana: 'ミバライキン' },
]
