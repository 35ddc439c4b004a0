import type { LocalDate } from '@ennoshita/kernel'
import {
  Button,
  DateField,
  Dialog,
  dateInTable,
  ErrorNote,
  FormFrame,
  RadioGroup,
  showToast,
  TextField,
  t,
  useForm,
  useSend,
} from '@ennoshita/ui'
import { people } from '../../contract.ts'
import type { CalendarDay } from './calendar-page.tsx'

/** Closes or opens a day, or a stretch of up to 62 days, with the reason; what stands there is taken back here too. */
export function DayDialog(props: {
  readonly on: LocalDate
  readonly day: CalendarDay | undefined
  readonly onClose: () => void
}) {
  const { on, day, onClose } = props
  const set = day?.because === 'closed' || day?.because === 'open' ? day.because : null
  const form = useForm(people.setCalendarDay, {
    draftKey: on,
    initial: {
      on,
      kind: set ?? (day?.open === false ? 'open' : 'closed'),
      reason: set === null ? '' : (day?.name ?? ''),
      was: set ?? 'usual',
    },
    refreshes: [people.calendarDays],
    onDone: ({ days }) => {
      onClose()
      showToast(t('{days}日を登録しました。', { days }))
    },
  })
  const clear = useSend(people.clearCalendarDay, {
    refreshes: [people.calendarDays],
    onDone: () => {
      onClose()
      showToast(t('登録を取り消しました。'))
    },
  })
  return (
    <Dialog
      title={t('休業日・営業日を登録')}
      isOpen
      onClose={onClose}
      foot={
        <>
          {set === null ? null : (
            <Button isPending={clear.isPending} onPress={() => void clear.send({ on })}>
              {t('この日の登録を取り消す')}
            </Button>
          )}
          <Button onPress={onClose}>{t('キャンセル')}</Button>
          <Button kind="main" keys="Ctrl Enter" isPending={form.isPending} onPress={() => void form.submit()}>
            {t('保存')}
          </Button>
        </>
      }
    >
      {clear.refusal === null ? null : <ErrorNote face={clear.refusal} />}
      <FormFrame form={form} label={t('休業日・営業日を登録')}>
        {day === undefined ? null : (
          <p>
            {dateInTable(day.on)}：{day.open ? t('いまは営業日です。') : t('いまは休みです。')} {day.name}
          </p>
        )}
        <RadioGroup
          label={t('扱い')}
          choices={[
            { value: 'closed', label: t('休業日にする') },
            { value: 'open', label: t('営業日にする') },
          ]}
          {...form.field('kind')}
        />
        <DateField label={t('日付')} near={on} {...form.field('on')} />
        <DateField
          label={t('続くときは最後の日')}
          near={on}
          {...form.field('untilOn')}
          help={t('夏季休業のように続く日は、62日まで一度に登録できます。')}
        />
        <TextField label={t('理由')} {...form.field('reason')} help={t('例：夏季休業、創立記念日、振替出勤')} />
      </FormFrame>
    </Dialog>
  )
}
