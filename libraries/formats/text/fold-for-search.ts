/** Variants that people and scanners mix, by the form searched for (異体字 → 通用字). */
const variantGroups: Record<string, string> = {
  高: '髙',
  崎: '﨑嵜碕',
  辺: '邊邉',
  浜: '濱濵',
  沢: '澤',
  斉: '斎齋齊',
  桜: '櫻',
  広: '廣',
  国: '國',
  学: '學',
  島: '嶋嶌',
  吉: '𠮷',
  柳: '栁',
  恵: '惠',
  真: '眞',
  竜: '龍',
  滝: '瀧',
  沖: '冲',
  条: '條',
  関: '關',
  応: '應',
  豊: '豐',
  亀: '龜',
  万: '萬',
  寿: '壽',
  栄: '榮',
  円: '圓',
  鉄: '鐵',
  総: '總',
  経: '經',
  会: '會',
  団: '團',
  実: '實',
  宝: '寶',
  徳: '德',
  館: '舘',
  巳: '已',
  富: '冨',
  峰: '峯',
  松: '枩',
  遥: '遙',
  弥: '彌',
  与: '與',
  曽: '曾',
  桧: '檜',
  芦: '蘆',
  穂: '穗',
  礼: '禮',
  黒: '黑',
  清: '淸',
  鶏: '鷄',
  塩: '鹽',
  処: '處',
  薮: '藪',
  槙: '槇',
  彦: '彥',
}

const variants = new Map(
  Object.entries(variantGroups).flatMap(([form, others]) => [...others].map((one) => [one, form])),
)

const companyForms: [RegExp, string][] = [
  [/\(株\)|株式會社|株式会社|株式会杜/g, '(株)'],
  [/\(有\)|有限會社|有限会社/g, '(有)'],
  [/\(合\)|合同會社|合同会社/g, '(合)'],
  [/\(一社\)|一般社団法人/g, '(一社)'],
  [/\(一財\)|一般財団法人/g, '(一財)'],
]

const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096\u309d\u309e]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))

/**
 * One form for all spellings that a searcher means alike: NFKC, hiragana as katakana, half-width kana and their voiced marks
 * joined, 髙 as 高, 株式会社 / ㈱ / (株) alike, lower case, dashes and long marks alike, no spaces. For comparing, never for display.
 */
export function foldForSearch(text: string): string {
  const plain = toKatakana(text.normalize('NFKC'))
    .replace(/\p{M}|[゛゜\u200b-\u200d\ufeff]/gu, '')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/[‐‑‒–—―−─ー~〜]/g, '-')
  const folded = Array.from(plain, (character) => variants.get(character) ?? character).join('')
  return companyForms.reduce((result, [pattern, form]) => result.replace(pattern, form), folded)
}

/** The distinct pairs of neighbouring characters of the folded text, for an index; a single character stands alone. */
export function bigrams(text: string): string[] {
  const characters = [...foldForSearch(text)]
  if (characters.length === 1) return characters
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))]
}
