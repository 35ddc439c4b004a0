import { usePeopleOptions, usePostOptions } from '@ennoshita/people/options'
import { Button, ComboBox, FieldRow, Select, t } from '@ennoshita/ui'
import type { Approver } from '../../contract.ts'

const ways = ['head', 'post', 'person', 'president', 'administrator'] as const
type Way = (typeof ways)[number]

const wayOf = (approver: Approver): Way => (approver.by === 'role' ? approver.role : approver.by)

/** A fresh approver of that sort; person and post are chosen next. */
function approverOf(way: Way): Approver {
  if (way === 'head') return { by: 'head', of: 'subject-department' }
  if (way === 'post') return { by: 'post', postId: '', of: 'subject-department' }
  if (way === 'person') return { by: 'person', personId: '' }
  return { by: 'role', role: way }
}

/** Who is asked in a step: by department, post, person or role. */
export function ApproverField(props: {
  readonly approver: Approver
  readonly onChange: (approver: Approver) => void
  readonly onRemove: (() => void) | undefined
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
}) {
  const { approver, onChange, errors, path } = props
  const people = usePeopleOptions()
  const posts = usePostOptions()
  const words = {
    head: t('部署の長'),
    post: t('役職'),
    person: t('人'),
    president: t('社長'),
    administrator: t('管理者'),
  }
  return (
    <FieldRow>
      <Select
        label={t('承認する人')}
        isRequired
        choices={ways.map((value) => ({ value, label: words[value] }))}
        value={wayOf(approver)}
        onChange={(way) => onChange(approverOf(way ?? 'head'))}
      />
      {approver.by === 'person' ? (
        <ComboBox
          label={t('だれ')}
          isRequired
          options={people}
          value={approver.personId === '' ? null : approver.personId}
          onChange={(personId) => onChange({ by: 'person', personId: personId ?? '' })}
          error={errors[`${path}.personId`]}
        />
      ) : null}
      {approver.by === 'post' ? (
        <ComboBox
          label={t('どの役職')}
          isRequired
          options={posts}
          value={approver.postId === '' ? null : approver.postId}
          onChange={(postId) => onChange({ ...approver, postId: postId ?? '' })}
          error={errors[`${path}.postId`]}
        />
      ) : null}
      {approver.by === 'post' || approver.by === 'head' ? (
        <Select
          label={t('どこの')}
          isRequired
          choices={[
            { value: 'subject-department', label: t('対象の部署') },
            { value: 'applicant-department', label: t('申請した部署') },
            { value: 'company', label: t('会社全体') },
          ]}
          value={approver.of}
          onChange={(of) => onChange({ ...approver, of: of ?? 'subject-department' })}
        />
      ) : null}
      {props.onRemove === undefined ? null : (
        <Button kind="quiet" onPress={props.onRemove}>
          {t('外す')}
        </Button>
      )}
    </FieldRow>
  )
}
