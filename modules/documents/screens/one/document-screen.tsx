import {
  addressOf,
  Button,
  LinkButton,
  Menu,
  ObjectHistory,
  Paper,
  Screen,
  Sheet,
  Split,
  Status,
  ThrownNote,
  t,
  useAddressState,
  useAsk,
  usePathPart,
  useRights,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { documents } from '../../contract.ts'
import type { DocumentDetails } from '../document-words.ts'
import { kindWord } from '../document-words.ts'
import { ChangesSheet } from './changes-sheet.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { FactsSheet } from './facts-sheet.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { VersionsSheet } from './versions-sheet.tsx'

/** One document: the paper as it was received, what it is about, its versions, and everything that was corrected. */
export default function DocumentScreen() {
  const documentId = usePathPart('documentId')
  const [versionText, setVersion] = useAddressState('version', '')
  const answer = useAsk(documents.documentDetails, { documentId })
  if (answer.error !== null || answer.data?.documentId !== documentId)
    return (
      <Screen title={t('書類')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  const document = answer.data
  const shown = document.versions.find(({ fileVersion }) => String(fileVersion) === versionText) ?? document.versions[0]
  const fileVersion = shown?.fileVersion ?? document.fileVersion
  return (
    <Screen
      layout="page"
      title={document.partner || document.fileName}
      period={
        <>
          {kindWord(document.kind)} <StateOf document={document} />
        </>
      }
      actions={<Acts document={document} />}
    >
      <Split
        side="start"
        width="half"
        onPhone="above"
        aside={
          <Paper
            source={{
              name: shown?.fileName ?? document.fileName,
              address: addressOf(documents.documentFiles, { documentId, fileVersion }),
            }}
          />
        }
      >
        <FactsSheet document={document} />
        <VersionsSheet
          document={document}
          shown={fileVersion}
          onShow={(version) => setVersion(version === document.fileVersion ? '' : String(version))}
        />
        <ChangesSheet document={document} />
        <Sheet title={t('経緯')}>
          <ObjectHistory objectId={documentId} hidesFilter />
        </Sheet>
      </Split>
    </Screen>
  )
}

function StateOf({ document }: { readonly document: DocumentDetails }) {
  if (document.discardedAt !== null) return <Status colour="grey">{t('削除扱い')}</Status>
  return document.fileVersion > 1 ? (
    <Status colour="blue">{t('第{version}版', { version: document.fileVersion })}</Status>
  ) : null
}

function Acts({ document }: { readonly document: DocumentDetails }) {
  const { may } = useRights()
  const [above, setAbove] = useState<'correct' | 'replace' | 'discard' | 'restore' | null>(null)
  const close = () => setAbove(null)
  const canCorrect = may('documents.correct')
  const canDiscard = may('documents.discard')
  const isDiscarded = document.discardedAt !== null
  const more = [
    ...(canCorrect && !isDiscarded ? [{ label: t('ファイルを差し替える'), run: () => setAbove('replace') }] : []),
    ...(canDiscard && !isDiscarded
      ? [{ label: t('削除扱いにする'), run: () => setAbove('discard'), isDangerous: true }]
      : []),
    { label: t('印刷'), run: () => window.print() },
  ]
  return (
    <>
      <LinkButton to="/documents">{t('書類の一覧')}</LinkButton>
      <Menu face={t('その他')} label={t('その他の操作')} entries={more} />
      {canDiscard && isDiscarded ? (
        <Button kind="main" onPress={() => setAbove('restore')}>
          {t('削除扱いをやめる')}
        </Button>
      ) : null}
      {canCorrect && !isDiscarded ? (
        <Button kind="main" onPress={() => setAbove('correct')}>
          {t('直す')}
        </Button>
      ) : null}
      {above === 'correct' ? <CorrectDialog document={document} onClose={close} /> : null}
      {above === 'replace' ? <ReplaceDialog document={document} onClose={close} /> : null}
      {above === 'discard' ? <DiscardDialog document={document} onClose={close} /> : null}
      {above === 'restore' ? <RestoreDialog document={document} onClose={close} /> : null}
    </>
  )
}
