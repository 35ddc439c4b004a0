import { Button, FieldRow, Select, Sheet, TextField, t } from '@ennoshita/ui'
import { ApproverField } from './approver-field.tsx'
import type { StepDraft } from './route-words.ts'
import { moved } from './route-words.ts'

const [mostSteps, mostApprovers] = [10, 20]

/** The steps of a route in their order, each with who is asked. */
export function StepsEditor(props: {
  readonly steps: readonly StepDraft[]
  readonly onChange: (steps: StepDraft[]) => void
  readonly errors: Readonly<Record<string, string>>
}) {
  const { steps, onChange, errors } = props
  const change = (at: number, some: Partial<StepDraft>) =>
    onChange(steps.map((step, place) => (place === at ? { ...step, ...some } : step)))
  const add = () => onChange([...steps, { name: '', need: 'any', approvers: [{ by: 'role', role: 'president' }] }])
  return (
    <>
      {steps.map((step, at) => (
        <Sheet
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
          key={at}
          title={t('{number}段目', { number: at + 1 })}
          actions={
            <>
              <Button
                kind="quiet"
                label={t('上へ')}
                isDisabled={at === 0}
                onPress={() => onChange(moved(steps, at, -1))}
              >
                ↑
              </Button>
              <Button
                kind="quiet"
                label={t('下へ')}
                isDisabled={at === steps.length - 1}
                onPress={() => onChange(moved(steps, at, 1))}
              >
                ↓
              </Button>
              <Button
                kind="quiet"
                isDisabled={steps.length === 1}
                onPress={() => onChange(steps.filter((_, place) => place !== at))}
              >
                {t('外す')}
              </Button>
            </>
          }
        >
          <StepFields step={step} onChange={(some) => change(at, some)} errors={errors} path={`steps.${at}`} />
        </Sheet>
      ))}
      {errors.steps === undefined ? null : <p className="field-error">{errors.steps}</p>}
      <Button isDisabled={steps.length >= mostSteps} onPress={add}>
        {t('段を足す')}
      </Button>
    </>
  )
}

function StepFields(props: {
  readonly step: StepDraft
  readonly onChange: (some: Partial<StepDraft>) => void
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
}) {
  const { step, onChange, errors, path } = props
  const { approvers } = step
  return (
    <div className="form-fields">
      <FieldRow>
        <TextField
          label={t('段の名前')}
          isRequired
          value={step.name}
          onChange={(name) => onChange({ name })}
          error={errors[`${path}.name`]}
        />
        <Select
          label={t('決め方')}
          isRequired
          choices={[
            { value: 'any', label: t('だれか一人') },
            { value: 'all', label: t('全員') },
          ]}
          value={step.need}
          onChange={(need) => onChange({ need: need ?? 'any' })}
        />
      </FieldRow>
      {approvers.map((approver, at) => (
        <ApproverField
          // biome-ignore lint/suspicious/noArrayIndexKey: an approver is known by its place
          key={at}
          approver={approver}
          onChange={(next) => onChange({ approvers: approvers.map((each, place) => (place === at ? next : each)) })}
          onRemove={
            approvers.length === 1
              ? undefined
              : () => onChange({ approvers: approvers.filter((_, place) => place !== at) })
          }
          errors={errors}
          path={`${path}.approvers.${at}`}
        />
      ))}
      <p>
        <Button
          kind="quiet"
          isDisabled={approvers.length >= mostApprovers}
          onPress={() => onChange({ approvers: [...approvers, { by: 'role', role: 'president' }] })}
        >
          {t('承認する人を足す')}
        </Button>
      </p>
    </div>
  )
}
