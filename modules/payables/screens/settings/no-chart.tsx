import { EmptyState, LinkButton, Sheet, t } from '@ennoshita/ui'

/** Where a company has no accounts yet: what they are for, and the way to them. */
export function NoChart() {
  return (
    <Sheet>
      <EmptyState
        title={t('勘定科目がまだありません')}
        action={<LinkButton to="/accounts">{t('勘定科目へ')}</LinkButton>}
      >
        {t('標準の勘定科目を取り入れると、未払金や預り金などの科目で仕訳を起こせるようになります。')}
      </EmptyState>
    </Sheet>
  )
}
