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
  瀬: '瀨',
  淵: '渕渊',
  蔵: '藏',
  渋: '澁澀',
  静: '靜',
  増: '增',
  鴎: '鷗',
  衛: '衞',
  土: '圡',
  桑: '桒',
  戸: '戶',
  黄: '黃',
  横: '橫',
  頼: '賴',
  来: '來',
  薫: '薰',
  巌: '巖',
}

const variants = new Map(
  Object.entries(variantGroups).flatMap(([form, others]) => [...others].map((one) => [one, form])),
)

/** The longer spelling first; 會 and 團 are folded before these are looked for. */
const companyForms: [RegExp, string][] = [
  [/株式会社|株式会杜/g, '(株)'],
  [/有限会社/g, '(有)'],
  [/\(合\)|合同会社/g, '(同)'],
  [/合名会社/g, '(名)'],
  [/合資会社/g, '(資)'],
  [/\(医社\)|\(医財\)|(社会)?医療法人(社団|財団)?/g, '(医)'],
  [/一般社団法人/g, '(一社)'],
  [/一般財団法人/g, '(一財)'],
  [/公益社団法人/g, '(公社)'],
  [/公益財団法人/g, '(公財)'],
  [/社団法人/g, '(社)'],
  [/財団法人/g, '(財)'],
  [/学校法人/g, '(学)'],
  [/宗教法人/g, '(宗)'],
  [/\(社福\)|社会福祉法人/g, '(福)'],
  [/(認定)?(特定非営利活動法人|npo法人)/g, '(特非)'],
]

/** Hiragana and its repeat marks as katakana. */
export const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096\u309d\u309e]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))

/** か゛ as people type it, so that NFKC joins it; alone ゛ would become a space and a mark. */
const withJoiningMarks = (text: string): string => text.replace(/゛/g, '\u3099').replace(/゜/g, '\u309a')

/**
 * One form for all spellings that a searcher means alike: NFKC, hiragana as katakana, half-width kana and their voiced marks
 * joined, 髙 as 高, 株式会社 / ㈱ / (株) alike, lower case, dashes and long marks alike, no spaces. For comparing, never for display.
 */
export function foldForSearch(text: string): string {
  const plain = toKatakana(withJoiningMarks(text).normalize('NFKC').toLowerCase())
    .replace(/\p{M}|[\u200b-\u200d\ufeff]/gu, '')
    .replace(/\s+/g, '')
    .replace(/ヶ/g, 'ケ')
    .replace(/ヵ/g, 'カ')
    .replace(/[‐‑‒–—―−─ー~〜]/g, '-')
  const folded = Array.from(plain, (character) => variants.get(character) ?? character).join('')
  if (!/会社|会杜|法人|\(/.test(folded)) return folded
  return companyForms.reduce((result, [pattern, form]) => result.replace(pattern, form), folded)
}

/** The distinct pairs of neighbouring characters of the folded text, for an index; a single character stands alone. */
export function bigrams(text: string): string[] {
  const characters = [...foldForSearch(text)]
  if (characters.length === 1) return characters
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))]
}
