import { useDepartmentOptions } from '@ennoshita/people/options'
import { AmountField, ComboBox, FieldRow, FormDialog, Select, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { useState } from 'react'
import { approvals } from '../../contract.ts'
import { kindsOffered, kindWord } from '../words-of-matters.tsx'
import type { Route, StepDraft } from './route-words.ts'
import { factsText, readFacts, withPlace } from './route-words.ts'
import { StepsEditor } from './steps-editor.tsx'

const every = 'every'
const firstStep: StepDraft = { name: '部門長', need: 'any', approvers: [{ by: 'head', of: 'subject-department' }] }

/** 経路を足す・直す. */
export function RouteDialog({ route, onClose }: { readonly route: Route | null; readonly onClose: () => void }) {
  const departments = useDepartmentOptions()
  const conditions = route?.conditions
  const [facts, setFacts] = useState(factsText(conditions?.facts ?? {}))
  const form = useForm(approvals.setRoute, {
    draftKey: route ? `${route.routeId}.${route.version}` : 'new',
    initial: {
      ...(route?.routeId ? { routeId: route.routeId, version: route.version } : {}),
      name: route?.name ?? '',
      kind: route?.kind ?? null,
      conditions: {
        amountFrom: conditions?.amountFrom ?? null,
        amountUntil: conditions?.amountUntil ?? null,
        departmentId: conditions?.departmentId ?? null,
        facts: conditions?.facts ?? {},
      },
      steps: route?.steps.map(({ name, need, approvers }) => ({ name, need, approvers })) ?? [
        { ...firstStep, approvers: [...firstStep.approvers] },
      ],
    },
    refreshes: [approvals.routeList, approvals.routePreviews],
    onDone: () => {
      showToast(t('承認経路を定めました。'))
      onClose()
    },
  })
  const { draft, errors, change } = form
  const under = draft.conditions ?? {}
  const set = (some: Partial<NonNullable<typeof draft.conditions>>) => change({ conditions: { ...under, ...some } })
  const steps = (draft.steps ?? []).map(
    ({ name, need = 'any', approvers }): StepDraft => ({ name, need, approvers: approvers.map(withPlace) }),
  )
  return (
    <FormDialog title={route ? t('経路を直す') : t('経路を足す')} form={form} isOpen onClose={onClose} width="medium">
      <FieldRow>
        <TextField
          label={t('経路の名前')}
          isRequired
          autoFocus
          value={draft.name}
          onChange={(name) => change({ name })}
          error={errors.name}
        />
        <Select
          label={t('何の承認か')}
          isRequired
          choices={[
            { value: every, label: t('すべて') },
            ...kindsOffered.map((value) => ({ value, label: kindWord(value) })),
          ]}
          value={draft.kind ?? every}
          onChange={(kind) => change({ kind: kind === every ? null : kind })}
          error={errors.kind}
        />
      </FieldRow>
      <FieldRow>
        <AmountField
          label={t('金額（から）')}
          value={under.amountFrom}
          onChange={(amountFrom) => set({ amountFrom })}
          error={errors['conditions.amountFrom']}
        />
        <AmountField
          label={t('金額（まで）')}
          value={under.amountUntil}
          onChange={(amountUntil) => set({ amountUntil })}
          error={errors['conditions.amountUntil']}
          help={t('両方とも、その金額を含みます。')}
        />
      </FieldRow>
      <FieldRow>
        <ComboBox
          label={t('対象の部署')}
          options={departments}
          value={under.departmentId}
          onChange={(departmentId) => set({ departmentId })}
          error={errors['conditions.departmentId']}
          help={t('その下の部署も含みます。')}
        />
        <TextField
          label={t('項目の条件')}
          value={facts}
          onChange={(text) => {
            setFacts(text)
            set({ facts: readFacts(text) })
          }}
          error={errors['conditions.facts']}
          help={t('「源泉：あり」のように書き、「、」で区切ります。')}
        />
      </FieldRow>
      {errors.conditions === undefined ? null : <p className="field-error">{errors.conditions}</p>}
      <StepsEditor
        steps={steps}
        onChange={(next) => change({ steps: next.map((step) => ({ ...step, approvers: [...step.approvers] })) })}
        errors={errors}
      />
    </FormDialog>
  )
}
