import { FileDrop, LinkButton, language, Screen, t, useOpen, Waiting } from '@ennoshita/ui'
import { useState } from 'react'
import { ColumnsSheet } from './columns-sheet.tsx'
import type { RegisterFile } from './read-register.ts'
import { readPastedRegister, readRegister } from './read-register.ts'

/** 名簿の取り込み, first half: the file, then which column is what. */
export default function ImportStartScreen() {
  const [file, setFile] = useState<RegisterFile | null>(null)
  const [isReading, setReading] = useState(false)
  const open = useOpen()
  const isReadable = file?.table.sheets.some((sheet) => sheet.rows.length > 0) === true
  async function take(read: () => Promise<RegisterFile> | RegisterFile) {
    setReading(true)
    await new Promise((resolve) => setTimeout(resolve, 30))
    setFile(await read())
    setReading(false)
  }
  return (
    <Screen
      title={t('名簿の取り込み')}
      period={isReadable ? t('2／3　列を確かめる') : t('1／3　ファイルを選ぶ')}
      actions={<LinkButton to="/people">{t('社員の一覧へ')}</LinkButton>}
    >
      {isReadable && file !== null ? (
        <ColumnsSheet
          key={file.name}
          file={file}
          onBack={() => setFile(null)}
          onStaged={(importId) => open(`/people/imports/${importId}`)}
        />
      ) : (
        <>
          {isReading ? <Waiting label={t('ファイルを読んでいます…')} /> : null}
          {file === null ? null : <Unreadable file={file} />}
          <FileDrop
            label={t('いまお使いの社員名簿をここに置いてください')}
            chooseLabel={t('ファイルを選ぶ')}
            accept=".xlsx,.csv,.tsv,.txt"
            onFile={(chosen) => void take(() => readRegister(chosen))}
            onText={(text) => void take(() => readPastedRegister(text, t('貼り付けた名簿')))}
          >
            <p>
              {t(
                'Excel・CSV（Shift_JISとUTF-8を自動で見分けます）。Excelで選んでコピーした範囲を、ここに貼り付けることもできます。',
              )}
            </p>
            <p>
              {t(
                '要るのは氏名だけです。社員番号・フリガナ・部署・役職・メール・入社日もあれば、まとめて登録します。取り込む前に1行ずつ確かめられ、取り込んだあとでも取り消せます。',
              )}
            </p>
          </FileDrop>
        </>
      )}
    </Screen>
  )
}

function Unreadable({ file }: { readonly file: RegisterFile }) {
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
