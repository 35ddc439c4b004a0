import { blank, type Field, field, fixed, placed } from './field.ts'

/** 預金種目, as each record allows them. */
const ownAccount = { 1: '普通', 2: '当座', 9: 'その他' }
const paidAccount = { 1: '普通', 2: '当座', 4: '貯蓄', 9: 'その他' }
const salaryAccount = { 1: '普通', 2: '当座' }
const debitedAccount = { 1: '普通', 2: '当座', 3: '納税準備', 9: 'その他' }
const statementAccount = { 1: '普通', 2: '当座', 4: '貯蓄', 5: '通知', 6: '定期', 7: '積立定期', 9: 'その他' }

const newCode = field('newCode', '新規コード', 1, 'optionalChoice', {
  choices: { 0: 'その他', 1: '第1回', 2: '変更' },
  absent: '0',
})

/** ヘッダー・レコード of the four requests; the codes and the date are named as in the kind's own specification. */
const requestHeader = (kind: string, title: string, client: string, date: string) =>
  placed(
    fixed('データ区分', '1', 'ヘッダー・レコード'),
    fixed('種別コード', kind, title),
    fixed('コード区分', '0', 'JIS'),
    field('clientCode', `${client}コード`, 10, 'digits'),
    field('clientName', `${client}名`, 40, 'name'),
    field('transferDate', date, 4, 'monthDay'),
    field('bankCode', '仕向銀行番号', 4, 'code'),
    field('bankName', '仕向銀行名', 15, 'optionalName'),
    field('branchCode', '仕向支店番号', 3, 'digits'),
    field('branchName', '仕向支店名', 15, 'optionalName'),
    field('accountType', '預金種目', 1, 'choice', { choices: ownAccount }),
    field('accountNumber', '口座番号', 7, 'code'),
    blank(17),
  )

const dataMark = fixed('データ区分', '2', 'データ・レコード')
const trailerMark = fixed('データ区分', '8', 'トレーラ・レコード')
const endMark = fixed('データ区分', '9', 'エンド・レコード')

/** 総合振込, 給与 and 賞与 name the receiver alike, up to 新規コード. */
const receiver = (accounts: Readonly<Record<string, string>>) =>
  [
    { ...dataMark },
    field('bankCode', '被仕向銀行番号', 4, 'code'),
    field('bankName', '被仕向銀行名', 15, 'optionalName'),
    field('branchCode', '被仕向支店番号', 3, 'digits'),
    field('branchName', '被仕向支店名', 15, 'optionalName'),
    field('clearingHouse', '手形交換所番号', 4, 'optionalDigits'),
    field('accountType', '預金種目', 1, 'choice', { choices: accounts }),
    field('accountNumber', '口座番号', 7, 'code'),
    field('accountName', '受取人名', 30, 'name'),
    field('amount', '振込金額', 10, 'amount'),
    { ...newCode },
  ] as const

const transferRecord = placed(
  ...receiver(paidAccount),
  field('customerCode1', '顧客コード1', 10, 'optionalText'),
  field('customerCode2', '顧客コード2', 10, 'optionalText'),
  field('transferType', '振込指定区分', 1, 'optionalChoice', { choices: { 7: '電信', 8: '文書' }, absent: '7' }),
  field('ediMark', '識別表示', 1, 'optionalChoice', { choices: { Y: '顧客コード1・2はEDI情報' }, absent: ' ' }),
  blank(7),
)

const salaryRecord = placed(
  ...receiver(salaryAccount),
  field('employeeNumber', '社員番号', 10, 'optionalDigits'),
  field('departmentCode', '所属コード', 10, 'optionalDigits'),
  blank(9),
)

const debitRecord = placed(
  { ...dataMark },
  field('bankCode', '引落銀行番号', 4, 'code'),
  field('bankName', '引落銀行名', 15, 'optionalName'),
  field('branchCode', '引落支店番号', 3, 'digits'),
  field('branchName', '引落支店名', 15, 'optionalName'),
  blank(4),
  field('accountType', '預金種目', 1, 'choice', { choices: debitedAccount }),
  field('accountNumber', '口座番号', 7, 'code'),
  field('accountName', '預金者名', 30, 'name'),
  field('amount', '引落金額', 10, 'amount'),
  { ...newCode },
  field('customerNumber', '顧客番号', 20, 'optionalText'),
  field('resultCode', '振替結果コード', 1, 'optionalChoice', {
    choices: {
      0: '振替済（依頼のときも0）',
      1: '資金不足',
      2: '預金取引なし',
      3: '預金者の都合による振替停止',
      4: '預金口座振替依頼書なし',
      8: '委託者の都合による振替停止',
      9: 'その他',
    },
    absent: '0',
  }),
  blank(8),
)

