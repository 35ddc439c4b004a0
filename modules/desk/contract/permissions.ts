import type { Permission } from '@ennoshita/kernel/server'

const office = { president: 'company', administrator: 'company', clerk: 'company' } as const
const everyone = {
  president: 'company',
  administrator: 'company',
  clerk: 'company',
  head: 'company',
  employee: 'company',
} as const

/** Who may do what from the start; a company changes it in its settings. */
export const permissions: Readonly<Record<string, Permission>> = {
  'desk.ask': {
    says: {
      ja: '社員は依頼を出し、自分の依頼を取り下げ、もう一度たずねられる',
      en: 'Employees submit requests, withdraw their own and ask again',
    },
    roles: { ...office, head: 'department', employee: 'own' },
  },
  'desk.answer': {
    says: {
      ja: '担当は依頼に答えられる。部門長は部門あての、社員は自分に回された依頼に答えられる',
      en: 'Clerks answer requests; heads those to their department, employees those passed to them',
    },
    roles: { ...office, head: 'department', employee: 'own' },
  },
  'desk.see-requests': {
    says: {
      ja: '社員は自分が出した・引き受けた依頼、部門長は部門あての依頼、担当はすべての依頼を読める',
      en: 'Employees read requests they submitted or took, heads those to their department, clerks all',
    },
    roles: { ...office, head: 'department', employee: 'own' },
  },
  'desk.keep-templates': {
    says: { ja: '担当は依頼の種類を直せる', en: 'Clerks keep the kinds of request' },
    roles: { ...office },
  },
  'desk.take-messages': {
    says: { ja: '社員は誰あての伝言でも預かれる', en: 'Employees take messages for anybody' },
    roles: { ...everyone },
  },
  'desk.see-messages': {
    says: {
      ja: '社員は自分あての・自分が預かった伝言、部門長は部門の伝言、担当はすべての伝言を読める',
      en: 'Employees read messages to them or taken by them, heads those of their department, clerks all',
    },
    roles: { ...office, head: 'department', employee: 'own' },
  },
  'desk.collect': {
    says: {
      ja: '担当は書類や回答を集められる。部門長は部門の回収を行える',
      en: 'Clerks collect papers and answers; heads keep the collections of their department',
    },
    roles: { ...office, head: 'department' },
  },
  'desk.return': {
    says: { ja: '社員は自分に求められたものを返せる', en: 'Employees return what is asked of them' },
    roles: { president: 'own', administrator: 'own', clerk: 'own', head: 'own', employee: 'own', outsider: 'own' },
  },
  'desk.publish': {
    says: { ja: '担当と部門長は裏方からのお知らせを出せる', en: 'Clerks and heads publish notices' },
    roles: { ...office, head: 'department' },
  },
  'desk.read-notices': {
    says: { ja: '社員は裏方からのお知らせを読める', en: 'Employees read the notices' },
    roles: { ...everyone },
  },
}
