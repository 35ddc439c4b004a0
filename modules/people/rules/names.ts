/** Half-width kana and ひらがな as full-width カタカナ; everything else stays as written, 髙 and 﨑 too. */
export function katakanaOf(text: string): string {
  return text
    .replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'))
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

/** 姓 and 名 of a name written in one: parted at the first space; without a space all of it is the 姓. */
export function partsOfName(text: string): { family: string; given: string } {
  const [family = '', ...given] = text.trim().split(/[\s\u3000]+/)
  return { family, given: given.join(' ') }
}

/** The name as it is shown when none is given: 姓 名. */
export function displayNameOf(familyName: string, givenName: string): string {
  return givenName === '' ? familyName : `${familyName} ${givenName}`
}