const requestTrailer = placed(
  trailerMark,
  field('count', '合計件数', 6, 'count'),
  field('total', '合計金額', 12, 'yen'),
  blank(101),
)
const debitTrailer = placed(
  { ...trailerMark },
  field('count', '合計件数', 6, 'count'),
  field('total', '合計金額', 12, 'yen'),
  field('transferredCount', '振替済件数', 6, 'count'),
  field('transferredTotal', '振替済金額', 12, 'yen'),
  field('failedCount', '振替不能件数', 6, 'count'),
  field('failedTotal', '振替不能金額', 12, 'yen'),
  blank(65),
)

/** 入出金取引明細 and 振込入金通知 begin alike; some banks send a block of ten digits for the account (000 before 預金種目). */
const reportHead = (kind: string, title: string) =>
  [
    fixed('データ区分', '1', 'ヘッダー・レコード'),
    fixed('種別コード', kind, title),
    fixed('コード区分', '0', 'JIS'),
    field('madeOn', '作成日', 6, 'wareki'),
    field('from', '勘定日（自）', 6, 'wareki'),
    field('to', '勘定日（至）', 6, 'wareki'),
    field('bankCode', '銀行コード', 4, 'code'),
    field('bankName', '銀行名', 15, 'optionalBankText'),
    field('branchCode', '支店コード', 3, 'digits'),
    field('branchName', '支店名', 15, 'optionalBankText'),
  ] as const

const statementHeader = placed(
  ...reportHead('03', '入出金取引明細'),
  blank(3, '0'),
  field('accountType', '預金種目', 1, 'choice', { choices: statementAccount }),
  field('accountNumber', '口座番号', 7, 'code'),
  field('accountName', '口座名', 40, 'optionalBankText'),
  field('', '貸越区分', 1, 'sign', { choices: { 1: 'プラス', 2: 'マイナス' }, partner: 'openingBalance' }),
  field('bookType', '通帳・証書区分', 1, 'optionalChoice', {
    choices: { 0: 'なし', 1: '通帳', 2: '証書' },
    absent: '1',
  }),
  field('openingBalance', '取引前残高', 14, 'balance', { partner: 111 }),
  blank(74),
)

const statementRecord = placed(
  { ...dataMark },
  field('inquiryNumber', '照会番号', 8, 'optionalDigits'),
  field('accountingDate', '勘定日', 6, 'wareki'),
  field('valueDate', '預入・払出日', 6, 'optionalWareki'),
  field('direction', '入払区分', 1, 'choice', { choices: { 1: '入金', 2: '出金' } }),
  field('transactionType', '取引区分', 2, 'choice', {
    choices: {
      10: '現金',
      11: '振込',
      12: '他店券入金',
      13: '交換',
      14: '振替',
      15: '継続',
      18: 'その他',
      19: '訂正',
    },
  }),
  field('amount', '取引金額', 12, 'yen'),
  field('otherBankChecks', 'うち他店券金額', 12, 'optionalYen'),
  field('clearingPresentedOn', '交換呈示日', 6, 'optionalWareki'),
  field('dishonouredOn', '不渡返還日', 6, 'optionalWareki'),
  field('billType', '手形・小切手区分', 1, 'optionalChoice', {
    choices: { 0: 'なし', 1: '小切手', 2: '約束手形', 3: '為替手形' },
    absent: '0',
  }),
  field('billNumber', '手形・小切手番号', 7, 'optionalDigits'),
  field('fellowBranchCode', '僚店番号', 3, 'optionalDigits'),
  field('clientCode', '振込依頼人コード', 10, 'optionalDigits'),
  field('clientName', '振込依頼人名または契約者番号', 48, 'optionalBankText'),
  field('bankName', '仕向銀行名', 15, 'optionalBankText'),
  field('branchName', '仕向店名', 15, 'optionalBankText'),
  field('summary', '摘要内容', 20, 'optionalBankText'),
  field('ediInformation', 'EDI情報', 20, 'optionalBankText'),
  blank(1),
)

