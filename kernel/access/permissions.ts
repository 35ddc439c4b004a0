import type { Permission } from '../command/command.ts'

/** What may be done with the kernel's own commands and queries, as sentences. */
export const kernelPermissions: Readonly<Record<string, Permission>> = {
  'kernel.found': {
    says: {
      ja: '会社の開設と招待の受諾はシステムだけが行う',
      en: 'Only the program founds companies and accepts invitations',
    },
    roles: {},
  },
  'kernel.grant-roles': {
    says: { ja: '管理者は役割を定め、人に付けられる', en: 'Administrators define roles and grant them' },
    roles: { administrator: 'company' },
  },
  'kernel.invite': {
    says: { ja: '管理者は利用者を招待できる', en: 'Administrators invite people' },
    roles: { administrator: 'company' },
  },
  'kernel.see-members': {
    says: {
      ja: '社長と管理者は、利用者・役割・例外を見られる',
      en: 'The president and administrators see members, roles and exceptions',
    },
    roles: { president: 'company', administrator: 'company' },
  },
  'kernel.except-duties': {
    says: {
      ja: '管理者は職務分掌の例外を理由とともに登録できる',
      en: 'Administrators name exceptions from segregation of duties, with the reason',
    },
    roles: { administrator: 'company' },
  },
  'kernel.delegate': {
    says: {
      ja: '社員は自分の代理を決められる。管理者は誰の代理でも決められる',
      en: 'Employees name their own deputy, administrators anyone’s',
    },
    roles: { employee: 'own', head: 'own', clerk: 'own', president: 'company', administrator: 'company' },
  },
  'kernel.search': {
    says: {
      ja: '社員は、見てよいものをさがし、その経緯を読める',
      en: 'Employees search what they may see and read its history',
    },
    roles: {
      employee: 'company',
      head: 'company',
      clerk: 'company',
      president: 'company',
      administrator: 'company',
      outsider: 'company',
    },
  },
  'kernel.watch-deliveries': {
    says: {
      ja: '管理者は届かなかった連携を見て、送り直せる',
      en: 'Administrators see dead letters and deliver them again',
    },
    roles: { administrator: 'company' },
  },
  'kernel.see-security': {
    says: {
      ja: '社長と管理者はサインインと拒否の記録を見られる',
      en: 'The president and administrators see sign-ins and refusals',
    },
    roles: { president: 'company', administrator: 'company' },
  },
}
