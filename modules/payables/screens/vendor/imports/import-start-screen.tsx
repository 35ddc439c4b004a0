import type { TableFile } from '@ennoshita/ui'
import { ColumnsSheet, LinkButton, Screen, TableDrop, t, useOpen, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { payables, vendorColumns } from '../../../contract.ts'
import { columnWord } from './import-words.ts'

/** 取引先の取り込み, first half: the file, then which column is what. */
export default function ImportStartScreen() {
  const [file, setFile] = useState<TableFile | null>(null)
  const open = useOpen()
  const staging = useSend(payables.stageVendorImport, {
    onDone: ({ importId }) => open(`/vendors/imports/${importId}`),
  })
  return (
    <Screen
      title={t('取引先の取り込み')}
      period={file === null ? t('1／3　ファイルを選ぶ') : t('2／3　列を確かめる')}
      actions={<LinkButton to="/vendors">{t('取引先の一覧へ')}</LinkButton>}
    >
      {file === null ? (
        <TableDrop
          label={t('いまお使いの取引先の一覧をここに置いてください')}
          pastedName={t('貼り付けた一覧')}
          onRead={setFile}
        >
          <p>
            {t(
              'Excel・CSV（Shift_JISとUTF-8を自動で見分けます）。Excelで選んでコピーした範囲を、ここに貼り付けることもできます。',
            )}
          </p>
          <p>
            {t(
              '要るのは取引先名だけです。登録番号・締日・支払日・振込先口座もあれば、まとめて登録します。振込先口座は、別の人が電話で確かめるまで使われません。',
            )}
          </p>
        </TableDrop>
      ) : (
        <ColumnsSheet
          key={file.name}
          file={file}
          columns={vendorColumns}
          wordOf={columnWord}
          isEnough={({ name }) => name !== undefined}
          lacking={t('どの列が「取引先名」かを選んでください。見出しの行が違うときは、行を選び直してください。')}
          staging={staging}
          onStage={(staged) => void staging.send(staged)}
          onBack={() => setFile(null)}
        />
      )}
    </Screen>
  )
}
