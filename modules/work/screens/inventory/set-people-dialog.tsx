import type { RefusalFace } from '@ennoshita/kernel'
import { usePeopleOptions } from '@ennoshita/people/options'
import {
  Button,
  Checkbox,
  ComboBox,
  Dialog,
  ErrorNote,
  faceOf,
  Progress,
  send,
  showToast,
  t,
  useRefresh,
} from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import type { InventoryRow } from './inventory-columns.tsx'

/** 担当をまとめて決める: main and deputy of the selected kinds, one command each; what was left empty stays as it is. */
export function SetPeopleDialog(props: {
  readonly kinds: readonly InventoryRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { kinds } = props
  const everyone = usePeopleOptions()
  const refresh = useRefresh()
  const [mainId, setMainId] = useState<string | null>(null)
  const [deputyId, setDeputyId] = useState<string | null>(null)
  const [adds, setAdds] = useState(true)
  const [doneCount, setDoneCount] = useState<number | null>(null)
  const [refused, setRefused] = useState<{ name: string; face: RefusalFace } | null>(null)

  async function save() {
    setRefused(null)
    for (const [at, kind] of kinds.entries()) {
      setDoneCount(at)
      const deputies = deputyId === null ? kind.deputyIds : adds ? [...kind.deputyIds, deputyId] : [deputyId]
      try {
        await send(work.setKindPeople, {
          kindId: kind.kindId,
          version: kind.version,
          mainId: mainId ?? kind.mainId,
          deputyIds: [...new Set(deputies)],
        })
      } catch (error) {
        setRefused({ name: kind.name, face: faceOf(error) })
        setDoneCount(null)
        await refresh([work.inventoryRows])
        return
      }
    }
    setDoneCount(null)
    await refresh([work.inventoryRows])
    showToast(t('{count}件の担当を決めました。', { count: kinds.length }))
    props.onDone()
  }
  return (
    <Dialog
      title={t('担当をまとめて決める')}
      isOpen
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>{t('キャンセル')}</Button>
          <Button
            kind="main"
            isPending={doneCount !== null}
            isDisabled={mainId === null && deputyId === null}
            onPress={() => void save()}
          >
            {t('{count}件に決める', { count: kinds.length })}
          </Button>
        </>
      }
    >
      <div className="form-fields">
        {refused === null ? null : (
          <>
            <p>{t('「{name}」で止まりました。それより前の業務は保存されています。', { name: refused.name })}</p>
            <ErrorNote face={refused.face} />
          </>
        )}
        <ComboBox
          label={t('主担当')}
          options={everyone}
          value={mainId}
          onChange={setMainId}
          autoFocus
          help={t('空欄なら、いまの主担当のままです。')}
        />
        <ComboBox label={t('副担当')} options={everyone} value={deputyId} onChange={setDeputyId} />
        <Checkbox label={t('いまの副担当に加える（外すと置き換えます）')} value={adds} onChange={setAdds} />
        {doneCount === null ? null : (
          <Progress
            label={t('{done}／{count}件', { done: doneCount, count: kinds.length })}
            percent={Math.round((doneCount / kinds.length) * 100)}
          />
        )}
      </div>
    </Dialog>
  )
}
