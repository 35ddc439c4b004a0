import { Refusal, type RefusalFace } from '../command/refusal.ts'

const again = { ja: 'もう一度サインインしてください。', en: 'Sign in again.' }

const faces: Readonly<Record<string, RefusalFace>> = {
  INVALID_EMAIL_OR_PASSWORD: {
    kind: 'not-signed-in',
    code: 'kernel.wrong-password',
    what: { ja: 'メールアドレスかパスワードが違います。', en: 'The e-mail address or the password is not right.' },
    field: 'password',
    todo: {
      ja: '入力を確かめて、もう一度お試しください。お忘れのときは、サインインの画面から新しいパスワードを決められます。',
      en: 'Check both and try again. If you have forgotten it, set a new one from the page of signing in.',
    },
  },
  INVALID_PASSWORD: {
    kind: 'not-allowed',
    code: 'kernel.wrong-password',
    what: { ja: 'パスワードが違います。', en: 'The password is not right.' },
    field: 'password',
    todo: { ja: '入力を確かめて、もう一度お試しください。', en: 'Check it and try again.' },
  },
  INVALID_CODE: {
    kind: 'not-signed-in',
    code: 'kernel.wrong-code',
    what: { ja: '認証コードが違います。', en: 'The code is not right.' },
    field: 'code',
    todo: {
      ja: '認証アプリに今表示されている6桁を入力してください。',
      en: 'Enter the six digits shown in your authenticator now.',
    },
  },
  INVALID_TWO_FACTOR_COOKIE: {
    kind: 'not-signed-in',
    code: 'kernel.two-factor-over',
    what: {
      ja: '認証コードの入力時間が過ぎたか、回数を超えました。',
      en: 'The time or the number of tries for the code is over.',
    },
    todo: again,
  },
  TOTP_ALREADY_ENABLED: {
    kind: 'conflict',
    code: 'kernel.two-factor-on',
    what: { ja: '二段階認証はすでに有効です。', en: 'The second factor is on already.' },
    todo: { ja: '変更するときは、いったん解除してください。', en: 'Turn it off first to change it.' },
  },
  TOTP_NOT_ENABLED: {
    kind: 'conflict',
    code: 'kernel.two-factor-off',
    what: { ja: '二段階認証の登録が始まっていません。', en: 'No second factor has been enrolled.' },
    todo: { ja: '設定から登録を始めてください。', en: 'Begin the enrolment in settings.' },
  },
  USER_ALREADY_EXISTS: {
    kind: 'conflict',
    code: 'kernel.address-taken',
    what: {
      ja: 'このメールアドレスのアカウントはすでにあります。',
      en: 'There is an account with this address already.',
    },
    field: 'email',
    todo: { ja: 'その宛先でサインインしてください。', en: 'Sign in with it.' },
  },
  INVALID_TOKEN: {
    kind: 'not-found',
    code: 'kernel.password-link-over',
    what: { ja: 'このリンクは使えません。', en: 'This link does not work.' },
    rule: { says: { ja: '送ってから1時間以内に、1度だけ使えます。', en: 'It works once, within an hour.' } },
    todo: {
      ja: 'サインインの画面から、もう一度送ってください。',
      en: 'Ask for another one on the page of signing in.',
    },
  },
  PASSWORD_TOO_LONG: {
    kind: 'bad-input',
    code: 'kernel.password-too-long',
    what: { ja: 'パスワードが長すぎます。', en: 'The password is too long.' },
    field: 'password',
    todo: { ja: '128文字までにしてください。', en: 'Use at most 128 characters.' },
  },
}

/** The refusal for a reason of the sign-in library; a reason not listed asks to sign in again. */
export function refusalOfSignIn(code: string): Refusal {
  const [face] = [
    faces[code],
    code.includes('INVALID_BACKUP_CODE') ? faces.INVALID_CODE : undefined,
    code.includes('LOCKED') || code.includes('TOO_MANY') ? faces.INVALID_TWO_FACTOR_COOKIE : undefined,
  ].filter((each) => each !== undefined)
  return new Refusal(
    face ?? {
      kind: 'not-signed-in',
      code: 'kernel.not-signed-in',
      what: { ja: 'サインインしていません。', en: 'You are not signed in.' },
      todo: again,
    },
  )
}
