/** The occasions that a back office knows by name; any other text stands for itself. */
const known: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  joined: { ja: '入社', en: 'joining' },
  left: { ja: '退職', en: 'leaving' },
  moved: { ja: '異動', en: 'a move' },
  married: { ja: '結婚', en: 'marriage' },
  'child-born': { ja: '出産', en: 'a birth' },
  'address-changed': { ja: '住所変更', en: 'a change of address' },
  'vendor-added': { ja: '取引先の追加', en: 'a new vendor' },
  'contract-signed': { ja: '契約締結', en: 'signing a contract' },
  accident: { ja: '事故', en: 'an accident' },
  visitor: { ja: '来客', en: 'a visit' },
  'phone-call': { ja: '電話', en: 'a telephone call' },
  'mail-arrived': { ja: '郵便到着', en: 'arrival of mail' },
  'supply-short': { ja: '備品不足', en: 'a shortage of supplies' },
  'pc-needed': { ja: 'PCの必要', en: 'the need of a PC' },
  'account-needed': { ja: 'アカウントの必要', en: 'the need of an account' },
  inquiry: { ja: '問い合わせ', en: 'an inquiry' },
  'order-received': { ja: '受注', en: 'an order' },
  'quote-requested': { ja: '見積依頼', en: 'a request for a quote' },
  complaint: { ja: '苦情', en: 'a complaint' },
  'board-meeting': { ja: '取締役会', en: 'a board meeting' },
  audit: { ja: '監査', en: 'an audit' },
}

const byWord = new Map(Object.entries(known).map(([occasion, words]) => [words.ja, occasion]))

/** What an occasion is called: 入社 for `joined`; 発生 where a rule names none. */
export function occasionWord(occasion: string | undefined, language: 'ja' | 'en'): string {
  if (occasion === undefined) return language === 'ja' ? '発生' : 'the occasion'
  return known[occasion]?.[language] ?? occasion
}

/** The occasion that a word stands for: `joined` for 入社, undefined for 発生; an unknown word stands for itself. */
export function occasionOf(word: string): string | undefined {
  return word === '' || word === '発生' ? undefined : (byWord.get(word) ?? word)
}
