import type { ReactNode } from 'react'
import { useState } from 'react'
import { Waiting } from '../controls/progress.tsx'
import { FileDrop } from '../fields/file-drop.tsx'
import { language, t } from '../words/words.ts'
import { readPastedTable, readTableFile, type TableFile } from './read-table-file.ts'

/** Where a table is handed over, as a file or as cells pasted from a spreadsheet; what cannot be read is said here. */
export function TableDrop(props: {
  readonly label: string
  /** What pasted cells are called instead of the name of a file. */
  readonly pastedName: string
  readonly onRead: (file: TableFile) => void
  readonly children: ReactNode
}) {
  const [isReading, setReading] = useState(false)
  const [unreadable, setUnreadable] = useState<TableFile | null>(null)
  async function take(read: () => Promise<TableFile> | TableFile) {
    setReading(true)
    await new Promise((resolve) => setTimeout(resolve, 30)) // lets the word of waiting be drawn first
    const file = await read()
    setReading(false)
    const isReadable = file.table.sheets.some((sheet) => sheet.rows.length > 0)
    setUnreadable(isReadable ? null : file)
    if (isReadable) props.onRead(file)
  }
  return (
    <>
      {isReading ? <Waiting label={t('ファイルを読んでいます…')} /> : null}
      {unreadable === null ? null : <Unreadable file={unreadable} />}
      <FileDrop
        label={props.label}
        chooseLabel={t('ファイルを選ぶ')}
        accept=".xlsx,.csv,.tsv,.txt"
        onFile={(chosen) => void take(() => readTableFile(chosen))}
        onText={(text) => void take(() => readPastedTable(text, props.pastedName))}
      >
        {props.children}
      </FileDrop>
    </>
  )
}

function Unreadable({ file }: { readonly file: TableFile }) {
  return (
    <div className="note note-error" role="alert">
      <p className="note-what">{t('「{name}」を読み取れませんでした。', { name: file.name })}</p>
      {file.table.faults.length === 0 ? (
        <p>{t('何も書かれていません。保存されたファイルか確かめてください。')}</p>
      ) : null}
      {file.table.faults.slice(0, 5).map((fault) => (
        <p key={fault.message}>{language() === 'en' ? fault.messageEn : fault.message}</p>
      ))}
    </div>
  )
}
