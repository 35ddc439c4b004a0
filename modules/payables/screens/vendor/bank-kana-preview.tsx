import { type BankKanaChange, toBankKana, UnwritableTextError } from '@ennoshita/formats'
import { language, t } from '@ennoshita/ui'

const mostBytes = 30

/** The name of an account holder as the bank holds it (半角カナ), and what was changed to write it so. */
export function BankKanaPreview({ text }: { readonly text: string }) {
  if (text.trim() === '') return null
  const written = writtenOr(text)
  if (typeof written === 'string') return <p className="field-error">{written}</p>
  return (
    <div>
      <p>
        {t('銀行に渡す名義')}：<b>{written.text}</b>
      </p>
      {written.changes.length === 0 ? null : (
        <ul className="plain-list field-help">
          {written.changes.map((change) => (
            <li key={`${change.rule} ${change.column} ${change.from}`}>{changeWord(change)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function writtenOr(text: string) {
  try {
    return toBankKana(text.trim(), { max: mostBytes })
  } catch (error) {
    if (error instanceof UnwritableTextError) return language() === 'en' ? error.messageEn : error.message
    throw error
  }
}

function changeWord({ rule, from, to }: BankKanaChange): string {
  const words: Record<BankKanaChange['rule'], string> = {
    'legal-form': t('「{from}」を法人の略語「{to}」にしました。', { from, to }),
    'business-word': t('「{from}」を事業の略語「{to}」にしました。', { from, to }),
    'small-kana': t('小さい「{from}」を大きい「{to}」にしました。', { from, to }),
    'long-mark': t('長音「{from}」を「{to}」にしました。', { from, to }),
    'middle-dot': t('中点「{from}」を「{to}」にしました。', { from, to }),
    wo: t('「{from}」を「{to}」にしました。', { from, to }),
    'old-kana': t('「{from}」を「{to}」にしました。', { from, to }),
    'repeat-mark': t('くり返しの「{from}」を「{to}」にしました。', { from, to }),
    capitals: t('「{from}」を大文字「{to}」にしました。', { from, to }),
    spaces: t('余分な空白を詰めました。'),
    width: t('半角カナにしました。'),
    cut: t('30文字を超える分「{rest}」を切りました。銀行は先頭の30文字で照らし合わせます。', {
      rest: from.slice(to.length).trim(),
    }),
  }
  return words[rule]
}
