import { Button, EmptyState, LinkButton, Screen, t } from '@ennoshita/ui'

/** What stands in place of a screen that broke: nothing that was saved is lost, and the way on. */
export function Failure({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <Screen title={t('画面を表示できませんでした')} layout="page">
      <EmptyState
        title={t('この画面の中で、思わぬことが起きました')}
        action={
          <>
            <Button kind="main" onPress={reset}>
              {t('もう一度開く')}
            </Button>{' '}
            <LinkButton to="/">{t('はじめの画面へ')}</LinkButton>
          </>
        }
      >
        {t(
          '保存した内容は失われていません。書きかけの内容もこのタブに残っています。続くときは、下の言葉を管理者に伝えてください。',
        )}
        <br />
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </EmptyState>
    </Screen>
  )
}

/** What stands where the address leads nowhere. */
export function NotFound() {
  return (
    <Screen title={t('ページが見つかりません')} layout="page">
      <EmptyState title={t('この画面はありません')} action={<LinkButton to="/">{t('はじめの画面へ')}</LinkButton>}>
        {t('削除されたか、アドレスが違うようです。Ctrl+K で名前からさがせます。')}
      </EmptyState>
    </Screen>
  )
}
