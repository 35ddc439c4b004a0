import { kernel } from '@ennoshita/kernel'
import type { Choice } from '@ennoshita/ui'
import { language, t, useAsk, useRights } from '@ennoshita/ui'
import { useMemo } from 'react'

/** What a role that every company has is called; another one by its own name in the company, or its short name. */
export function roleWord(role: string): string {
  const words: Record<string, string> = {
    president: t('社長'),
    administrator: t('管理者'),
    head: t('部門長'),
    clerk: t('担当（事務）'),
    employee: t('社員'),
    outsider: t('社外の協力者'),
  }
  return words[role] ?? role
}

/** The roles of the company as choices, by the names the company gave them. */
export function useRoleChoices(): readonly Choice[] {
  const rights = useRights()
  const answer = useAsk(kernel.roles, {}, { when: rights.may('kernel.see-members') })
  return useMemo(
    () =>
      (answer.data?.roles ?? []).map((role) => ({
        value: role.role,
        label: language() === 'en' ? role.nameEn : role.name,
      })),
    [answer.data],
  )
}
