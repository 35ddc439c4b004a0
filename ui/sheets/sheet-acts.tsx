import type { RefusalFace, SheetAnswer } from '@ennoshita/kernel'
import { useCallback, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { Menu } from '../controls/menu.tsx'
import { Dialog } from '../dialogs/dialog.tsx'
import { ErrorNote } from '../screen/error-note.tsx'
import { faceOf } from '../talk/client.ts'
import { t } from '../words/words.ts'
import { type PaperLayout, PrintedSheet } from './printed-sheet.tsx'
import { type FileSort, saveSheet, unwritableFace } from './save-sheet.ts'

/** A browser lays out some three hundred pages; more is for a file. */
const mostPrintedRows = 10_000

/**
 * What can be done with a whole list beyond its screen: saved as Excel or CSV, and printed with `layout`. `read` asks the query that
 * leaves in the log who took it. It is read when it is taken, so that it is never older than the books.
 */
export function SheetActs({
  read,
  layout,
}: {
  readonly read: () => Promise<SheetAnswer>
  readonly layout?: PaperLayout
}) {
  const [isReading, setReading] = useState(false)
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  const [printed, setPrinted] = useState<SheetAnswer | null>(null)
  const putAway = useCallback(() => setPrinted(null), [])
  async function take(use: (sheet: SheetAnswer) => void | Promise<void>) {
    setReading(true)
    try {
      await use(await read())
    } catch (error) {
      setRefusal(unwritableFace(error) ?? faceOf(error))
    } finally {
      setReading(false)
    }
  }
  const save = (sort: FileSort) => void take((sheet) => saveSheet(sheet, sort))
  const print = () =>
    void take((sheet) => (sheet.rows.length > mostPrintedRows ? setRefusal(tooLongForPaper) : setPrinted(sheet)))
  return (
    <>
      {layout === undefined ? null : (
        <span className="only-desk">
          <Button isPending={isReading} onPress={print}>
            {t('印刷')}
          </Button>
        </span>
      )}
      <Menu
        face={isReading ? t('書き出しています') : t('ファイルに書き出す')}
        entries={[
          { label: t('Excel（.xlsx）'), run: () => save('xlsx') },
          { label: t('CSV（UTF-8）'), run: () => save('utf-8-bom') },
          { label: t('CSV（Shift_JIS）'), run: () => save('cp932') },
        ]}
      />
      {printed === null || layout === undefined ? null : (
        <PrintedSheet sheet={printed} layout={layout} onDone={putAway} />
      )}
      {refusal === null ? null : (
        <Dialog title={t('書き出せません')} isOpen onClose={() => setRefusal(null)}>
          <ErrorNote face={refusal} />
        </Dialog>
      )}
    </>
  )
}

const tooLongForPaper: RefusalFace = {
  kind: 'too-large',
  code: 'ui.too-long-for-paper',
  what: { ja: '一度に印刷できる行数を超えています。', en: 'This is more than can be printed at once.' },
  rule: { says: { ja: '一度に印刷できるのは1万行までです。', en: 'At most 10,000 rows at once.' } },
  todo: { ja: '期間を分けて印刷するか、ファイルに書き出してください。', en: 'Print shorter periods, or save a file.' },
}
