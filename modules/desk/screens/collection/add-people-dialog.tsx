import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import { FormDialog, showToast, t, useForm } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { PickMany } from '../pick-many.tsx'
import { collectionQueries } from './collection-words.tsx'

/** 相手を足す: who is asked already is left as is. */
export function AddPeopleDialog(props: { readonly collectionId: string; readonly onClose: () => void }) {
  const { collectionId } = props
  const departments = useDepartmentOptions()
  const everybody = usePeopleOptions()
  const form = useForm(desk.addCollectionPeople, {
    draftKey: collectionId,
    initial: { collectionId, departmentIds: [], personIds: [] },
    refreshes: collectionQueries,
    onDone: ({ askedCount }) => {
      showToast(t('全部で{count}人になりました。', { count: askedCount }))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('相手を足す')} form={form} isOpen onClose={props.onClose} saveLabel={t('足す')}>
      <PickMany
        label={t('相手の部門')}
        options={departments}
        values={form.draft.departmentIds ?? []}
        onChange={(departmentIds) => form.change({ departmentIds })}
        error={form.errors.departmentIds}
      />
      <PickMany
        label={t('相手の人')}
        options={everybody}
        values={form.draft.personIds ?? []}
        onChange={(personIds) => form.change({ personIds })}
        error={form.errors.personIds}
      />
    </FormDialog>
  )
}
