import type { Column } from '@ennoshita/ui'
import { DataTable, EmptyState, Status, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import type { Post } from './organisation-parts.ts'

const idOf = (post: Post) => post.postId

function columnsOf(): Column<Post>[] {
  return [
    { key: 'name', head: t('役職'), card: '1', cell: (post) => post.name, sortBy: (post) => post.name },
    {
      key: 'heads',
      head: t('部署の長'),
      width: '12rem',
      card: '1-end',
      cell: (post) => (post.heads ? <Status colour="blue">{t('部署の長になる')}</Status> : t('ならない')),
    },
    {
      key: 'rank',
      head: t('並び順'),
      width: '8rem',
      align: 'end',
      card: '2',
      cell: (post) => post.rank,
      sortBy: (post) => post.rank,
    },
  ]
}

/** 役職, the highest first; who holds a post that heads is asked to approve for the department. */
export function PostsTable(props: {
  readonly rows: readonly Post[] | undefined
  readonly error: unknown
  readonly onOpen?: (post: Post) => void
}) {
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(columnsOf, [inUse])
  const rows = useMemo(
    () => (props.rows === undefined ? undefined : [...props.rows].sort((one, other) => one.rank - other.rank)),
    [props.rows],
  )
  const { onOpen } = props
  return (
    <DataTable
      label={t('役職')}
      rows={rows}
      rowId={idOf}
      columns={columns}
      error={props.error}
      {...(onOpen === undefined ? {} : { onOpen })}
      empty={
        <EmptyState title={t('役職はまだありません')}>
          {t('部長・課長のように、部署の長になる役職を先に決めておくと、承認の相手が自動で決まります。')}
        </EmptyState>
      }
    />
  )
}
