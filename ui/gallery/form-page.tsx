import { useState } from 'react'
import {
  AmountField,
  Button,
  Checkbox,
  ComboBox,
  DateField,
  ErrorNote,
  FieldRow,
  MinutesField,
  RadioGroup,
  Screen,
  Select,
  Sheet,
  TextArea,
  TextField,
} from '../index.ts'
import { accounts } from './slips.ts'

export function FormPage() {
  const [on, setOn] = useState<string | null>('2026-11-20')
  const [amount, setAmount] = useState<number | null>(4100)
  const [minutes, setMinutes] = useState<number | null>(90)
  const [account, setAccount] = useState<string | null>('7141')
  const [text, setText] = useState('')
  const [kind, setKind] = useState<'day' | 'week' | 'month' | null>('month')
  const [isKept, setKept] = useState(true)
  return (
    <Screen title="業務を直す" layout="page" actions={<Button kind="main">保存</Button>}>
      <ErrorNote
        face={{
          kind: 'conflict',
          code: 'work.period-closed',
          what: { ja: '2026年10月は締めたあとなので、直せません。', en: 'October 2026 is closed.' },
          rule: {
            says: { ja: '月次の締めのあとの訂正は、翌月の日付で行います。', en: 'Correct in the next month.' },
            source: '経理規程 第12条',
          },
          todo: { ja: '日付を11月1日以降にして、もう一度保存してください。', en: 'Use a date from 1 November.' },
        }}
      />
      <Sheet title="基本">
        <div className="form-fields">
          <TextField label="業務の名前" isRequired value={text} onChange={setText} error="入力してください。" />
          <FieldRow>
            <DateField label="期限" value={on} onChange={setOn} near="2026-11-20" />
            <AmountField label="金額" value={amount} onChange={setAmount} />
            <MinutesField label="いつもの所要時間" value={minutes} onChange={setMinutes} />
          </FieldRow>
          <FieldRow>
            <ComboBox
              label="科目"
              options={accounts}
              value={account}
              onChange={setAccount}
              help="番号・名前・かな・ローマ字で探せます。"
            />
            <Select
              label="頻度"
              value={kind}
              onChange={setKind}
              choices={[
                { value: 'day', label: '毎日' },
                { value: 'week', label: '毎週' },
                { value: 'month', label: '毎月' },
              ]}
            />
          </FieldRow>
          <RadioGroup
            label="休日にあたるとき"
            value={kind}
            onChange={setKind}
            choices={[
              { value: 'day', label: '前の営業日' },
              { value: 'week', label: '次の営業日' },
              { value: 'month', label: 'そのまま' },
            ]}
          />
          <Checkbox
            label="手順書がある"
            value={isKept}
            onChange={setKept}
            help="最後に見直した日も書いておくと、あとで役に立ちます。"
          />
          <TextArea label="メモ" value={text} onChange={setText} placeholder="気をつけることなど" />
        </div>
      </Sheet>
    </Screen>
  )
}
