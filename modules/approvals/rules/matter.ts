/** 決裁待ち → 承認済み / 差戻し (→ 再申請) / 引戻し. */
export const matterStates = ['waiting', 'approved', 'returned', 'withdrawn'] as const
export type MatterState = (typeof matterStates)[number]

/** A step lies ahead, is open, was approved, or was passed over with a reason that is shown. */
export const stepStates = ['coming', 'open', 'approved', 'passed-over'] as const
export type StepState = (typeof stepStates)[number]

/** Why a step was passed over: all of its people asked for this themselves, or the president decides in a later step. */
export const passings = ['own-matter', 'president-later'] as const
export type Passing = (typeof passings)[number]

/** What people and the route did, as the record of a matter tells it. */
export const deeds = ['asked', 'approved', 'returned', 'withdrawn', 'passed-over', 'people-found'] as const
export type Deed = (typeof deeds)[number]
