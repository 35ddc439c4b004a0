import type { PaperLayout } from '@ennoshita/ui'

type Named = Pick<PaperLayout, 'title' | 'period'>

/** 仕訳帳 on A4 across; day, number and words of a journal stand at its first row. */
export const journalsOnPaper = ({ title, period }: Named): PaperLayout => ({
  ...{ title, period, isAcross: true, oneThing: ['日付', '伝票番号'] },
  columns: [
    { head: '日付', from: ['日付'], once: true, width: '6%' },
    { head: '番号', from: ['伝票番号', '種別'], once: true, width: '4%' },
    { head: '借方科目', from: ['借方勘定科目', '借方補助科目', '借方部門'], width: '16%' },
    { head: '借方税区分', from: ['借方税区分'], width: '8%' },
    { head: '借方金額', from: ['借方金額'], yen: true, width: '7%' },
    { head: '貸方科目', from: ['貸方勘定科目', '貸方補助科目', '貸方部門'], width: '14%' },
    { head: '貸方税区分', from: ['貸方税区分'], width: '7%' },
    { head: '貸方金額', from: ['貸方金額'], yen: true, width: '7%' },
    { head: '取引先・摘要', from: ['取引先', '摘要'], once: true },
    { head: '備考', from: ['備考'], width: '10%' },
  ],
})

/** 総勘定元帳 on A4 across: each account begins on a page of its own. */
export const ledgersOnPaper = ({ title, period }: Named): PaperLayout => ({
  ...{ title, period, isAcross: true, groupBy: ['科目番号', '勘定科目'] },
  columns: [
    { head: '日付', from: ['日付'] },
    { head: '番号', from: ['伝票番号'] },
    { head: '相手科目', from: ['相手科目'] },
    { head: '補助科目・部門', from: ['補助科目', '部門'] },
    { head: '取引先・摘要', from: ['取引先', '摘要', '備考'] },
    { head: '税区分', from: ['税区分'] },
    { head: '借方', from: ['借方'], yen: true },
    { head: '貸方', from: ['貸方'], yen: true },
    { head: '残高', from: ['残高'], yen: true },
  ],
})

/** 合計残高試算表 on A4. */
export const balancesOnPaper = ({ title, period }: Named): PaperLayout => ({
  ...{ title, period, sumsLack: '科目番号' },
  columns: [
    { head: '番号', from: ['科目番号'] },
    { head: '勘定科目', from: ['勘定科目'] },
    { head: '補助科目・部門', from: ['補助科目', '部門'] },
    { head: '前からの繰越', from: ['前からの繰越'], yen: true },
    { head: '借方', from: ['借方'], yen: true },
    { head: '貸方', from: ['貸方'], yen: true },
    { head: '残高', from: ['残高'], yen: true },
  ],
})

/** 勘定科目一覧 on A4. */
export const accountsOnPaper = ({ title, period }: Named): PaperLayout => ({
  ...{ title, period },
  columns: [
    { head: '番号', from: ['科目番号'] },
    { head: '勘定科目', from: ['勘定科目', 'カナ'] },
    { head: '区分', from: ['区分'] },
    { head: '貸借', from: ['貸借'] },
    { head: '税区分', from: ['税区分'] },
    { head: '補助科目', from: ['補助科目番号', '補助科目'] },
    { head: '閉じた日', from: ['閉じた日'] },
  ],
})
