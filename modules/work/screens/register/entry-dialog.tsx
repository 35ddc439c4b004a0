import type { InputOf } from '@ennoshita/kernel'
import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import type { Form } from '@ennoshita/ui'
import {
  ComboBox,
  DateField,
  dateInTable,
  FieldRow,
  FormDialog,
  Select,
  showToast,
  TextArea,
  TextField,
  t,
  useForm,
} from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { noticeDate, readNoticePeriod } from '../../rules/register-notice.ts'
import { useKindOptions } from '../kind-options.ts'
import { renewalChoices, sortChoices } from './entry-words.ts'
import { NumberField } from './number-field.tsx'

const registerQueries = [work.registerEntries, work.entryDetails]

type Content = Omit<InputOf<typeof work.addEntry>, never>

/** 期限台帳に載せる. */
export function EntryDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm(work.addEntry, {
    initial: { sort: 'contract', renews: 'none', leadDays: 30 },
    refreshes: registerQueries,
    onDone: ({ noticeOn }) => {
      onClose()
      showToast(
        noticeOn === null
          ? t('台帳に載せました。')
          : t('台帳に載せました。通知期限は{date}です。', { date: dateInTable(noticeOn) }),
      )
    },
  })
  return (
    <FormDialog title={t('期限を載せる')} form={form} isOpen onClose={onClose} width="medium">
      <EntryFields form={form} />
    </FormDialog>
  )
}

/** 期限台帳を直す. */
export function ChangeEntryDialog(props: {
  readonly entry: { readonly entryId: string; readonly version: number } & Content
  readonly onClose: () => void
}) {
  const { entry, onClose } = props
  const form = useForm(work.changeEntry, {
    draftKey: `${entry.entryId}.${entry.version}`,
    initial: entry,
    refreshes: registerQueries,
    onDone: () => {
      onClose()
      showToast(t('台帳を直しました。'))
    },
  })
  return (
    <FormDialog title={t('台帳を直す')} form={form} isOpen onClose={onClose} width="medium">
      <EntryFields form={form} />
    </FormDialog>
  )
}

type EntryForm = Pick<Form<typeof work.addEntry>, 'draft' | 'change'> & {
  readonly field: Form<typeof work.addEntry>['field']
}

function EntryFields({ form }: { readonly form: EntryForm }) {
  const everyone = usePeopleOptions()
  const departments = useDepartmentOptions()
  const kinds = useKindOptions()
  const { draft } = form
  const period = readNoticePeriod(draft.noticePeriod ?? '')
  const noticeOn =
    draft.noticeTypedOn ?? (period !== undefined && draft.endsOn ? noticeDate(draft.endsOn, period) : null)
  return (
    <>
      <FieldRow>
        <Select label={t('種別')} choices={sortChoices()} {...form.field('sort')} />
        <TextField label={t('番号')} placeholder={t('契約番号・許可番号など')} {...form.field('reference')} />
      </FieldRow>
      <TextField label={t('名称')} autoFocus {...form.field('name')} />
      <TextField label={t('相手先')} {...form.field('counterpart')} />
      <FieldRow>
        <DateField label={t('開始日')} {...form.field('startsOn')} />
        <DateField label={t('終了日')} {...form.field('endsOn')} />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('通知の時期')}
          placeholder={t('例：3か月前')}
          help={
            noticeOn === null
              ? t('契約書の書き方のままで構いません。')
              : t('通知期限は{date}です。', { date: dateInTable(noticeOn) })
          }
          {...form.field('noticePeriod')}
        />
        <DateField
          label={t('通知期限を日付で')}
          help={t('日付が決まっているときだけ')}
          {...form.field('noticeTypedOn')}
        />
      </FieldRow>
      <FieldRow>
        <Select label={t('更新')} choices={renewalChoices()} {...form.field('renews')} />
        {draft.renews === 'auto' ? (
          <NumberField label={t('更新後の期間（月）')} {...form.field('renewalMonths')} />
        ) : null}
        <NumberField label={t('何日前にやることへ出すか')} {...form.field('leadDays')} />
      </FieldRow>
      <FieldRow>
        <ComboBox label={t('担当')} options={everyone} {...form.field('responsibleId')} />
        <ComboBox label={t('副担当')} options={everyone} {...form.field('deputyId')} />
      </FieldRow>
      <FieldRow>
        <ComboBox label={t('部門')} options={departments} {...form.field('departmentId')} />
        <ComboBox label={t('業務')} options={kinds} {...form.field('kindId')} />
      </FieldRow>
      <TextField
        label={t('保管場所')}
        placeholder={t('例：キャビネットA-3、共有フォルダー')}
        {...form.field('place')}
      />
      <TextArea label={t('覚え書き')} {...form.field('notes')} />
    </>
  )
}
