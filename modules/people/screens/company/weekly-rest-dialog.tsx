import { Button, Checkbox, Dialog, ErrorNote, showToast, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { people, weekday } from '../../contract.ts'
import type { Profile } from './profile-page.tsx'

type Weekday = Profile['weeklyRest'][number]

/** 週休日 and whether the company rests on national holidays. */
export function WeeklyRestDialog({ profile, onClose }: { readonly profile: Profile; readonly onClose: () => void }) {
  const [rest, setRest] = useState<readonly Weekday[]>(profile.weeklyRest)
  const [onHolidays, setOnHolidays] = useState(profile.closedOnHolidays)
  const save = useSend(people.setCompanyProfile, {
    refreshes: [people.companyProfiles, people.calendarDays],
    onDone: () => {
      onClose()
      showToast(t('週休日を保存しました。'))
    },
  })
  const words: Record<Weekday, string> = {
    sun: t('日曜日'),
    mon: t('月曜日'),
    tue: t('火曜日'),
    wed: t('水曜日'),
    thu: t('木曜日'),
    fri: t('金曜日'),
    sat: t('土曜日'),
  }
  return (
    <Dialog
      title={t('週休日を決める')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('キャンセル')}</Button>
          <Button
            kind="main"
            isPending={save.isPending}
            onPress={() =>
              void save.send({ version: profile.version, weeklyRest: [...rest], closedOnHolidays: onHolidays })
            }
          >
            {t('保存')}
          </Button>
        </>
      }
    >
      <div className="form-fields">
        {save.refusal === null ? null : <ErrorNote face={save.refusal} />}
        {weekday.options.map((day) => (
          <Checkbox
            key={day}
            label={words[day]}
            value={rest.includes(day)}
            onChange={(isRest) =>
              setRest(weekday.options.filter((each) => (each === day ? isRest : rest.includes(each))))
            }
          />
        ))}
        <Checkbox label={t('国民の祝日・休日も休む')} value={onHolidays} onChange={setOnHolidays} />
        <p className="field-help">{t('変えると、期日の計算に使う営業日もこの日から変わります。')}</p>
      </div>
    </Dialog>
  )
}
