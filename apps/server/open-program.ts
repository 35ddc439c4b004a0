import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flowsOf } from '@ennoshita/flows'
import { folderMail, invitationMail, type Mail, openSignIn, type SignIn, smtpMail } from '@ennoshita/kernel/http'
import {
  type Database,
  kernelModule,
  type Module,
  migrate,
  migrateJobs,
  migrationsOf,
  type Office,
  offerNewPermissions,
  openDatabase,
  openOffice,
  startEmbedded,
  systemClock,
} from '@ennoshita/kernel/server'
import { modules } from './modules.ts'
import { organisation } from './organisation.ts'
import type { Settings } from './settings.ts'

/** The program with its database open and up to date, not yet listening. */
export type Program = {
  readonly office: Office
  readonly signIn: SignIn
  readonly mail: Mail
  readonly dataFolder: string
  readonly filesFolder: string
  readonly secret: string
  /** Migrations that ran while opening. */
  readonly migrated: readonly string[]
  close(): Promise<void>
}

/** Every module, the kernel's own first. */
export function allModules(parts: { secret: string; address: string }): readonly Module[] {
  return [kernelModule({ organisation, modules, ...parts }), ...modules]
}

/** Starts or finds the database, brings it up to date and puts the office together. */
export async function openProgram(settings: Settings): Promise<Program> {
  await mkdir(settings.dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const place = await openPlace(settings)
  try {
    const secret = settings.secret ?? (await keptSecret(place.folder))
    const parts = { secret, address: settings.address }
    const all = allModules(parts)
    const migrated = await migrate(place.database.owner, migrationsOf(all))
    await migrateJobs(place.database.ownerConnection)
    const mail = settings.mailUrl
      ? smtpMail(settings.mailUrl, settings.mailFrom)
      : folderMail(join(place.folder, 'letters'), settings.mailFrom)
    const office = openOffice({
      database: place.database,
      clock: systemClock,
      filesFolder: join(place.folder, 'files'),
      modules: all,
      flows: [invitationMail(place.database, mail, parts), ...flowsOf(mail)],
    })
    await offerNewPermissions(office)
    const signIn = await openSignIn(place.database, parts)
    return {
      office,
      signIn,
      mail,
      dataFolder: place.folder,
      filesFolder: join(place.folder, 'files'),
      secret,
      migrated,
      async close() {
        await signIn.close()
        await place.close()
      },
    }
  } catch (cause) {
    await place.close()
    throw cause
  }
}

type Place = { readonly database: Database; readonly folder: string; close(): Promise<void> }

async function openPlace(settings: Settings): Promise<Place> {
  if (settings.databases) {
    const database = await openDatabase(
      { connectionString: settings.databases.app },
      { connectionString: settings.databases.owner },
    )
    return { database, folder: settings.dataFolder, close: () => database.close() }
  }
  const server = await startEmbedded(settings.dataFolder)
  try {
    const database = await openDatabase(server.app, server.owner)
    return {
      database,
      folder: server.directory,
      async close() {
        await database.close()
        await server.stop()
      },
    }
  } catch (cause) {
    await server.stop()
    throw cause
  }
}

/** The secret kept with the data; made once, readable by the program's user alone. */
async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret')
  await writeFile(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    },
  )
  return (await readFile(path, 'utf8')).trim()
}
