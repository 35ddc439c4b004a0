import { readZengin, UnwritableZenginError, writeZengin } from '@ennoshita/formats'
import type { LocalDate } from '@ennoshita/kernel/server'
import { refuseConflict } from './refuse-payment.ts'
import type { RunSource } from './run-source.ts'

/** A transfer as the file says it: where to, and how much. */
export type TransferToWrite = {
  readonly sent: number
  readonly to: {
    readonly vendorName: string
    readonly bankCode: string | null
    readonly bankKana: string | null
    readonly branchCode: string | null
    readonly branchKana: string | null
    readonly accountType: string | null
    readonly accountNumber: string | null
    readonly holderKana: string | null
  }
}

const ownTypes = { ordinary: '1', current: '2', other: '9' } as const
const paidTypes: Readonly<Record<string, string>> = { ordinary: '1', current: '2', savings: '4', other: '9' }

/** 総合振込 (種別21) of what is sent; a transfer that was set off to nothing has no record. Throws UnwritableZenginError. */
export function writeRunFile(source: RunSource, payOn: LocalDate, transfers: readonly TransferToWrite[]): Uint8Array {
  const { clientCode, clientKana, bankCode, bankKana, branchCode, branchKana, accountType, accountNumber, newline } =
    source
  return writeZengin(
    {
      kind: '21',
      header: {
        ...{
          clientCode,
          clientName: clientKana,
          transferDate: payOn,
          bankCode,
          bankName: bankKana,
          branchCode,
          branchName: branchKana,
        },
        ...{ accountType: ownTypes[accountType], accountNumber },
      },
      records: sentOnly(transfers).map(({ sent, to }) => ({
        ...{
          bankCode: to.bankCode ?? '',
          bankName: to.bankKana ?? '',
          branchCode: to.branchCode ?? '',
          branchName: to.branchKana ?? '',
        },
        ...{
          accountType: paidTypes[to.accountType ?? ''] ?? '',
          accountNumber: to.accountNumber ?? '',
          accountName: to.holderKana ?? '',
        },
        amount: sent,
      })),
    },
    { newline },
  )
}

export const sentOnly = <Transfer extends { readonly sent: number }>(transfers: readonly Transfer[]): Transfer[] =>
  transfers.filter(({ sent }) => sent > 0)

/** Refuses a run whose file the bank would not take, with the vendor and what is wrong. */
export function refuseUnwritable(
  source: RunSource,
  payOn: LocalDate,
  transfers: readonly TransferToWrite[],
): Uint8Array | undefined {
  if (sentOnly(transfers).length === 0) return undefined
  try {
    return writeRunFile(source, payOn, transfers)
  } catch (cause) {
    if (!(cause instanceof UnwritableZenginError)) throw cause
    const [fault] = cause.faults
    const vendor =
      fault && fault.record > 1 ? `${sentOnly(transfers)[fault.record - 2]?.to.vendorName ?? ''}：` : `${source.name}：`
    return refuseConflict(
      'invoiceIds',
      'file-not-writable',
      {
        ja: `${vendor}${fault?.message ?? '総合振込ファイルを作れません。'}`,
        en: `${vendor}${fault?.messageEn ?? 'The file cannot be written.'}`,
      },
      { ja: '取引先か振込元の登録を直してください。', en: 'Correct the vendor or the source account.' },
      {
        says: { ja: '銀行が受け付けないファイルは作りません。', en: 'A file that the bank refuses is not written.' },
        source: '全銀協規定形式',
      },
    )
  }
}

/** Reads the file back as the bank will, and throws unless its trailer and records are what stands in the books of the run. */
export function checkRunFile(
  bytes: Uint8Array,
  transfers: readonly TransferToWrite[],
): { records: number; total: number } {
  const { files, faults } = readZengin(bytes)
  const records = files.flatMap((file) => (file.kind === '21' ? file.records : []))
  const sent = sentOnly(transfers)
  const total = sent.reduce((sum, transfer) => sum + transfer.sent, 0)
  const same = records.length === sent.length && records.every((record, place) => record.amount === sent[place]?.sent)
  if (faults.length > 0 || files.length !== 1 || !same)
    throw new Error('The transfer file does not say what the run says.')
  return { records: sent.length, total }
}
