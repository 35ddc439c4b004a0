import type { AnswerOf } from '@ennoshita/kernel'
import {
  Button,
  Facts,
  FieldRow,
  FormFrame,
  Select,
  Sheet,
  showToast,
  TextField,
  t,
  useForm,
  useRights,
} from '@ennoshita/ui'
import { useState } from 'react'
import { people } from '../../contract.ts'
import { numberRemark } from './number-remark-words.tsx'
import { fiscalYearWord, postalWord } from './profile-words.ts'

export type Profile = AnswerOf<typeof people.companyProfiles>[number]

/** 会社の情報: read by everyone, changed by who keeps it. */
export function ProfilePage({ profile }: { readonly profile: Profile }) {
  const rights = useRights()
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <ProfileForm profile={profile} onDone={() => setEditing(false)} />
  return (
    <Sheet
      title={t('会社の情報')}
      actions={
        rights.may('people.keep-company') ? (
          <Button kind="quiet" onPress={() => setEditing(true)}>
            {t('変える')}
          </Button>
        ) : null
      }
    >
      <Facts
        facts={[
          [t('会社名'), profile.name],
          [t('フリガナ'), profile.nameKana || t('登録なし')],
          [t('法人番号'), profile.corporateNumber ?? t('登録なし')],
          [t('適格請求書の登録番号'), profile.registrationNumber ?? t('登録なし')],
          [
            t('住所'),
            profile.postalCode === null && profile.address === ''
              ? t('登録なし')
              : `${postalWord(profile.postalCode)} ${profile.address}`.trim(),
          ],
          [t('電話'), profile.phone || t('登録なし')],
          [t('事業年度'), fiscalYearWord(profile.fiscalYearMonth, profile.fiscalYearDay)],
          [t('端数処理'), roundingChoices().find((choice) => choice.value === profile.rounding)?.label ?? ''],
        ]}
      />
    </Sheet>
  )
}

function roundingChoices() {
  return [
    { value: 'floor' as const, label: t('切り捨て') },
    { value: 'half-up' as const, label: t('四捨五入') },
    { value: 'ceiling' as const, label: t('切り上げ') },
  ]
}

/** What this form may change; the weekly rest is set beside the calendar. */
function whatIsSetHere(profile: Profile) {
  return {
    version: profile.version,
    name: profile.name,
    nameKana: profile.nameKana,
    corporateNumber: profile.corporateNumber,
    registrationNumber: profile.registrationNumber,
    postalCode: profile.postalCode,
    prefecture: profile.prefecture,
    city: profile.city,
    street: profile.street,
    building: profile.building,
    phone: profile.phone,
    fiscalYearMonth: profile.fiscalYearMonth,
    fiscalYearDay: profile.fiscalYearDay,
    rounding: profile.rounding,
  }
}

function ProfileForm({ profile, onDone }: { readonly profile: Profile; readonly onDone: () => void }) {
  const form = useForm(people.setCompanyProfile, {
    draftKey: String(profile.version),
    initial: whatIsSetHere(profile),
    refreshes: [people.companyProfiles],
    onDone: () => {
      onDone()
      showToast(t('会社の情報を保存しました。'))
    },
  })
  return (
    <Sheet title={t('会社の情報を変える')}>
      <FormFrame
        form={form}
        label={t('会社の情報を変える')}
        foot={
          <>
            <Button onPress={onDone}>{t('キャンセル')}</Button>
            <Button kind="main" keys="Ctrl Enter" isPending={form.isPending} onPress={() => void form.submit()}>
              {t('保存')}
            </Button>
          </>
        }
      >
        <FieldRow>
          <TextField label={t('会社名')} autoFocus {...form.field('name')} isRequired />
          <TextField label={t('フリガナ')} {...form.field('nameKana')} />
        </FieldRow>
        <FieldRow>
          <TextField
            label={t('法人番号')}
            {...form.field('corporateNumber')}
            help={numberRemark(
              'corporateNumber',
              form.draft.corporateNumber ?? '',
              t('13桁。国税庁の法人番号公表サイトで確かめられます。'),
            )}
          />
          <TextField
            label={t('適格請求書の登録番号')}
            {...form.field('registrationNumber')}
            help={numberRemark(
              'registrationNumber',
              form.draft.registrationNumber ?? '',
              t('Tと13桁。登録していなければ空欄のままにします。'),
            )}
          />
        </FieldRow>
        <FieldRow>
          <TextField label={t('郵便番号')} width="medium" {...form.field('postalCode')} help={t('例：100-0001')} />
          <TextField label={t('都道府県')} width="medium" {...form.field('prefecture')} />
          <TextField label={t('市区町村')} {...form.field('city')} />
        </FieldRow>
        <FieldRow>
          <TextField label={t('番地')} {...form.field('street')} />
          <TextField label={t('建物・階')} {...form.field('building')} />
        </FieldRow>
        <TextField label={t('電話')} type="tel" width="medium" {...form.field('phone')} />
        <FieldRow>
          <Select
            label={t('事業年度の始まる月')}
            isRequired
            choices={Array.from({ length: 12 }, (_, at) => ({
              value: String(at + 1),
              label: t('{month}月', { month: at + 1 }),
            }))}
            value={String(form.draft.fiscalYearMonth ?? 4)}
            error={form.errors.fiscalYearMonth}
            onChange={(month) => form.change({ fiscalYearMonth: Number(month) })}
          />
          <Select
            label={t('事業年度の始まる日')}
            isRequired
            choices={Array.from({ length: 28 }, (_, at) => ({
              value: String(at + 1),
              label: t('{day}日', { day: at + 1 }),
            }))}
            value={String(form.draft.fiscalYearDay ?? 1)}
            error={form.errors.fiscalYearDay}
            onChange={(day) => form.change({ fiscalYearDay: Number(day) })}
          />
          <Select label={t('端数処理')} choices={roundingChoices()} {...form.field('rounding')} isRequired />
        </FieldRow>
      </FormFrame>
    </Sheet>
  )
}
