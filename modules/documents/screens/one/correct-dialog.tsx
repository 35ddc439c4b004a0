import { useDepartmentOptions } from '@ennoshita/people/options'
import {
  AmountField,
  ComboBox,
  DateField,
  FieldRow,
  FormDialog,
  Select,
  showToast,
  TextArea,
  TextField,
  t,
  useForm,
} from '@ennoshita/ui'
import { documents } from '../../contract.ts'
import type { DocumentDetails } from '../document-words.ts'
import { documentViews, kindChoices } from '../document-words.ts'

/** Writes or corrects what the document is about; what stood before stays in its history. */
export function CorrectDialog(props: { readonly document: DocumentDetails; readonly onClose: () => void }) {
  const { documentId, version, kind, transactionOn, amount, partner, departmentId, note } = props.document
  const departments = useDepartmentOptions()
  const form = useForm(documents.correctDocument, {
    draftKey: `${documentId} ${version}`,
    initial: { documentId, version, kind, transactionOn, amount, partner, departmentId, note, reason: '' },
    refreshes: documentViews,
    onDone: () => {
      showToast(t('書類の内容を直しました。'))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('書類の内容を直す')} form={form} isOpen onClose={props.onClose} width="medium">
      <FieldRow>
        <Select {...form.field('kind')} label={t('種別')} isRequired choices={kindChoices()} />
        <DateField {...form.field('transactionOn')} label={t('取引年月日')} autoFocus />
      </FieldRow>
      <FieldRow>
        <TextField {...form.field('partner')} label={t('取引先')} />
        <AmountField {...form.field('amount')} label={t('金額')} help={t('税込みの取引金額です。')} />
      </FieldRow>
      <ComboBox {...form.field('departmentId')} label={t('部門')} options={departments} />
      <TextArea {...form.field('note')} label={t('メモ')} rows={2} />
      <TextField {...form.field('reason')} label={t('直す理由')} help={t('訂正の履歴に残ります。')} />
    </FormDialog>
  )
}
