import { expect, test } from 'vitest'
import { stateOf } from './members-page.tsx'

const member = {
  personId: '0198f3a2-1111-7abc-8def-0123456789ab',
  name: '佐藤 花子',
  roles: ['employee'],
  fromOn: '2026-04-01',
  untilOn: null,
  signsIn: false,
  invitation: null,
}
const invitation = {
  invitationId: '0198f3a2-2222-7abc-8def-0123456789ab',
  email: 'hanako@example.jp',
  expiresAt: '2026-11-28T00:00:00+09:00',
  expired: false,
}

test('the way of a member to signing in: not invited, invited, expired, in, gone', () => {
  expect(stateOf(member)).toBe('not-invited')
  expect(stateOf({ ...member, invitation })).toBe('invited')
  expect(stateOf({ ...member, invitation: { ...invitation, expired: true } })).toBe('expired')
  expect(stateOf({ ...member, signsIn: true })).toBe('signs-in')
  expect(stateOf({ ...member, untilOn: '2026-11-30' })).toBe('ended')
})
