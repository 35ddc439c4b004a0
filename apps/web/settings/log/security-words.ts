import { desk } from '@ennoshita/desk'
import { kernel } from '@ennoshita/kernel'
import { people } from '@ennoshita/people'
import { says, t } from '@ennoshita/ui'
import { work } from '@ennoshita/work'

/** What happened at the door, in words. */
export function kindWord(kind: string): string {
  const words: Record<string, string> = {
    'signed-in': t('サインインした'),
    'signed-out': t('サインアウトした'),
    'sign-in-failed': t('サインインに失敗した'),
    'two-factor-asked': t('確認コードをたずねた'),
    'two-factor-failed': t('確認コードが違った'),
    'two-factor-on': t('確認コードを使いはじめた'),
    'two-factor-off': t('確認コードをやめた'),
    'password-changed': t('パスワードを変えた'),
    'password-forgotten': t('新しいパスワードのリンクを求めた'),
    'session-revoked': t('ほかの端末をサインアウトさせた'),
    'sample-person-chosen': t('見本の会社の人を選んだ'),
    'first-run': t('最初の会社を開設した'),
    'invitation-accepted': t('招待を受けた'),
    refused: t('権限がなく断られた'),
  }
  return words[kind] ?? kind
}

/** True for what did not succeed. */
export function isRefusal(kind: string): boolean {
  return kind === 'refused' || kind.endsWith('-failed')
}

/** The detail of an entry: a command or a query by its own words, anything else as it stands. */
export function detailWord(detail: string): string {
  if (detail === 'two-factor') return t('確認コードつき')
  if (detail === 'link') return t('送ったリンクから')
  const contract = [kernel, people, work, desk]
    .flatMap((module) => Object.values(module))
    .find((each) => each.name === detail)
  return contract === undefined ? detail : says(contract.says)
}
