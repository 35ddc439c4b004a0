import type { WorkCycle } from './work-cycle.ts'

/** What people know about a piece of work and a log cannot tell. */
export interface DeclaredWork {
  activity: string
  /** 発生時期; read from the log where it is not declared. */
  cycle?: WorkCycle
  /** 担当: who is meant to do it, the first one mainly (主担当, 副担当). */
  assignees?: readonly string[]
  /** マニュアル and the date of its last revision, 'YYYY-MM-DD'. */
  manual?: { updatedOn: string }
  /** 法定期限: the deadline and its basis, in words. */
  legalDeadline?: string
  /** 大分類 / 中分類 / 小分類. */
  classes?: readonly [string, string?, string?]
  /** 難易度, 使用帳票, 課題, 改善区分, 自動化・外注可否: set by hand. */
  difficulty?: 'easy' | 'normal' | 'hard'
  forms?: readonly string[]
  notes?: string
  improvement?: 'stop' | 'combine' | 'reorder' | 'simplify'
  canBeAutomated?: boolean
  canBeOutsourced?: boolean
}

/** The declaration for each activity; the last one given wins. */
export function declaredByActivity(work: readonly DeclaredWork[]): Map<string, DeclaredWork> {
  return new Map(work.map((declared) => [declared.activity, declared]))
}
