import { Facts, instantInTable, Sheet, t } from '@ennoshita/ui'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails } from '../payment-words.tsx'

/** The file for the bank: what it holds, its hash, and who took it when and why again. */
export function FileSheet({ run }: { readonly run: RunDetails }) {
  const { file } = run
  if (file === null) return null
  return (
    <Sheet title={t('総合振込ファイル')}>
      <Facts
        facts={[
          [t('ファイル名'), file.name],
          [t('件数'), t('{count}件', { count: file.records })],
          [t('合計'), t('{amount}円', { amount: yenInTable(file.total) })],
          [t('照合値（SHA-256）'), <code key="hash">{file.sha256.match(/.{8}/g)?.join(' ')}</code>],
          ...file.takes.map(
            (take, at) =>
              [
                t('{count}回目の出力', { count: at + 1 }),
                [instantInTable(take.at), take.byName ?? t('名前を消した人'), take.reason]
                  .filter((part) => part !== '')
                  .join('　'),
              ] as const,
          ),
        ]}
      />
    </Sheet>
  )
}
