import { z } from 'zod'
import type { Mail } from '../mail/mail.ts'

/** A password that somebody sets: 10 to 128 characters, any of them. */
export const newPassword = z
  .string()
  .min(10, { error: 'パスワードは10文字以上にしてください。/ Use at least 10 characters.' })
  .max(128, { error: 'パスワードは128文字までにしてください。/ Use at most 128 characters.' })

/** The page on which a new password is set, by the secret of its link. */
export const passwordLink = (address: string, token: string): string => new URL(`/new-password/${token}`, address).href

/** Sends the link for a new password to the address of the account. */
export function mailPasswordLink(mail: Mail, to: string, link: string): Promise<void> {
  return mail.send({
    to,
    subject: '【縁の下】新しいパスワードを決める / A new password',
    text: [
      '「縁の下」で、新しいパスワードを決めるためのリンクです。1時間以内に、1度だけ使えます。',
      '',
      link,
      '',
      'お心当たりのないときは、このメールを捨ててください。パスワードは変わりません。',
      '',
      'Set a new password for Ennoshita on the page above within an hour.',
      'If you did not ask for this, discard it: nothing changes.',
      '',
    ].join('\n'),
  })
}
