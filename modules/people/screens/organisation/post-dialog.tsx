import type { LocalDate } from '@ennoshita/kernel'
import { Checkbox, DateField, FormDialog, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { people } from '../../contract.ts'
import type { Post } from './organisation-parts.ts'
import { showingOrganisation } from './organisation-parts.ts'
import { PlaceField } from './place-field.tsx'

/** A post, new or changed from a day on. */
export function PostDialog(props: {
  readonly on: LocalDate
  readonly post: Post | null
  readonly onClose: () => void
}) {
  return props.post === null ? <AddPost {...props} /> : <ChangePost {...props} post={props.post} />
}

function AddPost({ on, onClose }: { readonly on: LocalDate; readonly onClose: () => void }) {
  const form = useForm(people.addPost, {
    initial: { fromOn: on, heads: false },
    refreshes: showingOrganisation,
    onDone: () => {
      onClose()
      showToast(t('役職を加えました。'))
    },
  })
  return (
    <FormDialog title={t('役職を加える')} form={form} isOpen onClose={onClose}>
      <TextField label={t('役職名')} autoFocus {...form.field('name')} />
      <Heads value={form.draft.heads} onChange={(heads) => form.change({ heads })} />
      <PlaceField {...form.field('rank')} label={t('並び順（小さいほど上）')} />
      <DateField label={t('設ける日')} {...form.field('fromOn')} />
    </FormDialog>
  )
}

function ChangePost({
  on,
  post,
  onClose,
}: {
  readonly on: LocalDate
  readonly post: Post
  readonly onClose: () => void
}) {
  const form = useForm(people.changePost, {
    draftKey: `${post.postId}.${post.version}.${on}`,
    initial: {
      postId: post.postId,
      version: post.version,
      fromOn: on,
      name: post.name,
      heads: post.heads,
      rank: post.rank,
    },
    refreshes: showingOrganisation,
    onDone: () => {
      onClose()
      showToast(t('役職を変えました。'))
    },
  })
  return (
    <FormDialog title={t('「{name}」を変える', { name: post.name })} form={form} isOpen onClose={onClose}>
      <DateField label={t('いつから')} autoFocus {...form.field('fromOn')} />
      <TextField label={t('役職名')} {...form.field('name')} isRequired />
      <Heads value={form.draft.heads} onChange={(heads) => form.change({ heads })} />
      <PlaceField {...form.field('rank')} label={t('並び順（小さいほど上）')} />
    </FormDialog>
  )
}

function Heads(props: { readonly value: boolean | null | undefined; readonly onChange: (heads: boolean) => void }) {
  return (
    <Checkbox
      label={t('この役職の人は部署の長になる')}
      value={props.value}
      onChange={props.onChange}
      help={t('部署の長は、自分の部署と下の部署の承認や確認を受け持ちます。')}
    />
  )
}
