import { Dialog, Facts, lineStateWord, remarksOf, t } from '@ennoshita/ui'
import type { PreviewLine } from './import-words.ts'
import { columnWord } from './import-words.ts'

const shownColumns = [
  'employeeNumber',
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'formerFamilyName',
  'department',
  'post',
  'email',
  'phone',
  'joinedOn',
  'leftOn',
] as const

/** One line of the file as it was understood, with everything noticed in full. */
export function LineDialog({ line, onClose }: { readonly line: PreviewLine; readonly onClose: () => void }) {
  const { draft } = line
  return (
    <Dialog
      title={t('{line}行目：{text}', { line: line.line, text: lineStateWord(line.state) })}
      isOpen
      onClose={onClose}
    >
      {remarksOf(line).map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      {draft === null ? (
        <p>{t('取り込んだあとは、行の内容を残しません。人の画面で見られます。')}</p>
      ) : (
        <Facts
          facts={shownColumns.flatMap((key) => {
            const text = draft[key]
            return text === null || text === '' ? [] : [[columnWord(key), text] as const]
          })}
        />
      )}
    </Dialog>
  )
}
