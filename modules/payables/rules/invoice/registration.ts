import type { LocalDate } from '@ennoshita/kernel'

export type Registration = {
  readonly registrationNumber: string | null
  readonly registeredFrom: LocalDate | null
  readonly registeredUntil: LocalDate | null
}

/** Whether the vendor issues qualified invoices on that day (適格請求書発行事業者): its number, from 登録年月日 to the day before 取消・失効. */
export function isRegisteredOn(
  { registrationNumber, registeredFrom, registeredUntil }: Registration,
  on: LocalDate,
): boolean {
  if (registrationNumber === null) return false
  return (registeredFrom === null || registeredFrom <= on) && (registeredUntil === null || on <= registeredUntil)
}
