import type { LocalDate, RefusalFace } from '@ennoshita/kernel'
import { Button, Checkbox, Dialog, ErrorNote, faceOf, showToast, t } from '@ennoshita/ui'
import { useState } from 'react'
import { exportRegister } from './export-register.ts'

/** Says before the file is made that the look at the register stays in the log. */
export function ExportDialog(props: { readonly on: LocalDate; readonly onClose: () => void }) {
  const [includesLeavers, setIncludesLeavers] = useState(false)
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  async function save() {
    setPending(true)
    try {
      const count = await exportRegister(props.on, includesLeavers)
      showToast(t('{count}人の名簿を書き出しました。', { count }))
      props.onClose()
    } catch (error) {
      setRefusal(faceOf(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      title={t('名簿をExcelに書き出す')}
      isOpen
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>{t('キャンセル')}</Button>
          <Button kind="main" isPending={isPending} onPress={() => void save()} autoFocus>
            {t('書き出す')}
          </Button>
        </>
      }
    >
      <div className="form-fields">
        {refusal === null ? null : <ErrorNote face={refusal} />}
        <p>
          {t('{date}現在の名簿です。社員番号・旧姓・入社日・退職日・連絡先を含みます。', {
            date: props.on.replaceAll('-', '/'),
          })}
        </p>
        <Checkbox label={t('退職した人も含める')} value={includesLeavers} onChange={setIncludesLeavers} />
        <p className="field-help">
          {t('書き出したことは、日時とあなたの名前とともに記録に残ります。ファイルの置き場所にご注意ください。')}
        </p>
      </div>
    </Dialog>
  )
}
