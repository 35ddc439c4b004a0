/** Half-width kana and ひらがな as full-width カタカナ; everything else stays as written. */
export function katakanaOf(text: string): string {
  return text
    .replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'))
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}
