/** A column by its title (compared without regard to width, brackets and spaces) or by its number, counted from 1. */
export type StatementColumn = string | number

/**
 * How the columns of a bank's CSV are read. Amounts stand in `withdrawal` and `deposit`, or in one `amount` that is negative for
 * withdrawals, or in one `amount` beside a `direction` (入出金区分). Columns given by number alone need no header in the file.
 */
export type StatementMapping = {
  date: StatementColumn | { year: StatementColumn; month: StatementColumn; day: StatementColumn }
  description: StatementColumn | readonly StatementColumn[]
  withdrawal?: StatementColumn
  deposit?: StatementColumn
  amount?: StatementColumn
  direction?: StatementColumn
  balance?: StatementColumn
  account?: StatementColumn
  /** What a year of one or two digits counts; when absent, to 18 years of 令和, from 19 western years (19 is 2019). */
  years?: 'reiwa' | 'western'
}

export type StatementLayout = { id: string; name: string; header: readonly string[]; mapping: StatementMapping }

const layout = (id: string, name: string, header: readonly string[], mapping: StatementMapping): StatementLayout => ({
  ...{ id, name, header, mapping },
})

/** Headers of the banks' own exports, as seen in public code and manuals of 2024 to 2026; recognised by their titles, in any order. */
export const statementLayouts: readonly StatementLayout[] = [
  layout(
    'mufg-direct',
    '三菱UFJダイレクト',
    ['日付', '摘要', '摘要内容', '支払い金額', '預かり金額', '差引残高', 'メモ', '未資金化区分', '入払区分'],
    {
      date: '日付',
      description: ['摘要', '摘要内容'],
      withdrawal: '支払い金額',
      deposit: '預かり金額',
      balance: '差引残高',
    },
  ),
  layout(
    'smbc-direct',
    '三井住友銀行',
    ['年月日', 'お引出し', 'お預入れ', 'お取り扱い内容', '残高', 'メモ', 'ラベル'],
    {
      date: '年月日',
      description: 'お取り扱い内容',
      withdrawal: 'お引出し',
      deposit: 'お預入れ',
      balance: '残高',
    },
  ),
  layout('mizuho-direct', 'みずほダイレクト', ['明細通番', '日付', 'お引出金額', 'お預入金額', '残高', 'お取引内容'], {
    date: '日付',
    description: 'お取引内容',
    withdrawal: 'お引出金額',
    deposit: 'お預入金額',
    balance: '残高',
  }),
  layout('rakuten', '楽天銀行', ['取引日', '入出金(円)', '残高(円)', '入出金先内容'], {
    date: '取引日',
    description: '入出金先内容',
    amount: '入出金(円)',
    balance: '残高(円)',
  }),
  layout('rakuten', '楽天銀行', ['取引日', '入出金(円)', '取引後残高(円)', '入出金内容'], {
    date: '取引日',
    description: '入出金内容',
    amount: '入出金(円)',
    balance: '取引後残高(円)',
  }),
  layout('sbi-sumishin', '住信SBIネット銀行', ['日付', '内容', '出金金額(円)', '入金金額(円)', '残高(円)', 'メモ'], {
    date: '日付',
    description: '内容',
    withdrawal: '出金金額(円)',
    deposit: '入金金額(円)',
    balance: '残高(円)',
  }),
  layout(
    'paypay-bank',
    'PayPay銀行',
    [
      ...['操作日(年)', '操作日(月)', '操作日(日)', '操作時刻(時)', '操作時刻(分)', '操作時刻(秒)', '取引順番号'],
      ...['摘要', 'お支払金額', 'お預り金額', '残高', 'メモ'],
    ],
    {
      date: { year: '操作日(年)', month: '操作日(月)', day: '操作日(日)' },
      description: '摘要',
      withdrawal: 'お支払金額',
      deposit: 'お預り金額',
      balance: '残高',
    },
  ),
  layout('gmo-aozora', 'GMOあおぞらネット銀行', ['日付', '摘要', '入金金額', '出金金額', '残高', 'メモ'], {
    date: '日付',
    description: '摘要',
    withdrawal: '出金金額',
    deposit: '入金金額',
    balance: '残高',
  }),
  layout('sbi-shinsei', 'SBI新生銀行', ['取引日', '摘要', '出金金額', '入金金額', '残高', 'メモ'], {
    date: '取引日',
    description: '摘要',
    withdrawal: '出金金額',
    deposit: '入金金額',
    balance: '残高',
  }),
  layout(
    'yucho-direct',
    'ゆうちょダイレクト',
    ['取引日', '入出金明細ID', '受入金額(円)', '払出金額(円)', '詳細1', '詳細2', '現在(貸付)高'],
    {
      date: '取引日',
      description: ['詳細1', '詳細2'],
      withdrawal: '払出金額(円)',
      deposit: '受入金額(円)',
      balance: '現在(貸付)高',
    },
  ),
  layout('aeon', 'イオン銀行', ['日付', 'お取引内容', 'お引出し', 'お預入れ', '残高(お借入れはマイナス表示)'], {
    date: '日付',
    description: 'お取引内容',
    withdrawal: 'お引出し',
    deposit: 'お預入れ',
    balance: '残高(お借入れはマイナス表示)',
  }),
  ...[
    ['出金金額(円)', '入金金額(円)'],
    ['出金(円)', '入金(円)'],
  ].map(([withdrawal = '', deposit = '']) =>
    layout(
      'anser-csv',
      'ANSER（法人インターネットバンキング）',
      [
        ...['照会口座', '番号', '勘定日', '(起算日)', withdrawal, deposit, '小切手区分', '残高(円)', '取引区分'],
        ...['明細区分', '金融機関名', '支店名', '摘要'],
      ],
      {
        date: '勘定日',
        description: ['取引区分', '摘要'],
        withdrawal,
        deposit,
        balance: '残高(円)',
        account: '照会口座',
      },
    ),
  ),
]

/** Titles of columns in exports of banks not listed, for a proposal. */
export const usualTitles = [
  {
    key: 'date',
    titles: ['日付', '取引日', '年月日', '勘定日', '取引年月日', 'お取引日', '取扱日', '処理日', '起算日', 'date'],
  },
  {
    key: 'description',
    titles: ['摘要', '内容', 'お取引内容', '取引内容', '摘要内容', '備考', '取引先', '相手先', 'description'],
  },
  {
    key: 'withdrawal',
    titles: [
      '出金',
      '出金金額',
      'お引出し',
      'お支払金額',
      'お支払い金額',
      '支払金額',
      '引出金額',
      '払出金額',
      '借方',
      'withdrawal',
    ],
  },
  {
    key: 'deposit',
    titles: [
      '入金',
      '入金金額',
      'お預入れ',
      'お預り金額',
      'お預かり金額',
      '預入金額',
      '受入金額',
      '預かり金額',
      '貸方',
      'deposit',
    ],
  },
  { key: 'amount', titles: ['入出金', '入出金額', '取引金額', '金額'] },
  { key: 'direction', titles: ['入出金区分', '入払区分', '区分', '取引区分', '入出区分'] },
  { key: 'balance', titles: ['残高', '差引残高', '取引後残高', '現在高', '預金残高', 'balance'] },
] as const
