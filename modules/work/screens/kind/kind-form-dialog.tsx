import type { RefusalFace } from '@ennoshita/kernel'
import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import {
  Checkbox,
  ComboBox,
  DateField,
  FieldRow,
  FormDialog,
  MinutesField,
  Select,
  says,
  send,
  showToast,
  TextArea,
  TextField,
  t,
  useRefresh,
} from '@ennoshita/ui'
import { useState } from 'react'
import type { KindRow } from '../../contract.ts'
import { timings, work } from '../../contract.ts'
import type { CellKey, InventoryCells } from '../../rules/inventory-cells.ts'
import { cellsOf } from '../../rules/inventory-cells.ts'
import { changeOfLine } from '../../rules/inventory-changes.ts'
import { saveLines } from '../inventory/save-lines.ts'
import { difficultyChoices, improvementChoices, reliefChoices, timingChoices } from '../kind-words.ts'

const refreshed = [work.kindDetails, work.inventoryRows, work.keyPersonList]

type TextKey = { [Key in CellKey]: string extends InventoryCells[Key] ? Key : never }[CellKey]

/** The form of one kind of work: the same cells and the same checks as a line of the inventory. */
function useKindForm(kind: KindRow, onDone: () => void) {
  const everyone = usePeopleOptions()
  const refresh = useRefresh()
  const [cells, setCells] = useState<InventoryCells>(() => cellsOf(kind))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  const [isPending, setPending] = useState(false)

  async function submit() {
    const people = everyone.map((option) => ({ id: option.value, name: option.label }))
    const { change, faults } = changeOfLine(kind, cellsOf(kind), cells, people)
    setErrors(Object.fromEntries(faults.map((fault) => [fault.key, says(fault.says)])))
    setRefusal(null)
    if (faults.length > 0) return
    if (change === null) return onDone()
    setPending(true)
    const saved = await saveLines([change], {
      changeKinds: (input) => send(work.changeKinds, input),
      setKindPeople: (input) => send(work.setKindPeople, input),
    })
    setPending(false)
    setErrors(Object.fromEntries(saved.faults.map((fault) => [fault.key, says(fault.says)])))
    setRefusal(saved.refusal)
    await refresh(refreshed)
    if (saved.savedIds.length === 0) return
    showToast(t('保存しました。'))
    onDone()
  }
  const change = (some: Partial<InventoryCells>) => setCells((before) => ({ ...before, ...some }))
  return {
    cells,
    change,
    everyone,
    errors,
    text: (key: TextKey) => ({
      value: cells[key],
      onChange: (value: string) => change({ [key]: value === '' ? null : value }),
      error: errors[key],
    }),
    state: { submit, reset: () => setCells(cellsOf(kind)), errors, refusal, isPending, hasDraft: false },
  }
}

/** 業務を書き直す. */
export function KindFormDialog({ kind, onClose }: { readonly kind: KindRow; readonly onClose: () => void }) {
  const form = useKindForm(kind, onClose)
  const departments = useDepartmentOptions()
  const { cells, change, text } = form
  return (
    <FormDialog title={t('業務を書き直す')} form={form.state} isOpen onClose={onClose} width="medium">
      <TextField label={t('業務名')} isRequired autoFocus {...text('name')} />
      <FieldRow>
        <TextField label={t('大分類')} {...text('major')} />
        <TextField label={t('中分類')} {...text('middle')} />
      </FieldRow>
      <FieldRow>
        <ComboBox
          label={t('部門')}
          options={departments}
          value={cells.departmentId}
          onChange={(departmentId) => change({ departmentId })}
        />
        <ComboBox
          label={t('主担当')}
          options={form.everyone}
          value={cells.mainId}
          error={form.errors.mainId}
          onChange={(mainId) => change({ mainId })}
        />
        <TextField label={t('副担当')} help={t('二人以上は「、」で区切ります。')} {...text('deputies')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('期日の決まり')} help={t('例：翌月10日（休日なら前営業日）')} {...text('due')} />
        <Select
          label={t('時期')}
          isRequired
          choices={timingChoices()}
          value={cells.timing}
          onChange={(timing) => change({ timing: timings.find((each) => each === timing) ?? null })}
        />
        <MinutesField
          label={t('1件の時間')}
          value={cells.usualMinutes}
          onChange={(usualMinutes) => change({ usualMinutes })}
        />
      </FieldRow>
      <FieldRow>
        <TextField label={t('根拠法令')} {...text('lawName')} />
        <TextField label={t('条文')} {...text('lawArticle')} />
        <TextField label={t('法定の期限')} {...text('lawDeadline')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('使用帳票')} {...text('papers')} />
        <TextField label={t('使用システム')} {...text('systems')} />
      </FieldRow>
      <Checkbox label={t('マニュアルがある')} value={cells.hasManual} onChange={(hasManual) => change({ hasManual })} />
      <FieldRow>
        <TextField label={t('マニュアルの場所')} {...text('manualPlace')} />
        <DateField label={t('マニュアル更新日')} value={cells.manualOn} onChange={(manualOn) => change({ manualOn })} />
      </FieldRow>
      <TextArea label={t('つまずきやすい点')} {...text('goesWrong')} />
      <TextArea label={t('課題')} {...text('issues')} />
      <FieldRow>
        <Select
          label={t('難易度')}
          choices={difficultyChoices()}
          value={cells.difficulty}
          onChange={(difficulty) => change({ difficulty })}
        />
        <Select
          label={t('改善区分')}
          choices={improvementChoices()}
          value={improvementChoices().find((choice) => choice.value === cells.improvement)?.value}
          onChange={(improvement) => change({ improvement })}
        />
        <Select
          label={t('自動化・外注')}
          choices={reliefChoices()}
          value={reliefChoices().find((choice) => choice.value === cells.relief)?.value}
          onChange={(relief) => change({ relief })}
        />
      </FieldRow>
      <TextArea label={t('備考')} {...text('notes')} />
    </FormDialog>
  )
}
