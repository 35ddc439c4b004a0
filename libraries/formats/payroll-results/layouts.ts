import type { ColumnDefinition } from '../tables/find-header.ts'

/** The fixed columns of a payroll result; all others are items, kept by their titles. */
export type PayrollField =
  | 'employeeNumber'
  | 'name'
  | 'department'
  | 'month'
  | 'paidOn'
  | 'gross'
  | 'deductionTotal'
  | 'net'

/** Titles of the fixed columns, and names of items that the position of their column would not tell. */
export type PayrollMapping = {
  columns: readonly ColumnDefinition<PayrollField>[]
  deductions?: readonly string[]
  payments?: readonly string[]
}

export type PayrollLayout = PayrollMapping & { id: string; name: string; certainty: 'V' | 'S' | 'M'; source: string }

const columns = (titles: Record<PayrollField, readonly string[]>): ColumnDefinition<PayrollField>[] =>
  (Object.keys(titles) as PayrollField[]).map((key) => ({ key, titles: titles[key] })) // as: keys of the record

const usual = columns({
  employeeNumber: ['従業員番号', '社員番号', '従業員コード', '社員コード', '職員番号', 'スタッフコード'],
  name: ['氏名', '従業員名', '社員名', '従業員氏名', '名前'],
  department: ['部門', '部署', '所属', '部門名', '所属部門'],
  month: ['対象年月', '支給月', '対象月', '給与年月', '年月'],
  paidOn: ['支給日', '給与支給日', '支払日', '振込日'],
  gross: ['総支給額', '支給合計', '支給合計額', '総支給金額', '支給額合計', '総支給', '支給計'],
  deductionTotal: ['控除合計', '控除合計額', '控除額合計', '総控除額', '控除計'],
  net: ['差引支給額', '差引支給合計', '差引支給', '手取額', '振込支給額', '差引支給額合計'],
})

/**
 * Results of payroll products. Each product lets its user choose the items, so that columns are found by title; no vendor publishes a fixed
 * layout of this export (as of 2026), and the titles are those seen in guides: M.
 */
export const payrollLayouts: Readonly<Record<'moneyforward' | 'yayoi' | 'freee', PayrollLayout>> = {
  moneyforward: {
    ...{ id: 'moneyforward', name: 'マネーフォワード クラウド給与（支給控除一覧）', certainty: 'M', columns: usual },
    source: 'names of the reports in biz.moneyforward.com; titles not published',
  },
  yayoi: {
    ...{ id: 'yayoi', name: '弥生給与（給与明細一覧）', certainty: 'M', columns: usual },
    source: 'titles not published',
  },
  freee: {
    ...{ id: 'freee', name: 'freee人事労務（給与明細一覧）', certainty: 'M', columns: usual },
    source: 'support.freee.co.jp 20045888241561: items are chosen by the user',
  },
}
