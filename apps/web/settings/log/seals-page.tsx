import { Facts, Sheet, t } from '@ennoshita/ui'

/** How the log is protected, and how anyone who runs the program checks it. */
export function SealsPage() {
  return (
    <Sheet title={t('記録が書き換えられていないことの確かめ方')}>
      <Facts
        facts={[
          [t('追記だけ'), t('記録は加えるだけで、直すことも消すこともできません。訂正は、新しい記録として残ります。')],
          [
            t('封印'),
            t(
              '記録には順につながる封印（ハッシュ）が付き、1件でも変わると、それより後のすべての封印が合わなくなります。',
            ),
          ],
          [
            t('検算'),
            <span key="verify">
              {t('サーバーで次のとおり実行すると、すべての封印を計算し直して確かめます：')}{' '}
              <code>node apps/cli/ennoshita.ts verify</code>
            </span>,
          ],
          [
            t('書き出し'),
            <span key="export">
              {t('記録を含む全データを、だれでも読める形で書き出せます：')}{' '}
              <code>node apps/cli/ennoshita.ts export</code>
            </span>,
          ],
        ]}
      />
    </Sheet>
  )
}
