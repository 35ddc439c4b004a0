import type { Permission, Words } from '@ennoshita/kernel/server'

const keepers = { president: 'company', administrator: 'company' } as const

/** Who may do what, as sentences. Who decides a matter is said by its route alone, whatever the role. */
export const approvalPermissions: Record<string, Permission> = {
  'approvals.decide': {
    says: {
      ja: '承認を求められた人は、自分（と代理を頼まれた人）を待つ案件を見られる',
      en: 'Whoever is asked sees what waits for them, and for those they represent',
    },
    roles: { president: 'own', administrator: 'own', clerk: 'own', head: 'own', employee: 'own', outsider: 'own' },
  },
  'approvals.see-matters': {
    says: {
      ja: '社員は申請した・承認を求められた案件、部門長は部署の案件、担当はすべての案件の経過を見られる',
      en: 'Employees see matters they asked for or are asked about, heads those of their department, clerks all',
    },
    roles: { ...keepers, clerk: 'company', head: 'department', employee: 'own', outsider: 'own' },
  },
  'approvals.see-routes': {
    says: {
      ja: '社員は、承認経路と、申請前の下見を見られる',
      en: 'Employees see the approval routes, and who would be asked before they submit',
    },
    roles: { ...keepers, clerk: 'company', head: 'company', employee: 'company' },
  },
  'approvals.keep-routes': {
    says: { ja: '管理者は、承認経路を定められる', en: 'Administrators set the approval routes' },
    roles: keepers,
  },
  'approvals.find-approvers': {
    says: {
      ja: '担当は、退職や異動で止まった段の承認者を決め直せる',
      en: 'Clerks find the approvers anew for a step that stands still because people left or moved',
    },
    roles: { ...keepers, clerk: 'company' },
  },
}

/** Everything that the module records itself, in words; decisions are recorded by the module whose matter it is. */
export const approvalEvents: Record<string, Words> = {
  'approvals.route-set': { ja: '承認経路を定めた', en: 'approval route set' },
  'approvals.route-retired': { ja: '承認経路の使用をやめた', en: 'approval route retired' },
  'approvals.routes-adopted': { ja: '標準の承認経路を取り入れた', en: 'ready approval routes adopted' },
  'approvals.approvers-found': { ja: '承認する人を決め直した', en: 'approvers found anew' },
}
