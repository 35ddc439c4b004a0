import type { Permission, Words } from '@ennoshita/kernel/server'

const keepers = { president: 'company', administrator: 'company' } as const

/** Who may do what, as sentences. */
export const peoplePermissions: Record<string, Permission> = {
  'people.see-directory': {
    says: {
      ja: '社員は、名簿（氏名・部署・役職・連絡先）と営業日を見られる',
      en: 'Employees see the directory (name, department, post, contact) and the calendar',
    },
    roles: { ...keepers, clerk: 'company', head: 'company', employee: 'company' },
  },
  'people.see-register': {
    says: {
      ja: '担当は、社員番号・旧姓・入社日・退職日とこれからの異動を見られる。本人は自分の分を見られる',
      en: 'Clerks see numbers, former names, days of joining and leaving and coming moves; everyone sees their own',
    },
    roles: { ...keepers, clerk: 'company', head: 'own', employee: 'own', outsider: 'own' },
  },
  'people.keep-register': {
    says: {
      ja: '担当は、人・所属・異動・退職を登録できる',
      en: 'Clerks enter people, assignments, moves and leavings',
    },
    roles: { ...keepers, clerk: 'company' },
  },
  'people.export-register': {
    says: { ja: '担当は、名簿を書き出せる（記録が残る）', en: 'Clerks export the register, which is recorded' },
    roles: { ...keepers, clerk: 'company' },
  },
  'people.keep-organisation': {
    says: { ja: '管理者は、部署と役職を変えられる', en: 'Administrators change departments and posts' },
    roles: keepers,
  },
  'people.keep-company': {
    says: {
      ja: '管理者は、会社の情報と営業日を変えられる',
      en: 'Administrators change the company profile and calendar',
    },
    roles: keepers,
  },
  'people.give-roles': {
    says: { ja: '管理者は、役割を渡せる', en: 'Administrators give roles' },
    roles: keepers,
  },
  'people.erase-names': {
    says: { ja: '管理者は、退職者の個人情報を消せる', en: 'Administrators erase the personal data of leavers' },
    roles: keepers,
  },
}

/** Everything that the module records, in words. */
export const peopleEvents: Record<string, Words> = {
  'people.company-profile-set': { ja: '会社の情報を登録した', en: 'company profile set' },
  'people.calendar-day-set': { ja: '休業日・営業日を登録した', en: 'calendar days set' },
  'people.calendar-day-cleared': { ja: '休業日・営業日の登録を取り消した', en: 'calendar day cleared' },
  'people.department-added': { ja: '部署を設けた', en: 'department added' },
  'people.department-changed': { ja: '部署を変えた', en: 'department changed' },
  'people.department-closed': { ja: '部署を廃止した', en: 'department closed' },
  'people.post-added': { ja: '役職を設けた', en: 'post added' },
  'people.post-changed': { ja: '役職を変えた', en: 'post changed' },
  'people.person-added': { ja: '人を登録した', en: 'person added' },
  'people.person-changed': { ja: '人の登録内容を変えた', en: 'person changed' },
  'people.person-assigned': { ja: '所属・兼務を加えた', en: 'person assigned' },
  'people.assignment-ended': { ja: '所属・兼務を終えた', en: 'assignment ended' },
  'people.assignment-cancelled': { ja: '所属・異動の登録を取り消した', en: 'assignment taken back' },
  'people.person-moved': { ja: '異動を登録した', en: 'person moved' },
  'people.leaving-recorded': { ja: '退職を登録した', en: 'leaving recorded' },
  'people.person-restored': { ja: '退職を取り消した', en: 'leaving taken back' },
  'people.name-erased': { ja: '個人情報を消した', en: 'personal data erased' },
  'people.roles-set': { ja: '役割を変えた', en: 'roles set' },
  'people.people-import-staged': { ja: '名簿の取り込みを準備した', en: 'import of people staged' },
  'people.people-import-applied': { ja: '名簿を取り込んだ', en: 'import of people applied' },
  'people.people-import-undone': { ja: '名簿の取り込みを取り消した', en: 'import of people undone' },
  'people.register-exported': { ja: '名簿を書き出した', en: 'register exported' },
}
