import { useDepartmentOptions } from '@ennoshita/people/options'
import type { Option } from '@ennoshita/ui'
import { ComboBox, DateField, FieldRow, RadioGroup, Select, says, TextArea, TextField, t } from '@ennoshita/ui'
import { feeBearerChoices, methodChoices } from '../payment/payment-words.tsx'
import { LawFields } from './law-fields.tsx'
import { TermsFields } from './terms-fields.tsx'
import type { DraftCheck, VendorDraft } from './vendor-draft.ts'
import { useVendorCheck } from './vendor-draft.ts'
import { withholdingChoices } from './vendor-words.tsx'

export type FieldsProps = {
  readonly draft: VendorDraft
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (some: VendorDraft) => void
  readonly onProblem: (name: 'registeredFrom' | 'registeredUntil', sentence: string | null) => void
}
export type PartProps = FieldsProps & { readonly check: DraftCheck }

/** The remark of a field while it is being filled in, or what the field is. */
export function remarkOr(check: DraftCheck, field: string, otherwise?: string): { readonly help?: string } {
  const remark = check.remarks.find((each) => each.field === field)
  const help = remark === undefined ? otherwise : `${t('確かめてください')}：${says(remark)}`
  return help === undefined ? {} : { help }
}

/** All that is kept of a vendor, in the order in which an invoice or a contract tells it. */
export function VendorFields(props: FieldsProps) {
  const check = useVendorCheck(props.draft)
  const departments = useDepartmentOptions()
  const part = { ...props, check }
  return (
    <>
      <NameFields {...part} />
      <NumberFields {...part} />
      <TermsFields {...part} />
      <PayFields {...part} />
      <LawFields {...part} />
      <WithholdingFields {...part} />
      <ContactFields {...part} departments={departments} />
    </>
  )
}

function NameFields({ draft, errors, onChange }: PartProps) {
  return (
    <>
      <FieldRow>
        <TextField
          label={t('取引先名')}
          isRequired
          autoFocus
          value={draft.name}
          error={errors.name}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={t('フリガナ')}
          value={draft.nameKana}
          error={errors.nameKana}
          onChange={(nameKana) => onChange({ nameKana })}
        />
      </FieldRow>
      <FieldRow>
        <RadioGroup
          label={t('法人・個人')}
          isRequired
          choices={[
            { value: 'corporation', label: t('法人') },
            { value: 'individual', label: t('個人') },
          ]}
          value={draft.isIndividual === true ? 'individual' : 'corporation'}
          onChange={(sort) =>
            onChange(
              sort === 'individual'
                ? { isIndividual: true }
                : { isIndividual: false, withholdingKind: null, withholdingGroup: null },
            )
          }
        />
        <TextField
          label={t('取引先コード')}
          width="medium"
          value={draft.code}
          error={errors.code}
          onChange={(code) => onChange({ code: code === '' ? undefined : code })}
          help={t('空欄なら番号を付けます。')}
        />
      </FieldRow>
    </>
  )
}

function NumberFields({ draft, errors, onChange, onProblem, check }: PartProps) {
  return (
    <>
      <FieldRow>
        <TextField
          label={t('登録番号')}
          value={draft.registrationNumber}
          error={errors.registrationNumber}
          onChange={(registrationNumber) => onChange({ registrationNumber })}
          {...remarkOr(check, 'registrationNumber', t('適格請求書のTと13桁。登録していない相手は空欄です。'))}
        />
        {draft.isIndividual === true ? null : (
          <TextField
            label={t('法人番号')}
            value={draft.corporateNumber}
            error={errors.corporateNumber}
            onChange={(corporateNumber) => onChange({ corporateNumber })}
            {...remarkOr(check, 'corporateNumber')}
          />
        )}
      </FieldRow>
      {(draft.registrationNumber ?? '') === '' && draft.registeredFrom == null ? null : (
        <FieldRow>
          <DateField
            label={t('登録年月日')}
            value={draft.registeredFrom}
            error={errors.registeredFrom}
            onChange={(registeredFrom) => onChange({ registeredFrom })}
            onProblem={(sentence) => onProblem('registeredFrom', sentence)}
          />
          <DateField
            label={t('登録の最終日（取消・失効）')}
            value={draft.registeredUntil}
            error={errors.registeredUntil}
            onChange={(registeredUntil) => onChange({ registeredUntil })}
            onProblem={(sentence) => onProblem('registeredUntil', sentence)}
            {...remarkOr(check, 'registeredUntil')}
          />
        </FieldRow>
      )}
    </>
  )
}

