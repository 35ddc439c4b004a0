import type { Words } from '@ennoshita/kernel'

/** Every activity of received invoices, in the words of histories and maps. */
export const invoiceEvents: Readonly<Record<string, Words>> = {
  'payables.invoice-registered': { ja: '請求書を登録した', en: 'registered an invoice' },
  'payables.invoice-corrected': { ja: '請求書の入力を直した', en: 'corrected an invoice' },
  'payables.invoice-submitted': { ja: '請求書の承認を申請した', en: 'submitted an invoice' },
  'payables.invoice-step-approved': { ja: '請求書を承認した（途中の段）', en: 'approved a step of an invoice' },
  'payables.invoice-approved': { ja: '請求書を承認し、計上した', en: 'approved and booked an invoice' },
  'payables.invoice-returned': { ja: '請求書を差し戻した', en: 'returned an invoice' },
  'payables.invoice-withdrawn': { ja: '請求書の申請を引き戻した', en: 'withdrew an invoice' },
  'payables.invoice-cancelled': { ja: '請求書を取り消した', en: 'cancelled an invoice' },
  'payables.invoice-accepted': { ja: '検収した', en: 'accepted what was invoiced' },
}

/** Every activity of payments. */
export const paymentEvents: Readonly<Record<string, Words>> = {
  'payables.source-account-added': { ja: '振込元口座を設けた', en: 'added a source account' },
  'payables.source-account-changed': { ja: '振込元口座を変えた', en: 'changed a source account' },
  'payables.source-account-closed': { ja: '振込元口座の使用をやめた', en: 'closed a source account' },
  'payables.run-prepared': { ja: '支払を準備した', en: 'prepared a payment run' },
  'payables.run-changed': { ja: '支払を直した', en: 'changed a payment run' },
  'payables.run-cancelled': { ja: '支払を取りやめた', en: 'cancelled a payment run' },
  'payables.run-released': { ja: '支払を承認した', en: 'released a payment run' },
  'payables.run-file-taken': { ja: '総合振込ファイルを出力した', en: 'took the transfer file' },
  'payables.run-paid': { ja: '支払った', en: 'paid' },
  'payables.transfer-failed': { ja: '振り込めなかった', en: 'could not transfer' },
  'payables.payment-returned': { ja: '振込が戻ってきた（組戻し）', en: 'took back a returned transfer' },
  'payables.withholding-paid': { ja: '源泉所得税を納付した', en: 'paid the income tax withheld' },
}

/** Every activity of vendors, their bank accounts and the settings. */
export const vendorEvents: Readonly<Record<string, Words>> = {
  'payables.settings-set': { ja: '支払の設定を変えた', en: 'changed the settings of payables' },
  'payables.vendor-added': { ja: '取引先を登録した', en: 'added a vendor' },
  'payables.vendor-changed': { ja: '取引先の登録内容を変えた', en: 'changed a vendor' },
  'payables.vendor-retired': { ja: '取引先の使用をやめた', en: 'retired a vendor' },
  'payables.vendor-restored': { ja: '取引先の使用を再開した', en: 'restored a vendor' },
  'payables.bank-account-entered': { ja: '振込先口座を登録した', en: 'entered a bank account' },
  'payables.bank-account-confirmed': { ja: '振込先口座を電話で確かめた', en: 'confirmed a bank account' },
  'payables.bank-account-refused': { ja: '振込先口座の登録を断った', en: 'refused a bank account' },
  'payables.vendor-import-staged': { ja: '取引先の取り込みを準備した', en: 'staged an import of vendors' },
  'payables.vendor-import-applied': { ja: '取引先を取り込んだ', en: 'applied an import of vendors' },
  'payables.vendor-import-undone': { ja: '取引先の取り込みを取り消した', en: 'undid an import of vendors' },
}

/** Every activity of recurring invoices, accruals and prepaid expenses. */
export const recurringEvents: Readonly<Record<string, Words>> = {
  'payables.recurring-added': { ja: '毎月届くはずの請求書を登録した', en: 'added a recurring invoice' },
  'payables.recurring-changed': { ja: '毎月届くはずの請求書を変えた', en: 'changed a recurring invoice' },
  'payables.expected-skipped': { ja: '今回は届かない請求書とした', en: 'expected no invoice for a month' },
  'payables.month-accrued': { ja: '届いていない請求書を概算で計上した', en: 'accrued invoices that did not arrive' },
  'payables.accrual-reversed': { ja: '概算計上を取り消した', en: 'reversed an accrual' },
  'payables.prepaid-transferred': { ja: '前払費用を費用に振り替えた', en: 'transferred prepaid expenses to cost' },
  'payables.prepaid-reversed': { ja: '前払費用の振替を取り消した', en: 'reversed transfers of prepaid expenses' },
}
