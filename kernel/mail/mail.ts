import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { newId } from '../ids/ids.ts'

/** A letter in plain text. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/** The port to the outside: sends, or throws so that the job tries again. */
export type Mail = { send(letter: Letter): Promise<void> }

/** Sends through a server, such as `smtps://user:password@mail.example.jp`. */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url)
  return {
    async send(letter) {
      await transport.sendMail({ ...letter, from })
    },
  }
}

/** Lays each letter into a folder as a file that any mail program opens; the default where no server is named. */
export function folderMail(folder: string, from: string): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(letter) {
      const { message } = await transport.sendMail({ ...letter, from })
      if (!Buffer.isBuffer(message)) throw new Error('The letter was not written as a whole.')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = newId()
      await writeFile(join(folder, `${name}.growing`), message, { mode: 0o600 })
      await rename(join(folder, `${name}.growing`), join(folder, `${name}.eml`))
    },
  }
}
