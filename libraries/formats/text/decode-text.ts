export type Encoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be' | 'euc-jp' | 'iso-2022-jp'
export type DecodedText = { text: string; encoding: Encoding; certain: boolean }

export function decodeText(_bytes: Uint8Array): DecodedText {
  throw new Error('not written yet')
}
