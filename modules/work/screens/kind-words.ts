import { t } from '@ennoshita/ui'
import type { improvements, KindRow, reliefs, Timing } from '../contract.ts'
import { timings } from '../contract.ts'

/** 発生時期 in a word. */
export function timingWord(timing: Timing): string {
  const words: Record<Timing, string> = {
    daily: t('日'),
    weekly: t('週'),
    monthly: t('月'),
    quarterly: t('四半期'),
    yearly: t('年'),
    'as-needed': t('随時'),
  }
  return words[timing]
}

export function timingChoices() {
  return timings.map((timing) => ({ value: timing, label: timingWord(timing) }))
}

/** 改善区分, in the order in which one asks. */
export function improvementChoices(): { value: (typeof improvements)[number]; label: string }[] {
  return [
    { value: 'stop', label: t('やめる') },
    { value: 'combine', label: t('まとめる') },
    { value: 'rearrange', label: t('並べ替え') },
    { value: 'simplify', label: t('簡素化') },
  ]
}

/** 自動化・外注可否. */
export function reliefChoices(): { value: (typeof reliefs)[number]; label: string }[] {
  return [
    { value: 'automation', label: t('自動化できる') },
    { value: 'outsourcing', label: t('外注できる') },
    { value: 'both', label: t('どちらもできる') },
    { value: 'neither', label: t('どちらもできない') },
  ]
}

export function difficultyChoices(): { value: string; label: string }[] {
  return [
    { value: '1', label: t('1 やさしい') },
    { value: '2', label: t('2 ふつう') },
    { value: '3', label: t('3 むずかしい') },
  ]
}

/** How far a statement of law may be relied on. */
export function trustWord(trust: NonNullable<KindRow['law']>['trust']): string {
  if (trust === 'V') return t('公的な原文で確認済み')
  return trust === 'S' ? t('二次資料による（原文で未確認）') : t('未確認（書いた人の記憶）')
}

export function wordOf(choices: readonly { value: string; label: string }[], value: string | null): string {
  return choices.find((choice) => choice.value === value)?.label ?? ''
}
