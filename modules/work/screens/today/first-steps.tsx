import { EmptyState, Link, LinkButton, t, useAsk } from '@ennoshita/ui'
import { work } from '../../contract.ts'

/** What to do first, on a day without anything to do. */
export function FirstSteps() {
  const kinds = useAsk(work.inventoryRows, { limit: 1 })
  if (kinds.isPending) return null
  if ((kinds.data?.rows.length ?? 0) > 0)
    return (
      <EmptyState
        title={t('今日と、この先7日のやることはありません')}
        action={<LinkButton to="/work/tasks?person=everybody">{t('全員のやることを見る')}</LinkButton>}
      >
        {t('業務に期日の決まりと担当を付けると、やることがここに用意されます。')}
      </EmptyState>
    )
  return (
    <>
      <EmptyState title={t('ようこそ。はじめにすることは、どれか一つです')}>
        {t(
          '帳簿も給与もそのままで構いません。仕事の一覧ができると、今週の期日と、一人に頼っている仕事が見えてきます。',
        )}
      </EmptyState>
      <ol className="plain-list first-steps">
        <li>
          <Link to="/work/import">{t('Excel の棚卸表を取り込む')}</Link>
          <span>{t('業務・担当・時期を書いた表なら、列の名前は問いません。')}</span>
        </li>
        <li>
          <Link to="/work/ready-kinds">{t('用意された業務から選ぶ')}</Link>
          <span>{t('経理・労務・総務など、多くの会社にある業務を期日の決まりと一緒に取り入れます。')}</span>
        </li>
        <li>
          <b>{t('やることを一行で足す')}</b>
          <span>{t('上の欄に「請求書の発送 11/25」のように書いて Enter を押します。')}</span>
        </li>
      </ol>
    </>
  )
}
