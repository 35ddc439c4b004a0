import type { Words } from '../command/contract.ts'

type Content = Readonly<Record<string, unknown>>

/** A route that belongs to no module: sessions, the first run, files. */
export type FixedRoute = {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly name: string
  readonly says: Words
  readonly body?: Content
  readonly answer: Content
}

const texts = (...names: string[]): Content => ({
  'application/json': {
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      required: names,
    },
  },
})
const empty: Content = { 'application/json': { schema: { type: 'object' } } }
const list: Content = { 'application/json': { schema: { type: 'array', items: { type: 'object' } } } }

/** The routes that are not derived from commands and queries, for the description of the interface. */
export const fixedRoutes: readonly FixedRoute[] = [
  {
    method: 'get',
    path: '/api/session',
    name: 'session',
    says: { ja: '誰がいるか', en: 'who is there' },
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/sign-in',
    name: 'sign-in',
    says: { ja: 'サインインする', en: 'sign in' },
    body: texts('email', 'password'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/two-factor',
    name: 'answer-two-factor',
    says: { ja: '認証コードを答える', en: 'answer the second factor' },
    body: texts('code'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/two-factor/enrol',
    name: 'enrol-two-factor',
    says: { ja: '二段階認証の登録を始める', en: 'begin to enrol a second factor' },
    body: texts('password'),
    answer: texts('uri', 'secret'),
  },
  {
    method: 'post',
    path: '/api/session/two-factor/confirm',
    name: 'confirm-two-factor',
    says: { ja: '二段階認証を有効にする', en: 'turn the second factor on' },
    body: texts('code'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/two-factor/disable',
    name: 'disable-two-factor',
    says: { ja: '二段階認証を解除する', en: 'turn the second factor off' },
    body: texts('password'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/change-password',
    name: 'change-password',
    says: { ja: 'パスワードを変える', en: 'change my password' },
    body: texts('password', 'newPassword'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/forgotten',
    name: 'forget-password',
    says: { ja: '新しいパスワードを決めるリンクを送る', en: 'send the link for a new password' },
    body: texts('email'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/new-password',
    name: 'set-new-password',
    says: { ja: 'リンクから新しいパスワードを決める', en: 'set a new password by its link' },
    body: texts('token', 'newPassword'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/choose-person',
    name: 'choose-person',
    says: {
      ja: 'サンプル会社の人になる（この機械の上だけ）',
      en: 'be a person of the sample company (this machine only)',
    },
    body: texts('companyId', 'personId'),
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/sign-out',
    name: 'sign-out',
    says: { ja: 'サインアウトする', en: 'sign out' },
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/session/revoke',
    name: 'revoke-session',
    says: { ja: 'ほかの端末をサインアウトさせる', en: 'end one of my sessions' },
    body: texts('sessionId'),
    answer: empty,
  },
  {
    method: 'get',
    path: '/api/sessions',
    name: 'sessions',
    says: { ja: 'サインイン中の端末', en: 'my sessions' },
    answer: list,
  },
  {
    method: 'post',
    path: '/api/first-run',
    name: 'first-run',
    says: { ja: '最初の会社を開設する', en: 'found the first company' },
    body: texts(
      'companyName',
      'personFamilyName',
      'personGivenName',
      'familyNameKana',
      'givenNameKana',
      'email',
      'password',
    ),
    answer: texts('companyId'),
  },
  {
    method: 'post',
    path: '/api/first-run/sample',
    name: 'load-sample',
    says: { ja: 'サンプル会社を用意する', en: 'load the sample company' },
    body: empty,
    answer: empty,
  },
  {
    method: 'get',
    path: '/api/first-run/sample',
    name: 'sample-progress',
    says: { ja: 'サンプル会社の用意の進み', en: 'how far the sample company is' },
    answer: empty,
  },
  {
    method: 'post',
    path: '/api/invitations/accept',
    name: 'accept-invitation',
    says: { ja: '招待を受ける', en: 'accept an invitation' },
    body: texts('token', 'password'),
    answer: texts('companyId'),
  },
  {
    method: 'post',
    path: '/api/files',
    name: 'upload-file',
    says: { ja: 'ファイルを送る', en: 'upload a file' },
    body: {
      'multipart/form-data': {
        schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
      },
    },
    answer: texts('fileId', 'name', 'mediaType'),
  },
]
