import type { TemplateField } from '../contract/templates.ts'

/** Which part of the back office answers, before a company names its departments. */
export type Office = 'accounting' | 'labour' | 'general-affairs' | 'it' | 'legal'

export type ReadyTemplate = {
  slug: string
  name: string
  nameEn: string
  guide: string
  fields: readonly TemplateField[]
  usualDays: number
  office: Office | undefined
}

const ask = (
  key: string,
  label: string,
  labelEn: string,
  takes: TemplateField['takes'] = 'line',
  required = true,
  choices: string[] = [],
): TemplateField => ({ key, label, labelEn, takes, required, choices })

/** The kinds of request that every office knows; a company changes them as it likes. */
export const readyTemplates: readonly ReadyTemplate[] = [
  {
    slug: 'supplies',
    name: '備品・消耗品',
    nameEn: 'Supplies',
    guide: '型番やページの控えがあると早くそろいます。',
    fields: [
      ask('thing', '品名', 'Item'),
      ask('quantity', '数量', 'Quantity', 'number'),
      ask('use', '使いみち', 'Use', 'line', false),
    ],
    usualDays: 3,
    office: 'general-affairs',
  },
  {
    slug: 'meeting-room',
    name: '会議室・来客',
    nameEn: 'Meeting room and visitors',
    guide: '人数とお茶の要否がわかると助かります。',
    fields: [
      ask('on', '使う日', 'Date', 'date'),
      ask('time', '時間', 'Time'),
      ask('people', '人数', 'People', 'number'),
      ask('tea', 'お茶が要る', 'Tea', 'yes-no', false),
    ],
    usualDays: 1,
    office: 'general-affairs',
  },
  {
    slug: 'business-cards',
    name: '名刺',
    nameEn: 'Business cards',
    guide: '肩書・電話番号が変わるときは、新しい内容をお書きください。',
    fields: [
      ask('sheets', '枚数', 'Cards', 'choice', true, ['100枚', '200枚', '300枚']),
      ask('change', '変わるところ', 'Changes', 'text', false),
    ],
    usualDays: 7,
    office: 'general-affairs',
  },
  {
    slug: 'computer',
    name: 'PC・機器',
    nameEn: 'Computers and devices',
    guide: '画面に出た言葉をそのままお書きいただくと、原因が早くわかります。',
    fields: [
      ask('what', '内容', 'What', 'choice', true, ['不調', '新しく借りたい', '返却', '持ち出し', 'その他']),
      ask('number', '管理番号', 'Asset number', 'line', false),
    ],
    usualDays: 2,
    office: 'it',
  },
  {
    slug: 'account',
    name: 'アカウント・権限',
    nameEn: 'Accounts and access',
    guide: 'パスワードは書かないでください。',
    fields: [
      ask('system', 'システム名', 'System'),
      ask('what', '内容', 'What', 'choice', true, ['新しく作る', '権限を変える', '止める', '入れない']),
      ask('from', 'いつから', 'From', 'date', false),
    ],
    usualDays: 2,
    office: 'it',
  },
  {
    slug: 'certificate',
    name: '証明書（在職・就労・源泉徴収票など）',
    nameEn: 'Certificates',
    guide: '提出先の書式があれば、お持ちください。',
    fields: [
      ask('what', '証明書の種類', 'Certificate', 'choice', true, [
        '在職証明書',
        '就労証明書',
        '退職証明書',
        '源泉徴収票',
        'その他',
      ]),
      ask('copies', '部数', 'Copies', 'number'),
      ask('submit-to', '提出先', 'Submitted to', 'line', false),
    ],
    usualDays: 3,
    office: 'labour',
  },
  {
    slug: 'labour-question',
    name: '労務・勤怠の質問',
    nameEn: 'Questions on labour and attendance',
    guide: '個人の事情にふれる内容は、担当と本人だけが読みます。',
    fields: [],
    usualDays: 3,
    office: 'labour',
  },
  {
    slug: 'accounting-question',
    name: '経理への質問',
    nameEn: 'Questions to accounting',
    guide: '請求書・領収書の番号や日付があると早く答えられます。',
    fields: [ask('about', '取引先・書類', 'Partner or paper', 'line', false)],
    usualDays: 2,
    office: 'accounting',
  },
  {
    slug: 'invoice',
    name: '請求書・支払い',
    nameEn: 'Invoices and payments',
    guide: '締めのあとに届いた分も、まずお知らせください。',
    fields: [
      ask('partner', '取引先', 'Partner'),
      ask('what', '内容', 'What', 'choice', true, [
        '請求書を出してほしい',
        '支払いの予定を知りたい',
        '振込先の変更',
        'その他',
      ]),
    ],
    usualDays: 3,
    office: 'accounting',
  },
  {
    slug: 'contract-review',
    name: '契約書の確認',
    nameEn: 'Contract review',
    guide: '相手方、期限、気になる条項をお書きください。',
    fields: [
      ask('counterpart', '相手方', 'Counterpart'),
      ask('contract', '契約の種類', 'Contract', 'choice', true, ['秘密保持', '業務委託', '売買', '賃貸借', 'その他']),
      ask('sign-by', '締結したい日', 'Sign by', 'date', false),
    ],
    usualDays: 5,
    office: 'legal',
  },
  {
    slug: 'seal',
    name: '押印・印鑑証明',
    nameEn: 'Seals',
    guide: '承認の済んだ書類をお持ちください。',
    fields: [
      ask('paper', '書類名', 'Paper'),
      ask('seal', '印', 'Seal', 'choice', true, ['代表者印', '会社印（角印）', '銀行印', '印鑑証明書']),
    ],
    usualDays: 2,
    office: 'general-affairs',
  },
  {
    slug: 'mail',
    name: '郵便・宅配',
    nameEn: 'Mail and parcels',
    guide: '控えが要るものは、その旨をお書きください。',
    fields: [
      ask('to', '送り先', 'To'),
      ask('how', '送り方', 'How', 'choice', true, ['普通', '速達', '書留', '宅配', 'おまかせ']),
    ],
    usualDays: 1,
    office: 'general-affairs',
  },
  {
    slug: 'facility',
    name: '設備の不具合',
    nameEn: 'Facilities',
    guide: '空調、照明、鍵、水回りなど。急ぎは電話もどうぞ。',
    fields: [ask('place', '場所', 'Place')],
    usualDays: 2,
    office: 'general-affairs',
  },
  {
    slug: 'life-event',
    name: '慶弔・住所変更などの届け',
    nameEn: 'Life events and changes of address',
    guide: '必要な手続きを、担当からまとめてご案内します。',
    fields: [
      ask('what', '内容', 'What', 'choice', true, ['結婚', '出産', '弔事', '転居', '扶養の変更', 'その他']),
      ask('on', '日付', 'Date', 'date', false),
    ],
    usualDays: 2,
    office: 'labour',
  },
  {
    slug: 'other',
    name: 'その他・どこに聞けばよいかわからない',
    nameEn: 'Anything else',
    guide: '迷ったらこちらへ。受付が担当につなぎます。',
    fields: [],
    usualDays: 2,
    office: undefined,
  },
]
