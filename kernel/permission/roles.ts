import type { PresetRole } from '../command/command.ts'
import type { Words } from '../command/contract.ts'

/**
 * The roles every new company begins with. The preset for a one-person office is 作成 = 担当, 承認 = 社長（スマホ）:
 * the clerk makes, the president approves on the phone.
 */
export const presetRoles: readonly { role: PresetRole; says: Words }[] = [
  { role: 'president', says: { ja: '社長', en: 'President' } },
  { role: 'administrator', says: { ja: '管理者', en: 'Administrator' } },
  { role: 'clerk', says: { ja: '担当', en: 'Back-office clerk' } },
  { role: 'head', says: { ja: '部門長', en: 'Head of department' } },
  { role: 'employee', says: { ja: '社員', en: 'Employee' } },
  { role: 'outsider', says: { ja: '社外の協力者', en: 'Outside helper' } },
]
