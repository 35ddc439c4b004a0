import { usePeopleOptions } from '@ennoshita/people/options'
import { ComboBox, FieldRow, FormDialog, RadioGroup, showToast, TextArea, TextField, t, useForm } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { CallBackField } from './call-back-field.tsx'
import { messageQueries, wantsWord } from './message-words.tsx'

const wants = ['call-back', 'will-call-again', 'hear-only'] as const

/** 伝言メモ: taken while the telephone is still warm, from any screen, by keyboard alone. */
export default function TakeMessageDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const everybody = usePeopleOptions()
  const form = useForm(desk.takeMessage, {
    initial: { wants: 'call-back' },
    refreshes: messageQueries,
    onDone: () => {
      showToast(t('伝言を預かりました。'))
      props.onClose()
    },
  })
  const isCallBack = form.draft.wants === 'call-back'
  const callBackBy = form.field('callBackBy')
  return (
    <FormDialog
      title={t('伝言メモ')}
      form={form}
      isOpen={props.isOpen}
      onClose={props.onClose}
      saveLabel={t('預かる')}
      width="medium"
    >
      <ComboBox {...form.field('toPersonId')} label={t('だれあて')} isRequired autoFocus options={everybody} />
      <FieldRow>
        <TextField {...form.field('callerCompany')} label={t('会社名')} />
        <TextField {...form.field('callerName')} label={t('お名前')} />
      </FieldRow>
      <FieldRow>
        <TextField {...form.field('callerNumber')} label={t('電話番号')} type="tel" />
        {isCallBack ? (
          <CallBackField
            value={callBackBy.value}
            onChange={callBackBy.onChange}
            onProblem={callBackBy.onProblem}
            error={callBackBy.error}
          />
        ) : null}
      </FieldRow>
      <TextArea {...form.field('text')} label={t('用件')} rows={2} />
      <RadioGroup
        label={t('ご希望')}
        choices={wants.map((value) => ({ value, label: wantsWord(value) }))}
        value={form.draft.wants}
        onChange={(next) => form.change(next === 'call-back' ? { wants: next } : { wants: next, callBackBy: null })}
      />
    </FormDialog>
  )
}
