import { kernel } from '@ennoshita/kernel'
import { LinkButton, ObjectHistory, PrintButton, Screen, t, useAsk, usePathPart } from '@ennoshita/ui'

/** 履歴: everything that happened to one object, in words, to filter and print. */
export default function HistoryScreen() {
  const objectId = usePathPart('objectId')
  const answer = useAsk(kernel.objectHistories, { objectId, offset: 0, limit: 200 })
  const about = answer.data
  return (
    <Screen
      title={t('経緯')}
      period={about?.label}
      actions={
        <>
          <PrintButton />
          {about === undefined || about.opens === '' ? null : (
            <LinkButton to={about.opens}>{t('この画面を開く')}</LinkButton>
          )}
        </>
      }
    >
      <ObjectHistory objectId={objectId} />
    </Screen>
  )
}
