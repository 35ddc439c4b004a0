import type { ColumnDefinition } from '@ennoshita/formats'

/** What a column of a 業務棚卸表 may be called. The order matters where two titles fit equally. */
const titles = {
  major: ['大分類', '業務区分', '大区分', '業務分野', '区分', 'カテゴリ', 'カテゴリー', '業務カテゴリ', '機能'],
  middle: ['中分類', '中区分', '業務分類', '業務群', 'サブカテゴリ'],
  minor: ['小分類', '小区分', '細分類'],
  name: [
    '業務名',
    '作業名',
    '業務名称',
    '業務',
    '作業',
    'タスク',
    'タスク名',
    '仕事',
    '仕事名',
    '仕事の名前',
    '業務項目',
    '作業項目',
    '業務の名称',
    '項目',
  ],
  description: ['業務内容', '作業内容', '仕事の内容', '仕事内容', '内容', '業務の内容', '業務概要', '概要', '説明'],
  department: ['部門', '部署', '担当部署', '担当部門', '所管', '主管部署', '所管部署', '部署名', '担当課'],
  main: [
    '主担当',
    '担当者',
    '担当',
    '主担当者',
    '担当者名',
    '正担当',
    '担当者（正）',
    '実施者',
    '作業者',
    'メイン担当',
    'やる人',
    'する人',
    '誰が',
    'だれが',
    '主に担当する人',
  ],
  deputies: [
    '副担当',
    '副担当者',
    '代行者',
    '代行',
    '代替者',
    '担当者（副）',
    'サブ担当',
    'バックアップ',
    '代理',
    '代わりの人',
    'サブ',
    '休みのときの代わり',
  ],
  frequency: ['頻度', '周期', '発生頻度', '実施頻度', 'サイクル', '発生周期', '発生区分'],
  due: [
    '時期',
    '締切',
    '期日',
    '期限',
    '発生時期',
    '実施時期',
    '締め切り',
    '〆切',
    '納期',
    '実施日',
    'タイミング',
    'スケジュール',
    'いつ',
    'いつやるか',
    'いつまで',
    'いつまでに',
    'やる時期',
  ],
  minutes: [
    '所要時間',
    '工数',
    '作業時間',
    '1件あたり時間',
    '1回あたり時間',
    '標準時間',
    '処理時間',
    '1回の時間',
    '1件当たり時間',
    '時間',
  ],
  monthlyCount: ['月間件数', '件数', '処理件数', '件数/月', '月件数', 'ボリューム', '処理量', '回数'],
  monthlyLoad: ['月間工数', '月間時間', '月工数', '総工数', '合計工数', '合計時間', '月間合計時間'],
  difficulty: ['難易度', '難度', 'レベル'],
  papers: ['使用帳票', '帳票', '書類', '使用書類', '帳票・書類', '必要書類', '様式', 'インプット・アウトプット'],
  systems: ['システム', '使用システム', 'ツール', '使用ツール', '使用ソフト', 'ソフト', 'アプリ'],
  hasManual: [
    'マニュアル有無',
    'マニュアル',
    'マニュアルの有無',
    '手順書',
    '手順書有無',
    '手順書の有無',
    '業務マニュアル',
  ],
  manualPlace: ['マニュアル保管場所', 'マニュアルの場所', '保管場所', '手順書の場所', '格納場所', '保存場所'],
  manualOn: ['マニュアル更新日', '更新日', '最終更新日', 'マニュアルの更新日', '手順書更新日'],
  law: ['根拠法令', '法令', '根拠', '関連法令', '法的根拠', '根拠法令・期限', '関係法令'],
  legalDeadline: ['法定期限', '法定期日', '法令期限', '提出期限'],
  steps: ['手順', '作業手順', '業務手順', 'ステップ', '流れ'],
  goesWrong: ['注意点', '留意点', 'ポイント', 'つまずきやすい点', 'よくあるミス', '注意事項'],
  notes: ['備考', 'メモ', '特記事項', 'コメント', '補足'],
  issues: ['課題', '問題点', '課題・問題点', '困りごと', '改善点', '問題', '課題・改善点'],
  improvement: ['改善区分', '改善方針', '見直し区分', 'ecrs', '改善策', '改善の方向'],
  relief: ['自動化・外注可否', '自動化外注可否', '自動化・外注'],
  automation: ['自動化可否', '自動化', 'システム化'],
  outsourcing: ['外注可否', '外注', 'アウトソーシング', '外部委託', '委託可否', 'bpo'],
  lastDoneOn: ['最終実施日', '最終実施', '直近実施日'],
  substitutes: ['代替者数', '対応可能人数', '担当可能人数'],
  number: ['no', 'no.', '番号', '項番', 'id', '管理番号', '業務番号', '業務id', '#', '№', '通番', '連番'],
} as const

export type ImportColumn = keyof typeof titles

/** The columns that an import looks for, with their synonyms. */
export const importColumns: readonly ColumnDefinition<ImportColumn>[] = columnKeys(titles).map((key) => ({
  key,
  titles: titles[key],
}))

function columnKeys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = []
  for (const key in record) keys.push(key)
  return keys
}

/** Says whether a text names a column. */
export function isImportColumn(key: string): key is ImportColumn {
  return Object.hasOwn(titles, key)
}
