import type { Permission, Words } from '@ennoshita/kernel/server'

const keepers = { president: 'company', administrator: 'company' } as const

/** Who may do what, as sentences. A role for 監査役 or 税理士 is given `ledger.see-books` alone. */
export const ledgerPermissions: Record<string, Permission> = {
  'ledger.see-books': {
    says: {
      ja: '担当は、仕訳帳・総勘定元帳・試算表を見られる',
      en: 'Clerks see journals, general ledger and trial balance',
    },
    roles: { ...keepers, clerk: 'company' },
  },
  'ledger.see-chart': {
    says: { ja: '社員は、勘定科目の一覧を見られる', en: 'Employees see the chart of accounts' },
    roles: { ...keepers, clerk: 'company', head: 'company', employee: 'company' },
  },
  'ledger.keep-chart': {
    says: { ja: '担当は、勘定科目と補助科目を設け、変えられる', en: 'Clerks keep accounts and sub-accounts' },
    roles: { ...keepers, clerk: 'company' },
  },
  'ledger.post-journals': {
    says: { ja: '担当は、振替伝票を記帳できる', en: 'Clerks post journals' },
    roles: { ...keepers, clerk: 'company' },
  },
  'ledger.reverse-journals': {
    says: { ja: '担当は、理由を添えて仕訳を取り消せる（赤伝票）', en: 'Clerks reverse journals, with a reason' },
    roles: { ...keepers, clerk: 'company' },
  },
  'ledger.lock-months': {
    says: { ja: '部門長は、月を締められる', en: 'Heads lock months' },
    roles: { ...keepers, head: 'company' },
  },
  'ledger.unlock-months': {
    says: { ja: '管理者は、理由を添えて月の締めを解ける', en: 'Administrators unlock months, with a reason' },
    roles: keepers,
  },
}

/** Everything that the module records, in words. */
export const ledgerEvents: Record<string, Words> = {
  'ledger.chart-adopted': { ja: '標準の勘定科目を取り入れた', en: 'chart of accounts adopted' },
  'ledger.account-added': { ja: '勘定科目を設けた', en: 'account added' },
  'ledger.account-changed': { ja: '勘定科目を変えた', en: 'account changed' },
  'ledger.sub-account-added': { ja: '補助科目を設けた', en: 'sub-account added' },
  'ledger.journal-posted': { ja: '仕訳を記帳した', en: 'journal posted' },
  'ledger.journal-reversed': { ja: '仕訳を取り消した', en: 'journal reversed' },
  'ledger.month-locked': { ja: '月を締めた', en: 'month locked' },
  'ledger.month-unlocked': { ja: '月の締めを解いた', en: 'month unlocked' },
  'ledger.journals-exported': { ja: '仕訳帳を取り出した', en: 'journals taken out' },
  'ledger.ledgers-exported': { ja: '総勘定元帳を取り出した', en: 'general ledger taken out' },
  'ledger.trial-balance-exported': { ja: '合計残高試算表を取り出した', en: 'trial balance taken out' },
  'ledger.chart-exported': { ja: '勘定科目を取り出した', en: 'chart of accounts taken out' },
}