const statementTrailer = placed(
  { ...trailerMark },
  field('depositCount', '入金件数', 6, 'count'),
  field('depositTotal', '入金額合計', 13, 'yen'),
  field('withdrawalCount', '出金件数', 6, 'count'),
  field('withdrawalTotal', '出金額合計', 13, 'yen'),
  field('', '貸越区分', 1, 'sign', { choices: { 1: 'プラス', 2: 'マイナス' }, partner: 'closingBalance' }),
  field('closingBalance', '取引後残高', 14, 'balance', { partner: 40 }),
  field('count', 'データ・レコード件数', 7, 'count'),
  blank(139),
)

const noticeHeader = placed(
  ...reportHead('01', '振込入金通知'),
  field('accountType', '預金種目', 1, 'choice', { choices: statementAccount }),
  field('accountNumber', '口座番号', 7, 'code'),
  field('accountName', '口座名', 40, 'optionalBankText'),
  blank(93),
)

const noticeRecord = placed(
  { ...dataMark },
  field('inquiryNumber', '照会番号', 6, 'optionalDigits'),
  field('accountingDate', '勘定日', 6, 'wareki'),
  field('valueDate', '起算日', 6, 'optionalWareki'),
  field('amount', '金額', 10, 'yen'),
  field('otherBankChecks', 'うち他店券金額', 10, 'optionalYen'),
  field('clientCode', '振込依頼人コード', 10, 'optionalDigits'),
  field('clientName', '振込依頼人名', 48, 'optionalBankText'),
  field('bankName', '仕向銀行名', 15, 'optionalBankText'),
  field('branchName', '仕向店名', 15, 'optionalBankText'),
  field('cancellation', '取消区分', 1, 'optionalChoice', { choices: { 0: '通常', 1: '取消' }, absent: ' ' }),
  field('ediInformation', 'EDI情報', 20, 'optionalBankText'),
  blank(52),
)

const noticeTrailer = placed(
  { ...trailerMark },
  field('count', '振込合計件数', 6, 'count'),
  field('total', '振込合計金額', 12, 'yen'),
  field('cancelledCount', '取消合計件数', 6, 'count'),
  field('cancelledTotal', '取消合計金額', 12, 'yen'),
  blank(163),
)

const plainEnd = placed(endMark, blank(119))
const statementEnd = placed(
  { ...endMark },
  field('recordCount', 'レコード総件数', 10, 'count'),
  field('accountCount', '口座数', 5, 'count'),
  blank(184),
)
const noticeEnd = placed({ ...endMark }, blank(199))

const salary = (kind: string, title: string) =>
  ({
    title,
    bytes: 120,
    header: requestHeader(kind, title, '委託者', '振込指定日'),
    record: salaryRecord,
    trailer: requestTrailer,
    end: plainEnd,
  }) as const

/** The record layouts by 種別コード, as 全銀協 and banks publish them; every field with its length, characters and rule. */
export const layouts = {
  '21': {
    title: '総合振込',
    bytes: 120,
    header: requestHeader('21', '総合振込', '振込依頼人', '振込指定日'),
    record: transferRecord,
    trailer: requestTrailer,
    end: plainEnd,
  },
  '11': salary('11', '給与振込'),
  '12': salary('12', '賞与振込'),
  '71': salary('71', '給与振込（公務員）'),
  '72': salary('72', '賞与振込（公務員）'),
  '91': {
    title: '口座振替',
    bytes: 120,
    header: requestHeader('91', '口座振替', '委託者', '引落日'),
    record: debitRecord,
    trailer: debitTrailer,
    end: plainEnd,
  },
  '03': {
    title: '入出金取引明細',
    bytes: 200,
    header: statementHeader,
    record: statementRecord,
    trailer: statementTrailer,
    end: statementEnd,
  },
  '01': {
    title: '振込入金通知',
    bytes: 200,
    header: noticeHeader,
    record: noticeRecord,
    trailer: noticeTrailer,
    end: noticeEnd,
  },
} as const

/** 種別コード of the kinds that are read and written. */
export type ZenginKind = keyof typeof layouts

export type Layout = {
  title: string
  bytes: number
  header: readonly Field[]
  record: readonly Field[]
  trailer: readonly Field[]
  end: readonly Field[]
}

export const isZenginKind = (kind: string): kind is ZenginKind => Object.hasOwn(layouts, kind)
