import { LinkButton, Sheet, t, useRights } from '@ennoshita/ui'

/** The ways to what concerns one's rights and deputies. */
export function MyRights() {
  const rights = useRights()
  if (!rights.may('kernel.delegate')) return null
  return (
    <Sheet title={t('代理')}>
      <p className="lead">
        {t('休む間の承認などを頼む人を、期間を決めて選べます。代理でしたことは「代理」として記録に残ります。')}
      </p>
      <p>
        <LinkButton to="/settings/access?tab=delegations">{t('代理を決める')}</LinkButton>
      </p>
    </Sheet>
  )
}
