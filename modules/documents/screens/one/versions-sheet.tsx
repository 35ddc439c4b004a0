import { Button, instantInTable, Sheet, Status, t } from '@ennoshita/ui'
import type { DocumentDetails } from '../document-words.ts'
import { sizeWord } from '../document-words.ts'

/** Every file that the document has had; the old ones stay readable. Nothing where there was only one. */
export function VersionsSheet(props: {
  readonly document: DocumentDetails
  readonly shown: number
  readonly onShow: (fileVersion: number) => void
}) {
  const { versions } = props.document
  if (versions.length < 2) return null
  return (
    <Sheet title={t('版')}>
      <ul className="plain-list">
        {versions.map((version) => (
          <li key={version.fileVersion}>
            <b>{t('第{version}版', { version: version.fileVersion })}</b>　{version.fileName}（{sizeWord(version.bytes)}
            ）　
            {instantInTable(version.keptAt, { withYear: true })} {version.keptByName ?? t('自動')}　
            {version.fileVersion === props.shown ? (
              <Status colour="blue">{t('表示中')}</Status>
            ) : (
              <Button kind="quiet" onPress={() => props.onShow(version.fileVersion)}>
                {t('この版を見る')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
