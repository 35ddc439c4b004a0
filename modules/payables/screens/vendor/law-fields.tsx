import { AmountField, FieldRow, Select, t } from '@ennoshita/ui'
import { ProtectionNote } from './protection-note.tsx'
import type { PartProps } from './vendor-fields.tsx'
import { commissionChoices, lawClassChoices } from './vendor-words.tsx'

/** 取適法・フリーランス法: what was declared, the facts that decide it, and what the act forbids. */
export function LawFields({ draft, errors, onChange, check }: PartProps) {
  const isIndividual = draft.isIndividual === true
  const hasCommission = draft.commissionKind != null
  return (
    <>
      <FieldRow>
        <Select
          label={t('委託する仕事')}
          emptyLabel={t('委託ではない（購入・賃借など）')}
          choices={commissionChoices()}
          value={draft.commissionKind}
          error={errors.commissionKind}
          onChange={(commissionKind) => onChange({ commissionKind })}
        />
        <Select
          label={t('取適法・フリーランス法')}
          isRequired
          choices={lawClassChoices()}
          value={draft.lawClass ?? 'none'}
          error={errors.lawClass}
          onChange={(lawClass) => onChange({ lawClass: lawClass ?? undefined })}
          help={t('下の事実からも判定し、厳しいほうで扱います。')}
        />
      </FieldRow>
      {hasCommission ? (
        <FieldRow>
          {isIndividual ? null : (
            <AmountField
              label={t('相手の資本金（円）')}
              value={draft.capital}
              error={errors.capital}
              onChange={(capital) => onChange({ capital })}
            />
          )}
          <AmountField
            label={t('相手の常時使用する従業員（人）')}
            value={draft.employees}
            error={errors.employees}
            onChange={(employees) => onChange({ employees })}
          />
          {isIndividual ? null : (
            <AmountField
              label={t('相手の役員（人）')}
              value={draft.officers}
              error={errors.officers}
              onChange={(officers) => onChange({ officers })}
            />
          )}
        </FieldRow>
      ) : null}
      <ProtectionNote protection={check.protection} />
    </>
  )
}