function PayFields({ draft, errors, onChange, check }: PartProps) {
  return (
    <FieldRow>
      <Select
        label={t('支払方法')}
        isRequired
        choices={methodChoices()}
        value={draft.method ?? 'transfer'}
        error={errors.method}
        onChange={(method) => onChange({ method: method ?? undefined })}
      />
      <Select
        label={t('振込手数料')}
        isRequired
        choices={feeBearerChoices()}
        value={draft.feeBearer ?? 'us'}
        error={errors.feeBearer}
        onChange={(feeBearer) => onChange({ feeBearer: feeBearer ?? undefined })}
        {...remarkOr(check, 'feeBearer')}
      />
      <Select
        label={t('計上する科目')}
        isRequired
        choices={[
          { value: 'other', label: t('未払金') },
          { value: 'trade', label: t('買掛金') },
        ]}
        value={draft.payable ?? 'other'}
        error={errors.payable}
        onChange={(payable) => onChange({ payable: payable ?? undefined })}
      />
    </FieldRow>
  )
}

function WithholdingFields({ draft, errors, onChange, check }: PartProps) {
  if (draft.isIndividual !== true) return null
  return (
    <>
      <Select
        label={t('源泉徴収する報酬')}
        emptyLabel={t('源泉徴収しない')}
        choices={withholdingChoices()}
        value={draft.withholdingKind}
        error={errors.withholdingKind}
        onChange={(withholdingKind) => onChange({ withholdingKind, withholdingGroup: null })}
        {...remarkOr(check, 'withholdingKind')}
      />
      {draft.withholdingKind === 'general' ? (
        <RadioGroup
          label={t('報酬の区分')}
          isRequired
          choices={[
            { value: 'professional', label: t('士業（税理士・弁護士・社労士など）') },
            { value: 'other', label: t('士業でない（原稿・デザイン・講演など）') },
          ]}
          value={draft.withholdingGroup}
          error={errors.withholdingGroup}
          onChange={(withholdingGroup) => onChange({ withholdingGroup })}
          {...remarkOr(check, 'withholdingGroup')}
        />
      ) : null}
    </>
  )
}

function ContactFields({
  draft,
  errors,
  onChange,
  departments,
}: PartProps & { readonly departments: readonly Option[] }) {
  return (
    <>
      <FieldRow>
        <TextField
          label={t('電話')}
          type="tel"
          value={draft.phone}
          error={errors.phone}
          onChange={(phone) => onChange({ phone })}
          help={t('振込先口座を確かめる電話に使います。')}
        />
        <TextField
          label={t('メール')}
          type="email"
          value={draft.email}
          error={errors.email}
          onChange={(email) => onChange({ email })}
        />
        <TextField
          label={t('先方の担当者')}
          value={draft.contact}
          error={errors.contact}
          onChange={(contact) => onChange({ contact })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('郵便番号')}
          width="medium"
          value={draft.postalCode}
          error={errors.postalCode}
          onChange={(postalCode) => onChange({ postalCode })}
        />
        <TextField
          label={t('住所')}
          value={draft.address}
          error={errors.address}
          onChange={(address) => onChange({ address })}
        />
      </FieldRow>
      <ComboBox
        label={t('いつも発注する部門')}
        options={departments}
        value={draft.departmentId}
        error={errors.departmentId}
        onChange={(departmentId) => onChange({ departmentId })}
      />
      <TextArea
        label={t('覚え書き')}
        rows={2}
        value={draft.note}
        error={errors.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}
