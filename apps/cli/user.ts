import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { kernel } from '@ennoshita/kernel/access'
import { addAccountWithCompany } from '@ennoshita/kernel/http'
import { invitationLink, passwordLink, programFor, runCommand } from '@ennoshita/kernel/server'
import { openProgram, type Program } from '../server/open-program.ts'
import type { Settings } from '../server/settings.ts'
import type { Act } from './act.ts'

const usage = `user add --email ADDRESS --company NAME --family-name 姓 --given-name 名 [--family-kana セイ --given-kana メイ]
    会社を開設し、最初の人のアカウントを作る / founds a company and makes the account of its first person
    （パスワードは ENNOSHITA_PASSWORD か、たずねられたときに / password from ENNOSHITA_PASSWORD, or asked for）
user add --email ADDRESS --person PERSON_ID
    いる人を招待し、その宛先を表示する / invites a person who is there and prints the link
user password --email ADDRESS
    新しいパスワードを決めるリンクを表示する（1時間以内に1度） / prints the link for a new password (once, within an hour)`

const options = {
  email: { type: 'string' },
  company: { type: 'string' },
  'family-name': { type: 'string' },
  'given-name': { type: 'string' },
  'family-kana': { type: 'string' },
  'given-kana': { type: 'string' },
  person: { type: 'string' },
} as const

/** Adds a user from the machine itself: a further company, or a link for a person who lost the way in. */
export const user: Act = async (words, settings, tell) => {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  const { email, company, person } = values
  if (positionals[0] === 'password' && email) return await newPassword(settings, email, tell)
  if (positionals[0] !== 'add' || !email || (company === undefined) === (person === undefined)) {
    tell(usage)
    return 1
  }
  const program = await openProgram(settings)
  try {
    if (person !== undefined) return await invite(program, settings.address, { email, person }, tell)
    const familyName = values['family-name']
    const givenName = values['given-name']
    if (!familyName || !givenName || company === undefined) {
      tell(usage)
      return 1
    }
    const password = process.env.ENNOSHITA_PASSWORD ?? (await askPassword())
    if (password.length < 10) throw new Error('パスワードは10文字以上にしてください。/ Use at least 10 characters.')
    const { companyId } = await addAccountWithCompany(program.office, program.signIn, {
      name: company,
      password,
      person: {
        familyName,
        givenName,
        familyKana: values['family-kana'] ?? familyName,
        givenKana: values['given-kana'] ?? givenName,
        email,
      },
    })
    tell(`開設しました。/ founded: ${companyId}`)
    return 0
  } finally {
    await program.close()
  }
}

async function newPassword(settings: Settings, email: string, tell: (line: string) => void): Promise<number> {
  const program = await openProgram(settings)
  try {
    const token = await program.signIn.forgotten(email)
    if (!token) throw new Error('そのメールアドレスのアカウントはありません。/ There is no account with this address.')
    tell(passwordLink(settings.address, token))
    return 0
  } finally {
    await program.close()
  }
}

async function invite(
  program: Program,
  address: string,
  given: { email: string; person: string },
  tell: (line: string) => void,
): Promise<number> {
  const found = await program.office.database.owner.query<{ company_id: string }>(
    'select company_id from kernel.member where person_id::text = $1',
    [given.person],
  )
  const [member] = found.rows
  if (!member) throw new Error('その人はいません。/ There is no such person.')
  const { invitationId } = await runCommand(program.office, kernel.invitePerson, programFor(member.company_id), {
    personId: given.person,
    email: given.email,
  })
  tell(invitationLink({ address, secret: program.secret }, invitationId))
  return 0
}

async function askPassword(): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await asking.question('パスワード / password: ')
  } finally {
    asking.close()
  }
}
