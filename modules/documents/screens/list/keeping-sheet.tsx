import { Button, Link, Progress, Sheet, Status, says, t } from '@ennoshita/ui'
import type { Keeping, Kept } from './use-keeping.ts'

/** What became of each file: kept, kept twice, or refused with the reason. */
export function KeepingSheet({ keeping }: { readonly keeping: Keeping }) {
  const { files } = keeping
  if (files.length === 0) return null
  const done = files.filter(({ state }) => state !== 'waiting' && state !== 'sending').length
  const isDone = done === files.length
  const refused = files.filter(({ state }) => state === 'refused').length
  return (
    <Sheet
      title={isDone ? t('{count}件を受け取りました', { count: done - refused }) : t('書類を保存しています')}
      actions={isDone ? <Button onPress={keeping.clear}>{t('この知らせを閉じる')}</Button> : null}
    >
      {isDone ? null : (
        <Progress
          label={t('{done}／{count}件', { done, count: files.length })}
          percent={Math.round((done / files.length) * 100)}
        />
      )}
      <ul className="plain-list keeping">
        {files.map((file) => (
          <li key={file.key}>
            <FileLine file={file} keeping={keeping} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function FileLine({ file, keeping }: { readonly file: Kept; readonly keeping: Keeping }) {
  const { face, twins = [] } = file
  return (
    <>
      <StateOf file={file} />{' '}
      {file.documentId === undefined ? file.name : <Link to={`/documents/${file.documentId}`}>{file.name}</Link>}
      {face === undefined ? null : (
        <span role="alert">
          　{says(face.what)} {says(face.todo)}
        </span>
      )}
      {twins.length === 0 ? null : (
        <span role="alert">
          　{t('まったく同じファイルが、もう保存されています。')}
          <Link to={`/documents/${twins[0] ?? ''}`}>{t('前の書類を見る')}</Link>
          <Button kind="quiet" onPress={() => void keeping.undo(file, t('まったく同じファイルが保存済みのため'))}>
            {t('今のほうを削除扱いにする')}
          </Button>
          <Button kind="quiet" onPress={() => keeping.accept(file.key)}>
            {t('両方残す')}
          </Button>
        </span>
      )}
    </>
  )
}

function StateOf({ file }: { readonly file: Kept }) {
  if (file.state === 'kept') return <Status colour="green">{t('保存しました')}</Status>
  if (file.state === 'refused') return <Status colour="red">{t('保存できません')}</Status>
  if (file.state === 'undone') return <Status colour="grey">{t('削除扱い')}</Status>
  return <Status colour="blue">{file.state === 'sending' ? t('送っています') : t('順番待ち')}</Status>
}
