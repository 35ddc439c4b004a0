import { useState } from 'react'
import { Button, FileDrop, Paper, Screen } from '../index.ts'

const marks = [
  { key: 'total', label: '請求金額', page: 1, x: 60, y: 120, width: 200, height: 24 },
  { key: 'due', label: '支払期日', page: 1, x: 320, y: 700, width: 120, height: 16 },
]

export function PaperPage() {
  const [file, setFile] = useState<File | null>(null)
  const [active, setActive] = useState(0)
  return (
    <Screen title="書類を見る" actions={<Button onPress={() => setActive(active + 1)}>次の欄</Button>}>
      {file === null ? (
        <FileDrop label="ファイルを入れる" chooseLabel="選ぶ" accept=".pdf,.png,.jpg,.xml" onFile={setFile}>
          PDF・PNG・JPEG・JP PINT XML
        </FileDrop>
      ) : (
        <Paper
          source={{ name: file.name, file }}
          marks={marks}
          activeMark={marks[active % marks.length]?.key ?? null}
        />
      )}
    </Screen>
  )
}
