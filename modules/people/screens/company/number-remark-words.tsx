import { Status, says, t } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { remarkOnNumber } from '../../rules/number-remark.ts'

/** The help below a number: its remark once it is fully written, else what it is. */
export function numberRemark(
  field: 'corporateNumber' | 'registrationNumber',
  text: string,
  otherwise: string,
): ReactNode {
  const remark = remarkOnNumber(field, text)
  if (remark === undefined) return otherwise
  return (
    <>
      <Status colour="amber">{t('確かめてください')}</Status> {says(remark)}
    </>
  )
}
