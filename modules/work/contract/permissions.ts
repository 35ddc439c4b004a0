import type { Permission } from '@ennoshita/kernel/server'

const everyone = { president: 'company', administrator: 'company', clerk: 'company', head: 'department' } as const
const alone = {
  president: 'own',
  administrator: 'own',
  clerk: 'own',
  head: 'own',
  employee: 'own',
  outsider: 'own',
} as const

/** Who may do what from the start; a company changes it in its settings. */
export const permissions: Readonly<Record<string, Permission>> = {
  'work.see-kinds': {
    says: { ja: '業務と棚卸表を見る', en: 'see kinds of work and their inventory' },
    roles: { ...everyone, employee: 'department', outsider: 'own' },
  },
  'work.manage-kinds': {
    says: { ja: '業務を登録し、書き直す', en: 'register and change kinds of work' },
    roles: { ...everyone, employee: 'own' },
  },
  'work.confirm-kinds': {
    says: { ja: '業務の手順を承認する', en: 'confirm the steps of kinds of work' },
    roles: { president: 'company', head: 'department' },
  },
  'work.import-inventory': {
    says: { ja: '棚卸表を取り込む', en: 'import the inventory of work' },
    roles: { president: 'company', administrator: 'company', clerk: 'company' },
  },
  'work.export-inventory': {
    says: { ja: '棚卸表を書き出す', en: 'export the inventory of work' },
    roles: { ...everyone },
  },
  'work.plan': {
    says: { ja: '業務の期日から、やることを用意する', en: 'make tasks from kinds of work' },
    roles: { president: 'company', administrator: 'company', clerk: 'company' },
  },
  'work.see-tasks': {
    says: { ja: 'やることを見る', en: 'see tasks' },
    roles: { ...everyone, employee: 'own', outsider: 'own' },
  },
  'work.do': {
    says: { ja: 'やることを足し、進め、終える', en: 'add, do and finish tasks' },
    roles: { ...everyone, employee: 'own', outsider: 'own' },
  },
  'work.see-dependence': {
    says: { ja: '一人に頼っている業務を見る', en: 'see work that hangs on one person' },
    roles: { president: 'company', administrator: 'company', head: 'department', clerk: 'own', employee: 'own' },
  },
  'work.record-deeds': {
    says: {
      ja: 'だれもが「これもやった」を残せる。見せるまでは本人だけが読める',
      en: 'Everybody records deeds; only they read them until they show them',
    },
    roles: { ...alone },
  },
  'work.see-shared-deeds': {
    says: { ja: '社員は、見せてくれた「これもやった」を読める', en: 'Employees read the deeds that were shown' },
    roles: { ...everyone, head: 'company', employee: 'company' },
  },
  'work.thank': {
    says: { ja: 'だれもが、ありがとうを添え、受け取れる', en: 'Everybody gives and receives thanks' },
    roles: { ...alone },
  },
  'work.see-register': {
    says: {
      ja: '担当は期限台帳を、部門長は部門の分を、社員は自分が責任者の分を読める',
      en: 'Clerks read the register of dates, heads that of their department, employees what they answer for',
    },
    roles: { ...everyone, employee: 'own' },
  },
  'work.keep-register': {
    says: { ja: '担当と部門長は期限台帳を直せる', en: 'Clerks and heads keep the register of dates' },
    roles: { ...everyone },
  },
  'work.report': {
    says: {
      ja: 'だれもが今月の縁の下を書き、選んだ人に送れる。送るまでは本人だけが読める',
      en: 'Everybody writes and sends their own page; only they read it until they send it',
    },
    roles: { ...alone },
  },
}
