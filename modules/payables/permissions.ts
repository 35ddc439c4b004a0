import type { Permission } from '@ennoshita/kernel/server'

const office = { president: 'company', administrator: 'company', clerk: 'company' } as const

/** Who may do what with received invoices, as sentences. Who decides on one is said by its approval route. */
export const invoicePermissions: Readonly<Record<string, Permission>> = {
  'payables.see-invoices': {
    says: {
      ja: '担当はすべての請求書、部門長と社員は自部署の請求書と、自分に承認が回ってきた請求書を見られる',
      en: 'Clerks see all invoices; heads and employees those of their department and those they are asked to approve',
    },
    roles: { ...office, head: 'department', employee: 'department' },
  },
  'payables.register-invoices': {
    says: {
      ja: '担当は、受け取った請求書を登録し、直し、承認を申請できる',
      en: 'Clerks register, correct and submit received invoices',
    },
    roles: office,
  },
  'payables.approve-invoices': {
    says: {
      ja: '承認経路で順番が来た人は、請求書を承認・差戻しできる',
      en: 'Whose turn it is on the approval route approves or returns an invoice',
    },
    roles: { ...office, head: 'company', employee: 'company' },
  },
  'payables.cancel-invoices': {
    says: {
      ja: '担当は、理由を添えて支払前の請求書を取り消し、訂正できる',
      en: 'Clerks cancel and correct unpaid invoices, with a reason',
    },
    roles: office,
  },
  'payables.accept-invoices': {
    says: {
      ja: '発注した部署の人は、請求書の内容を検収できる',
      en: 'The department that ordered accepts what was invoiced',
    },
    roles: { ...office, head: 'department', employee: 'department' },
  },
}

/** Who may do what with payments, as sentences. Account numbers are shown with `payables.see-payments` alone. */
export const paymentPermissions: Readonly<Record<string, Permission>> = {
  'payables.see-payments': {
    says: {
      ja: '担当は、支払の予定と結果、振込元口座、源泉所得税の納付予定を見られる',
      en: 'Clerks see payments, source accounts and the tax withheld',
    },
    roles: office,
  },
  'payables.keep-source-accounts': {
    says: {
      ja: '管理者は、振込元口座を設け、変えられる',
      en: 'Administrators keep the accounts that money is paid from',
    },
    roles: { president: 'company', administrator: 'company' },
  },
  'payables.prepare-runs': {
    says: { ja: '担当は、支払を準備し、直し、取りやめられる', en: 'Clerks prepare, change and cancel payment runs' },
    roles: office,
  },
  'payables.release-runs': {
    says: {
      ja: '準備した人とは別の担当か社長が、支払を承認できる',
      en: 'Another clerk than the one who prepared a payment run, or the president, releases it',
    },
    roles: office,
  },
  'payables.carry-out-runs': {
    says: {
      ja: '担当は、総合振込ファイルを出力し、支払済みと組戻しを記録できる',
      en: 'Clerks take the transfer file and record what was paid and what came back',
    },
    roles: office,
  },
  'payables.pay-withholding': {
    says: { ja: '担当は、源泉所得税の納付を記録できる', en: 'Clerks record the payment of tax withheld' },
    roles: office,
  },
}

/** Who may do what with vendors and the settings, as sentences. */
export const vendorPermissions: Readonly<Record<string, Permission>> = {
  'payables.see-vendors': {
    says: {
      ja: '社員は、取引先の一覧と内容を見られる（口座番号は下三桁だけ）',
      en: 'Employees see vendors, of account numbers the last three digits alone',
    },
    roles: { ...office, head: 'company', employee: 'company' },
  },
  'payables.keep-vendors': {
    says: {
      ja: '担当は、取引先と振込先口座を登録し、変えられる',
      en: 'Clerks keep vendors and enter their bank accounts',
    },
    roles: office,
  },
  'payables.confirm-bank-accounts': {
    says: {
      ja: '登録した本人以外の担当・部門長は、振込先口座を電話で確かめて使えるようにできる',
      en: 'Clerks and heads confirm bank accounts that somebody else entered, by calling back',
    },
    roles: { ...office, head: 'company' },
  },
  'payables.see-settings': {
    says: { ja: '担当は、支払の設定を見られる', en: 'Clerks see the settings of payables' },
    roles: office,
  },
  'payables.keep-settings': {
    says: { ja: '管理者は、支払の設定を変えられる', en: 'Administrators change the settings of payables' },
    roles: { president: 'company', administrator: 'company' },
  },
}

/** Who may do what with recurring invoices, accruals and prepaid expenses, as sentences. */
export const recurringPermissions: Readonly<Record<string, Permission>> = {
  'payables.see-recurring': {
    says: {
      ja: '担当と部門長は、届くはずの請求書と概算計上・前払費用を見られる',
      en: 'Clerks and heads see expected invoices, accruals and prepaid expenses',
    },
    roles: { ...office, head: 'company' },
  },
  'payables.keep-recurring': {
    says: { ja: '担当は、毎月届くはずの請求書を登録し、変えられる', en: 'Clerks keep recurring invoices' },
    roles: office,
  },
  'payables.post-accruals': {
    says: {
      ja: '担当は、概算計上とその取消、前払費用の振替を記帳できる',
      en: 'Clerks post accruals, their reversals and transfers of prepaid expenses',
    },
    roles: office,
  },
}
