import { type LocalDate, refuse, type Words } from '@ennoshita/kernel/server'

/** 2026-10-01 as 2026年10月 and 2026-10. */
export function monthWords(month: LocalDate): Words {
  const [year = '', number = ''] = month.split('-')
  return { ja: `${Number(year)}年${Number(number)}月`, en: `${year}-${number}` }
}

/** Refuses a posting into a month that is locked, and says what can be done instead. */
export function refuseLockedMonth(month: LocalDate, field: string): never {
  const words = monthWords(month)
  refuse({
    kind: 'conflict',
    code: 'ledger.month-locked',
    what: {
      ja: `${words.ja}は締められているため、記帳できません。何も記帳していません。`,
      en: `${words.en} is locked. Nothing was posted.`,
    },
    field,
    rule: {
      says: {
        ja: '締めた月の帳簿は変わりません。だれの操作でも、ほかの画面や取り込みからでも同じです。',
        en: 'The books of a locked month do not change, whoever posts and from wherever.',
      },
      source: 'ledger.month_lock',
    },
    todo: {
      ja: '締めていない月の日付で記帳してください。その月に記帳する必要があるときは、管理者に理由を伝えて締めを解いてもらってください。',
      en: 'Post with a date in an open month. If it must be that month, ask an administrator to unlock it, with the reason.',
    },
  })
}

/** Refuses a line or journal by its field: what is wrong, and what to do. */
export function refuseField(field: string, code: string, what: Words, todo: Words, rule?: Words): never {
  refuse({
    kind: 'bad-input',
    code: `ledger.${code}`,
    what,
    field,
    ...(rule ? { rule: { says: rule } } : {}),
    todo,
  })
}
