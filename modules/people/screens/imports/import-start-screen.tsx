import type { LocalDate } from '@ennoshita/kernel'
import type { TableFile } from '@ennoshita/ui'
import {
  ColumnsSheet,
  DateField,
  LinkButton,
  Screen,
  TableDrop,
  t,
  todayInTokyo,
  useOpen,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import { importColumns, people } from '../../contract.ts'
import { columnWord } from './import-words.ts'

/** 名簿の取り込み, first half: the file, then which column is what. */
export default function ImportStartScreen() {
  const [file, setFile] = useState<TableFile | null>(null)
  return (
    <Screen
      title={t('名簿の取り込み')}
      period={file === null ? t('1／3　ファイルを選ぶ') : t('2／3　列を確かめる')}
      actions={<LinkButton to="/people">{t('社員の一覧へ')}</LinkButton>}
    >
      {file === null ? (
        <TableDrop
          label={t('いまお使いの社員名簿をここに置いてください')}
          pastedName={t('貼り付けた名簿')}
          onRead={setFile}
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
        </TableDrop>
      ) : (
        <RegisterColumns key={file.name} file={file} onBack={() => setFile(null)} />
      )}
    </Screen>
  )
}

/** Which column of the register is what, and as of which day it speaks. */
function RegisterColumns({ file, onBack }: { readonly file: TableFile; readonly onBack: () => void }) {
  const [fromOn, setFromOn] = useState<LocalDate | null>(todayInTokyo())
  const open = useOpen()
  const staging = useSend(people.stagePeopleImport, {
    onDone: ({ importId }) => open(`/people/imports/${importId}`),
  })
  return (
    <ColumnsSheet
      file={file}
      columns={importColumns}
      wordOf={columnWord}
      isEnough={({ fullName, familyName }) => fullName !== undefined || familyName !== undefined}
      lacking={t(
        'どの列が「氏名」（または「姓」）かを選んでください。見出しの行が違うときは、行を選び直してください。',
      )}
      staging={staging}
      onStage={(staged) => fromOn !== null && void staging.send({ ...staged, fromOn })}
      onBack={onBack}
      isHeld={fromOn === null}
    >
      <DateField label={t('いつ時点の名簿か')} isRequired value={fromOn} onChange={setFromOn} />
    </ColumnsSheet>
  )
}
