import { t } from '@ennoshita/ui'

export type Scope = 'own' | 'department' | 'company'

/** How far a grant reaches. */
export function scopeWord(scope: Scope): string {
  if (scope === 'own') return t('自分')
  return scope === 'department' ? t('部門') : t('全社')
}

/** The part of the program to which a permission belongs. */
export function moduleWord(module: string): string {
  const words: Record<string, string> = {
    kernel: t('利用者と記録'),
    people: t('会社と人'),
    work: t('業務'),
    desk: t('受付'),
  }
  return words[module] ?? module
}
