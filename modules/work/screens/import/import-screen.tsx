import type { TableFile } from '@ennoshita/ui'
import { LinkButton, Screen, TableDrop, t, useAddressState } from '@ennoshita/ui'
import { useState } from 'react'
import { keepTitles } from './faulty-lines.ts'
import { MatchingSheet } from './matching-sheet.tsx'
import { PastImports } from './past-imports.tsx'
import { ReportSheet } from './report-sheet.tsx'

/** 棚卸表の取り込み: a file or pasted cells → what is which column → line by line → applied, and undone as a whole if wanted. */
export default function ImportScreen() {
  const [importId, setImportId] = useAddressState('import', '')
  const [file, setFile] = useState<TableFile | null>(null)
  const step = importId !== '' ? 3 : file !== null ? 2 : 1

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
          <TableDrop
            label={t('いまお使いの棚卸表をここに置いてください')}
            pastedName={t('貼り付けた表')}
            onRead={setFile}
          >
            <p>
              {t(
                'ExcelまたはCSV（文字コードは自動で見分けます）。Excelでコピーした表を、ここで貼り付けることもできます。見出しの名前や並びはそのままで構いません。',
              )}
            </p>
          </TableDrop>
          <PastImports onOpen={setImportId} />
        </>
      )}
    </Screen>
  )
}
