import type { RefusalFace } from '@ennoshita/kernel'
import {
  Button,
  Dialog,
  DoFoot,
  DoForm,
  ErrorNote,
  faceOf,
  Menu,
  showToast,
  TextArea,
  t,
  useKeys,
  useOpen,
  useRefresh,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import { approvals } from '../../contract.ts'
import { approveMatter, withdrawMatter } from '../call-command.ts'
import { ReturnDialog } from '../return-dialog.tsx'
import type { MatterDetails } from '../words-of-matters.tsx'
import { DeputyMark, matterQueries } from '../words-of-matters.tsx'

type Above = 'return' | 'comment' | 'withdraw'

/** What the one who reads may do now: 承認 with one tap, 差戻し and 引戻し with a word. */
export function MatterActs({ matter }: { readonly matter: MatterDetails }) {
  const { may, matterId } = matter
  const step = matter.steps.find(({ state }) => state === 'open') ?? null
  const called = { ...matter, onBehalfOf: may.onBehalfOf, step }
  const open = useOpen()
  const refresh = useRefresh()
  const [above, setAbove] = useState<Above | null>(null)
  const [isPending, setPending] = useState(false)
  const [face, setFace] = useState<RefusalFace | null>(null)
  const finding = useSend(approvals.findApprovers, {
    refreshes: matterQueries,
    onDone: () => showToast(t('承認する人を決め直しました。')),
  })
  const close = () => setAbove(null)
  async function act(what: () => Promise<unknown>, said: string, isLeft: boolean) {
    if (isPending) return
    setPending(true)
    setFace(null)
    try {
      await what()
      showToast(said)
      close()
      if (isLeft) open('/approvals')
    } catch (error) {
      setFace(faceOf(error))
    } finally {
      setPending(false)
      await refresh(matterQueries)
    }
  }
  const approve = (comment = '') => act(() => approveMatter(called, comment), t('承認しました。'), true)
  useKeys(
    may.decide
      ? [
          { key: 'a', says: t('承認する'), run: () => void approve() },
          { key: 'r', says: t('差し戻す'), run: () => setAbove('return') },
        ]
      : [],
  )
  const more = [
    ...(may.decide ? [{ label: t('ひとこと添えて承認'), run: () => setAbove('comment') }] : []),
    ...(may.findApprovers ? [{ label: t('承認する人を決め直す'), run: () => void finding.send({ matterId }) }] : []),
    ...(may.withdraw && matter.commands.withdraw ? [{ label: t('引き戻す'), run: () => setAbove('withdraw') }] : []),
    { label: t('承認の一覧へ'), run: () => open('/approvals') },
    { label: t('印刷'), run: () => window.print() },
  ]
  return (
    <>
      {face === null || above !== null ? null : <ErrorNote face={face} />}
      {finding.refusal === null ? null : <ErrorNote face={finding.refusal} />}
      {may.onBehalfOf === null ? null : <DeputyMark name={may.onBehalfOf.name} />}
      {may.decide ? (
        <>
          <Button kind="main" keys="A" isPending={isPending} onPress={() => void approve()}>
            {t('承認')}
          </Button>
          <Button keys="R" onPress={() => setAbove('return')}>
            {t('差戻し')}
          </Button>
        </>
      ) : null}
      <Menu face={t('その他')} label={t('その他の操作')} entries={more} />
      {above === 'return' ? <ReturnDialog matter={called} onClose={close} onDone={() => open('/approvals')} /> : null}
      {above === 'comment' ? (
        <WordDialog
          {...{ title: t('ひとこと添えて承認'), label: t('ひとこと'), doLabel: t('承認'), isPending, face }}
          onClose={close}
          onDo={approve}
        />
      ) : null}
      {above === 'withdraw' ? (
        <WordDialog
          {...{ title: t('引き戻す'), label: t('理由'), doLabel: t('引き戻す'), isPending, face }}
          onClose={close}
          onDo={(reason) => act(() => withdrawMatter(matter, reason), t('引き戻しました。'), false)}
        />
      ) : null}
    </>
  )
}

function WordDialog(props: {
  readonly title: string
  readonly label: string
  readonly doLabel: string
  readonly isPending: boolean
  readonly face: RefusalFace | null
  readonly onClose: () => void
  readonly onDo: (word: string) => Promise<void>
}) {
  const [word, setWord] = useState('')
  const submit = () => props.onDo(word)
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      foot={<DoFoot label={props.doLabel} isReady={!props.isPending} onDo={submit} onClose={props.onClose} />}
    >
      <DoForm label={props.title} onDo={submit}>
        {props.face === null ? null : <ErrorNote face={props.face} />}
        <TextArea label={props.label} autoFocus rows={3} value={word} onChange={setWord} />
      </DoForm>
    </Dialog>
  )
}
