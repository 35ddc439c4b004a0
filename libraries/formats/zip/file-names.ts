/** Why a name may not be written by an unpacker, or undefined: it would leave its folder or be none that Windows can hold. */
export function nameFault(name: string): { message: string; messageEn: string } | undefined {
  const parts = name.replaceAll('\\', '/').split('/')
  if (/^[/\\]|^[A-Za-z]:/.test(name) || parts.some((part) => part === '..' || part === '.')) {
    return {
      message: `「${name.slice(0, 100)}」は展開先のフォルダーの外を指す名前です。`,
      messageEn: `"${name.slice(0, 100)}" points outside the folder it is unpacked to.`,
    }
  }
  if (
    name === '' ||
    name === '__proto__' ||
    name.length > 1_000 ||
    parts.includes('') ||
    /[\p{Cc}<>:"|?*\\]/u.test(name)
  ) {
    return {
      message: `「${name.slice(0, 100)}」は使えない名前です。記号（\\ : * ? " < > |）や空の名前を直してください。`,
      messageEn: `"${name.slice(0, 100)}" is not a usable file name. Correct signs such as \\ : * ? " < > | and empty parts.`,
    }
  }
  return undefined
}

/** Why Windows cannot make a file of this name, though an archive can hold it; undefined for the others. */
export function windowsFault(name: string): { message: string; messageEn: string } | undefined {
  const part = name.split('/').find((one) => /[ .]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(one))
  if (part === undefined) return undefined
  return {
    message: `「${part.slice(0, 100)}」はWindowsで使えない名前です。最後の空白やピリオドを除くか、CON・NUL などの予約された名前を変えてください。`,
    messageEn: `Windows cannot hold "${part.slice(0, 100)}". Remove the space or the full stop at its end, or rename what is reserved (CON, NUL).`,
  }
}

/** The form in which two names are the same file for Windows and macOS. */
export function sameFileKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
