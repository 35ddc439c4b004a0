import type { Plugin } from 'vite'

const companies = [
  { companyId: 'c1', name: '株式会社ひなた商会', sample: false, personId: 'p1', personName: '山田 太郎' },
  { companyId: 'c2', name: '株式会社ひなた物流', sample: false, personId: 'p9', personName: '山田 太郎' },
]
const people = [
  { companyId: 'c1', personId: 'p1', name: '山田 太郎', department: '経理部', post: '主任' },
  { companyId: 'c1', personId: 'p2', name: '髙橋 さくら', department: '総務部', post: '課長' },
  { companyId: 'c1', personId: 'p3', name: '渡邊 一郎', department: '情報システム部', post: null },
]
const answers: Readonly<Record<string, unknown>> = {
  'first-run': { state: 'first-run', sample: false, companies: [] },
  'signed-out': { state: 'signed-out', sample: false, companies: [] },
  people: { state: 'first-run', sample: true, people, companies: [] },
  'signed-in': {
    state: 'signed-in',
    sample: false,
    account: { id: 'a1', email: 'yamada@example.jp', twoFactor: false },
    companies,
  },
}
const refusal = {
  error: {
    kind: 'not-signed-in',
    code: 'kernel.wrong-password',
    what: { ja: 'メールアドレスかパスワードが違います。', en: 'The address or the password is wrong.' },
    todo: {
      ja: '大文字と小文字を確かめて、もう一度入力してください。',
      en: 'Check upper and lower case and try again.',
    },
  },
}
const fixed: Readonly<Record<string, unknown>> = {
  '/api/sessions': [
    {
      sessionId: 's1',
      beganAt: '2026-11-20T00:12:00Z',
      address: '192.0.2.7',
      browser: 'Firefox（Windows）',
      current: true,
    },
    {
      sessionId: 's2',
      beganAt: '2026-11-12T08:40:00Z',
      address: '192.0.2.9',
      browser: 'Safari（iPhone）',
      current: false,
    },
  ],
  '/api/first-run/sample': { done: false, step: '9月の仕事を読み込んでいます', percent: 42 },
  '/api/kernel/found-objects': [{ type: 'task', id: 't1', label: '11月分 給与振込の確認', opens: '/journal' }],
  '/api/session/two-factor/enrol': {
    uri: 'otpauth://totp/example',
    secret: 'JBSWY3DPEHPK3PXP',
    recoveryCodes: ['k3f9-77aa', 'p0qz-12mm', 'x81c-v55d'],
  },
}

/** Answers of a server that is not there. The state of the session is chosen by the cookie `look`. */
export function fakeApi(): Plugin {
  return {
    name: 'fake-api',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? ''
        if (!path.startsWith('/api/')) return next()
        const look = /look=([a-z-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'signed-in'
        const isRefused = path === '/api/session/sign-in'
        response.statusCode = isRefused ? 401 : 200
        response.setHeader('content-type', 'application/json')
        response.end(
          JSON.stringify(isRefused ? refusal : path === '/api/session' ? answers[look] : (fixed[path] ?? {})),
        )
      })
    },
  }
}
