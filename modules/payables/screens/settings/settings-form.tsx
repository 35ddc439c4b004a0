import {
  AmountField,
  Button,
  Checkbox,
  ComboBox,
  FieldRow,
  FormFrame,
  RadioGroup,
  Sheet,
  says,
  showToast,
  t,
  useForm,
} from '@ennoshita/ui'
import type { PayablesSettings } from '../../contract.ts'
import { payables } from '../../contract.ts'
import { useAccountOptions, useSubAccountOptions } from '../options.ts'
import type { SettingsAnswer } from './settings-screen.tsx'
import { accountLabels, postingDayWord } from './settings-words.ts'

/** Changes the settings; the server says beside the answer what the law makes of them. */
export function SettingsForm(props: {
  readonly version: number
  readonly settings: PayablesSettings
  readonly smallAmount: SettingsAnswer['smallAmount']
  readonly onDone: () => void
}) {
  const accounts = useAccountOptions()
  const form = useForm(payables.setSettings, {
    draftKey: String(props.version),
    initial: { version: props.version, ...props.settings },
    refreshes: [payables.settings],
    onDone: ({ warnings }) => {
      const [first] = warnings
      showToast(
        first === undefined ? t('支払の設定を保存しました。') : t('保存しました。{words}', { words: says(first) }),
      )
      props.onDone()
    },
  })
  const subAccounts = useSubAccountOptions(form.draft.withheldAccountId)
  return (
    <FormFrame
      form={form}
      label={t('支払の設定を変える')}
      foot={
        <>
          <Button onPress={props.onDone}>{t('キャンセル')}</Button>
          <Button kind="main" keys="Ctrl Enter" isPending={form.isPending} onPress={() => void form.submit()}>
            {t('保存')}
          </Button>
        </>
      }
    >
      <Sheet title={t('仕訳に使う科目')}>
        <div className="form-fields">
          {accountLabels().map(({ key, label, help }) => (
            <ComboBox
              key={key}
              label={label}
              options={key === 'withheldSubAccountId' ? subAccounts : accounts}
              {...form.field(key)}
              {...(help === '' ? {} : { help })}
            />
          ))}
        </div>
      </Sheet>
      <Sheet title={t('計上と検収')}>
        <div className="form-fields">
          <RadioGroup
            label={t('計上日')}
            isRequired
            choices={(['month-end', 'invoiced-day'] as const).map((day) => ({
              value: day,
              label: postingDayWord(day),
            }))}
            value={form.draft.postingDay}
            onChange={(postingDay) => form.change({ postingDay })}
          />
          <Checkbox
            label={t('発注した部門の検収が済むまで申請できないようにする')}
            value={form.draft.acceptanceRequired}
            onChange={(acceptanceRequired) => form.change({ acceptanceRequired })}
          />
        </div>
      </Sheet>
      <TaxFields form={form} smallAmount={props.smallAmount} />
      <Sheet title={t('自社の規模（取適法・フリーランス法の判定に使います）')}>
        <FieldRow>
          <AmountField label={t('資本金（円）')} {...form.field('capital')} />
          <AmountField label={t('常時使用する従業員（人）')} {...form.field('employees')} />
          <AmountField label={t('役員（人）')} {...form.field('officers')} />
        </FieldRow>
      </Sheet>
    </FormFrame>
  )
}

type SettingsFormState = ReturnType<typeof useForm<typeof payables.setSettings>>

function TaxFields(props: { readonly form: SettingsFormState; readonly smallAmount: SettingsAnswer['smallAmount'] }) {
  const { form, smallAmount } = props
  return (
    <Sheet title={t('税')}>
      <div className="form-fields">
        <Checkbox
          label={t('少額特例を使う（1万円未満は帳簿だけで控除）')}
          value={form.draft.usesSmallAmount}
          error={form.errors.usesSmallAmount}
          onChange={(usesSmallAmount) => form.change({ usesSmallAmount })}
          help={`${t('基準期間か特定期間の課税売上高が限度以下の会社だけが使えます。')} ${t('いま')}：${says(smallAmount)}`}
        />
        <FieldRow>
          <AmountField label={t('基準期間の課税売上高')} {...form.field('basePeriodSales')} />
          <AmountField label={t('特定期間の課税売上高')} {...form.field('specifiedPeriodSales')} />
        </FieldRow>
        <Checkbox
          label={t('源泉所得税の納期の特例の承認を受けている')}
          value={form.draft.halfYearlyWithholding}
          onChange={(halfYearlyWithholding) => form.change({ halfYearlyWithholding })}
          help={t('給与と士業の報酬の分が年2回の納付になります。原稿料・デザイン料などは翌月10日のままです。')}
        />
      </div>
    </Sheet>
  )
}
