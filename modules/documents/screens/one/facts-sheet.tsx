import { Facts, instantInTable, Link, Sheet, t } from '@ennoshita/ui'
import type { DocumentDetails } from '../document-words.ts'
import { dayWord, kindWord, sizeWord, yenWord } from '../document-words.ts'

/** What the document is about, and how it was kept. */
export function FactsSheet({ document }: { readonly document: DocumentDetails }) {
  const { amount, discardedAt } = document
  return (
    <Sheet title={t('書類の内容')}>
      <Facts
        facts={[
          ...(discardedAt === null
            ? []
            : [
                [
                  t('削除扱い'),
                  `${instantInTable(discardedAt, { withYear: true })} ${document.discardedByName ?? ''} ${document.discardReason ?? ''}`,
                ] as const,
              ]),
          [t('種別'), kindWord(document.kind)],
          [t('取引年月日'), dayWord(document.transactionOn) || t('未入力')],
          [t('金額'), amount === null ? t('未入力') : t('{amount}円', { amount: yenWord(amount) })],
          [t('取引先'), document.partner || t('未入力')],
          [t('部門'), document.departmentName ?? ''],
          [t('メモ'), document.note],
          [t('ファイル'), `${document.fileName}（${sizeWord(document.bytes)}）`],
          [
            t('保存の記録'),
            `${instantInTable(document.keptAt, { withYear: true })} ${document.keptByName ?? t('自動')}`,
          ],
          [
            'SHA-256',
            <span key="hash" className="figure">
              {document.sha256}
            </span>,
          ],
          ...(document.twinDocumentIds.length === 0
            ? []
            : [
                [
                  t('同じファイル'),
                  document.twinDocumentIds.map((id, at) => (
                    <Link key={id} to={`/documents/${id}`}>
                      {t('ほかの書類{number}', { number: at + 1 })}
                    </Link>
                  )),
                ] as const,
              ]),
        ]}
      />
    </Sheet>
  )
}
