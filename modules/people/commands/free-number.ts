import { refuse, type Tx } from '@ennoshita/kernel/server'

/** Refuses an employee number that another person has; under the lock of the organisation. */
export async function refuseTakenNumber(
  tx: Tx,
  companyId: string,
  employeeNumber: string | null | undefined,
  personId?: string,
): Promise<void> {
  if (!employeeNumber) return
  const holder = await tx.row<{ name: string }>`select display_name as name from people.person
    where company_id = ${companyId} and employee_number = ${employeeNumber} and id is distinct from ${personId ?? null}::uuid`
  if (!holder) return
  refuse({
    kind: 'conflict',
    code: 'people.number-taken',
    what: {
      ja: `社員番号「${employeeNumber}」は、${holder.name}さんに使われています。`,
      en: `The employee number "${employeeNumber}" belongs to ${holder.name}.`,
    },
    field: 'employeeNumber',
    rule: {
      says: {
        ja: '社員番号は会社の中で重ならないようにします。退職した方の番号も使い回しません。',
        en: 'An employee number names one person, leavers too.',
      },
    },
    todo: { ja: '別の番号を入力してください。', en: 'Give another number.' },
  })
}
