/** How a form of organisation is written in an account name, and every way that people write it (katakana in large letters). */
export type LegalForm = { short: string; spellings: readonly string[] }

/**
 * 法人略語 and 営業所略語: bracketed by their place in the name. Source: 京葉銀行「カナ文字の入力方法」, 別表「法人略語」
 * (expydoc 7181036). 一般・公益 and 社団・財団 of 医療法人 share one abbreviation.
 */
export const legalForms: readonly LegalForm[] = [
  { short: 'カ', spellings: ['株式会社', '株式會社', '(株)', 'カブシキガイシヤ', 'カブシキカイシヤ'] },
  { short: 'ユ', spellings: ['有限会社', '有限會社', '(有)', 'ユウゲンガイシヤ', 'ユウゲンカイシヤ'] },
  { short: 'メ', spellings: ['合名会社', '(名)', 'ゴウメイガイシヤ', 'ゴウメイカイシヤ'] },
  { short: 'シ', spellings: ['合資会社', '(資)', 'ゴウシガイシヤ', 'ゴウシカイシヤ'] },
  { short: 'ド', spellings: ['合同会社', '(同)', '(合)', 'ゴウドウガイシヤ', 'ゴウドウカイシヤ'] },
  {
    short: 'イ',
    spellings: [
      ...['医療法人社団', '医療法人財団', '社会医療法人社団', '社会医療法人財団', '社会医療法人', '医療法人', '(医)'],
      ...['(医社)', '(医財)', 'イリヨウホウジンシヤダン', 'イリヨウホウジンザイダン', 'イリヨウホウジン'],
    ],
  },
  {
    short: 'ザイ',
    spellings: [
      ...['一般財団法人', '公益財団法人', '財団法人', '(財)', '(一財)', '(公財)'],
      ...['イツパンザイダンホウジン', 'コウエキザイダンホウジン', 'ザイダンホウジン'],
    ],
  },
  {
    short: 'シヤ',
    spellings: [
      ...['一般社団法人', '公益社団法人', '社団法人', '(社)', '(一社)', '(公社)'],
      ...['イツパンシヤダンホウジン', 'コウエキシヤダンホウジン', 'シヤダンホウジン'],
    ],
  },
  { short: 'シユウ', spellings: ['宗教法人', '(宗)', 'シユウキヨウホウジン'] },
  { short: 'ガク', spellings: ['学校法人', '準学校法人', '(学)', 'ガツコウホウジン'] },
  { short: 'フク', spellings: ['社会福祉法人', '(福)', '(社福)', 'シヤカイフクシホウジン'] },
  { short: 'ソ', spellings: ['相互会社', '(相)', 'ソウゴガイシヤ', 'ソウゴカイシヤ'] },
  { short: 'ホゴ', spellings: ['更生保護法人', '(更)'] },
  {
    short: 'トクヒ',
    spellings: [
      ...['特定非営利活動法人', '認定特定非営利活動法人', 'NPO法人', '認定NPO法人', '(特非)'],
      ...['トクテイヒエイリカツドウホウジン', 'エヌピーオーホウジン'],
    ],
  },
  { short: 'チドク', spellings: ['地方独立行政法人', '(地独)'] },
  { short: 'ドク', spellings: ['独立行政法人', '(独)'] },
  { short: 'ベン', spellings: ['弁護士法人', '(弁)'] },
  { short: 'シホウ', spellings: ['司法書士法人', '(司)'] },
  { short: 'ギヨ', spellings: ['行政書士法人', '(行)'] },
  { short: 'ゼイ', spellings: ['税理士法人', '(税)'] },
  { short: 'ロウム', spellings: ['社会保険労務士法人', '(労)'] },
  { short: 'ダイ', spellings: ['国立大学法人', '公立大学法人', '(大)'] },
  { short: 'ノウ', spellings: ['農事組合法人', '(農)'] },
  { short: 'カンリ', spellings: ['管理組合法人', '(管)'] },
  { short: 'チユウ', spellings: ['有限責任中間法人', '無限責任中間法人'] },
  { short: 'エイ', spellings: ['営業所'] },
  { short: 'シユツ', spellings: ['出張所'] },
]

/** 事業略語: written without brackets wherever they stand. Source: as above. */
export const businessWords: readonly LegalForm[] = [
  { short: 'ノウキヨウレン', spellings: ['農業協同組合連合会', '農協連'] },
  { short: 'ケイザイレン', spellings: ['経済農業協同組合連合会'] },
  { short: 'キヨウサイレン', spellings: ['共済農業協同組合連合会'] },
  { short: 'ノウキヨウ', spellings: ['農業協同組合'] },
  { short: 'ギヨレン', spellings: ['漁業協同組合連合会'] },
  { short: 'ギヨキヨウ', spellings: ['漁業協同組合'] },
  { short: 'セイキヨウ', spellings: ['生活協同組合'] },
  { short: 'シヨクハンキヨウ', spellings: ['食糧販売協同組合'] },
  { short: 'コクキヨウレン', spellings: ['国家公務員共済組合連合会'] },
  { short: 'コクホレン', spellings: ['国民健康保険団体連合会', '国保連'] },
  { short: 'コクホ', spellings: ['国民健康保険組合'] },
  { short: 'ケンポ', spellings: ['健康保険組合', '健保組合'] },
  { short: 'シヤホ', spellings: ['社会保険診療報酬支払基金'] },
  { short: 'コウネン', spellings: ['厚生年金基金'] },
  { short: 'キヨウサイ', spellings: ['共済組合'] },
  { short: 'キヨウクミ', spellings: ['協同組合', '(協)'] },
  { short: 'レン', spellings: ['連合会'] },
  { short: 'セイメイ', spellings: ['生命保険'] },
  { short: 'カイジヨウ', spellings: ['海上火災保険', '海上火災'] },
  { short: 'カサイ', spellings: ['火災海上保険'] },
  { short: 'ロウクミ', spellings: ['労働組合', '労組'] },
  { short: 'ジユウクミ', spellings: ['従業員組合'] },
  { short: 'ユウクミ', spellings: ['有限責任事業組合'] },
  { short: 'シヤキヨウ', spellings: ['社会福祉協議会', '社協'] },
  { short: 'シヨクアン', spellings: ['公共職業安定所'] },
  { short: 'トクヨウ', spellings: ['特別養護老人ホーム'] },
]

/** Readings of words that often stay in kanji in a company's reading: proposed, never put in unasked. */
export const readings: Readonly<Record<string, string>> = {
  商事: 'シヨウジ',
  商店: 'シヨウテン',
  商会: 'シヨウカイ',
  工業: 'コウギヨウ',
  興業: 'コウギヨウ',
  産業: 'サンギヨウ',
  建設: 'ケンセツ',
  工務店: 'コウムテン',
  製作所: 'セイサクシヨ',
  電機: 'デンキ',
  電気: 'デンキ',
  運輸: 'ウンユ',
  物流: 'ブツリユウ',
  印刷: 'インサツ',
  不動産: 'フドウサン',
  事務所: 'ジムシヨ',
  銀行: 'ギンコウ',
  支店: 'シテン',
  支社: 'シシヤ',
  本店: 'ホンテン',
  代表: 'ダイヒヨウ',
  東京: 'トウキヨウ',
  大阪: 'オオサカ',
  日本: 'ニホン',
}
