import { people } from '@ennoshita/people'
import {
  dateInTable,
  Facts,
  LinkButton,
  ObjectHistory,
  Screen,
  Sheet,
  Split,
  ThrownNote,
  t,
  useAsk,
  Waiting,
} from '@ennoshita/ui'
import { useSession } from '../../sign-in/session.ts'
import { TwoFactorSheet } from '../../sign-in/two-factor-sheet.tsx'
import { MyRights } from './my-rights.tsx'
import { PasswordSheet } from './password-sheet.tsx'
import { SessionsSheet } from './sessions-sheet.tsx'
import { TwoFactorOff } from './two-factor-off.tsx'

/** 自分の情報: what is registered and recorded about oneself, and where one is signed in. */
export default function MeScreen() {
  const session = useSession()
  const account = session.data?.account
  const profile = useAsk(people.myProfile, {})
  const me = profile.data
  return (
    <Screen title={t('自分の情報')} period={me?.displayName ?? account?.email} layout="page">
      <Split
        width="wide"
        aside={
          <>
            {me === undefined ? null : <MyRegister me={me} />}
            <MyRights />
          </>
        }
      >
        {profile.error === null ? null : <ThrownNote error={profile.error} />}
        {me === undefined && profile.error === null ? <Waiting /> : null}
        {account === null || account === undefined ? (
          <Sheet title={t('サインイン')}>
            <p>{t('見本の会社では、パスワードも確認コードも使いません。')}</p>
          </Sheet>
        ) : (
          <>
            <PasswordSheet onChange={() => void session.refetch()} />
            <TwoFactorSheet isOn={account.twoFactor} onChange={() => void session.refetch()} />
            {account.twoFactor ? <TwoFactorOff onChange={() => void session.refetch()} /> : null}
            <SessionsSheet />
          </>
        )}
        {me === undefined ? null : (
          <Sheet title={t('自分に関わる記録')}>
            <p className="lead">
              {t(
                'あなたの登録に起きたことと、あなたがしたこと・頼まれたことです。人の画面でほかの人に見えるのは、登録に起きたことだけです。',
              )}
            </p>
            <ObjectHistory objectId={me.personId} hidesFilter />
          </Sheet>
        )}
        <Sheet title={t('あなたについて記録していること')}>
          <ul>
            <li>{t('登録や承認などの操作をした日時と内容。本人と、そのものを見てよい人が読めます。')}</li>
            <li>{t('サインインの日時と接続元。本人、社長、管理者だけが見られます。')}</li>
            <li>{t('キー入力、画面、閲覧したページ、位置は記録しません。人の順位もつけません。')}</li>
          </ul>
        </Sheet>
      </Split>
    </Screen>
  )
}

function MyRegister({ me }: { readonly me: ReturnType<typeof useAsk<typeof people.myProfile>>['data'] & object }) {
  const none = t('登録なし')
  return (
    <Sheet
      title={t('登録内容')}
      actions={
        <LinkButton kind="quiet" to={`/people/${me.personId}`}>
          {t('人の画面で見る')}
        </LinkButton>
      }
    >
      <p className="lead">{t('違っているところは、名簿を担当する人に伝えてください。')}</p>
      <Facts
        facts={[
          [t('氏名'), me.displayName],
          [t('フリガナ'), me.kana || none],
          [t('社員番号'), me.register?.employeeNumber ?? none],
          [t('旧姓'), me.register?.formerFamilyName || t('なし')],
          [t('入社日'), typeof me.register?.joinedOn === 'string' ? dateInTable(me.register.joinedOn) : none],
          [t('メール'), me.email || none],
          [t('電話'), me.phone || none],
          [
            t('所属'),
            me.placements
              .map((each) =>
                [each.departmentPath, each.postName ?? '', each.main ? '' : t('（兼務）')].join(' ').trim(),
              )
              .join('、') || none,
          ],
        ]}
      />
    </Sheet>
  )
}
