/** Which rule of the format is broken. */
export type ZenginFaultRule =
  | 'size' // the file is too large
  | 'empty'
  | 'encoding' // UTF-8, UTF-16 or EBCDIC
  | 'newline' // LF or CR alone, or mixed
  | 'length' // a record is too short or too long; a value is too long
  | 'order' // a record stands where it may not, or is missing
  | 'record-kind' // データ区分
  | 'kind' // 種別コード
  | 'records' // none, or more than allowed
  | 'required'
  | 'digits'
  | 'zero' // a number of 0 only
  | 'choice'
  | 'characters'
  | 'left-aligned'
  | 'date'
  | 'amount'
  | 'fixed'
  | 'blank' // ダミー
  | 'count'
  | 'total'
  | 'balance'
  | 'too-many' // further faults are not listed

/**
 * What is wrong and what to do. `record` counts from 1 over the whole file, `byte` is the first byte in the record, counted from 1,
 * `length` the number of bytes; `field` the English name of the field.
 */
export type ZenginFault = {
  record: number
  byte: number
  length: number
  rule: ZenginFaultRule
  field?: string
  message: string
  messageEn: string
}

/** At most so many faults are listed; a file broken in every record would only repeat itself. */
export const maxZenginFaults = 10_000

export type FaultList = { faults: ZenginFault[]; add: (fault: ZenginFault) => void }

export function faultList(): FaultList {
  const faults: ZenginFault[] = []
  const add = (fault: ZenginFault): void => {
    if (faults.length < maxZenginFaults) faults.push(fault)
    if (faults.length === maxZenginFaults) {
      faults.push({
        ...{ record: fault.record, byte: 1, length: 0, rule: 'too-many' },
        message: `誤りが${maxZenginFaults}件を超えました。ここまでを直して、もう一度確かめてください。`,
        messageEn: `More than ${maxZenginFaults} faults. Correct these and check again.`,
      })
    }
  }
  return { faults, add }
}

/** Thrown by writeZengin for a file that a bank would refuse, with every fault. */
export class UnwritableZenginError extends Error {
  readonly faults: readonly ZenginFault[]
  readonly messageEn: string

  constructor(faults: readonly ZenginFault[]) {
    const first = faults.slice(0, 20)
    const more = faults.length > first.length ? [`ほか${faults.length - first.length}件`] : []
    super(
      [`全銀ファイルを書けません（誤り${faults.length}件）。`, ...first.map(({ message }) => message), ...more].join(
        '\n',
      ),
    )
    this.name = 'UnwritableZenginError'
    this.faults = faults
    this.messageEn = [
      `The Zengin file cannot be written (${faults.length} faults).`,
      ...first.map(({ messageEn }) => messageEn),
    ].join('\n')
  }
}
