import { FileDrop, LinkButton, language, Screen, t, useAddressState, Waiting } from '@ennoshita/ui'
import { useState } from 'react'
import { keepTitles } from './faulty-lines.ts'
import { MatchingSheet } from './matching-sheet.tsx'
import { PastImports } from './past-imports.tsx'
import type { ReadFile } from './read-file.ts'
import { readFile, readPasted } from './read-file.ts'
import { ReportSheet } from './report-sheet.tsx'

/** 棚卸表の取り込み: a file or pasted cells → what is which column → line by line → applied, and undone as a whole if wanted. */
export default function ImportScreen() {
  const [importId, setImportId] = useAddressState('import', '')
  const [file, setFile] = useState<ReadFile | null>(null)
  const [isReading, setReading] = useState(false)
  const canMatch = file?.table.sheets.some((sheet) => sheet.rows.length > 0) === true
  const step = importId !== '' ? 3 : canMatch ? 2 : 1

  async function take(read: () => Promise<ReadFile> | ReadFile) {
    setReading(true)
    await new Promise((resolve) => setTimeout(resolve, 30))
    setFile(await read())
    setReading(false)
  }
  const steps = [t('ファイルを選ぶ'), t('列を確かめる'), t('行を確かめて取り込む')]
  return (
    <Screen
      title={t('棚卸表の取り込み')}
      period={t('{step}／3　{what}', { step, what: steps[step - 1] ?? '' })}
      actions={<LinkButton to="/work/inventory">{t('業務棚卸表')}</LinkButton>}
    >
      {step === 3 ? (
        <ReportSheet importId={importId} onBack={() => setImportId('')} />
      ) : step === 2 && file !== null ? (
        <MatchingSheet
          key={file.name}
          file={file}
          onBack={() => setFile(null)}
          onStaged={(staged, titles) => {
            keepTitles(staged, titles)
            setFile(null)
            setImportId(staged)
          }}
        />
      ) : (
        <>
          {isReading ? <Waiting label={t('ファイルを読んでいます…')} /> : null}
          <FileFaults file={file} />
          <FileDrop
            label={t('いまお使いの棚卸表をここに置いてください')}
            chooseLabel={t('ファイルを選ぶ')}
            accept=".xlsx,.csv,.tsv,.txt"
            onFile={(chosen) => void take(() => readFile(chosen))}
            onText={(text) => void take(() => readPasted(text, t('貼り付けた表')))}
          >
            <p>
              {t(
                'ExcelまたはCSV（文字コードは自動で見分けます）。Excelでコピーした表を、ここで貼り付けることもできます。見出しの名前や並びはそのままで構いません。',
              )}
            </p>
          </FileDrop>
          <PastImports onOpen={setImportId} />
        </>
      )}
    </Screen>
  )
}

function FileFaults({ file }: { readonly file: ReadFile | null }) {
  if (file === null) return null
  const faults = file.table.faults.slice(0, 5)
  return (
    <div className="note note-error" role="alert">
      <p className="note-what">{t('「{name}」を読み取れませんでした。', { name: file.name })}</p>
      {faults.length === 0 ? (
        <p>{t('何も書かれていないファイルのようです。保存されているか確かめてください。')}</p>
      ) : null}
      {faults.map((fault) => (
        <p key={fault.message}>{language() === 'en' ? fault.messageEn : fault.message}</p>
      ))}
    </div>
  )
}
