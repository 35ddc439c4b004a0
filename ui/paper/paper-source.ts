import type { RefusalFace } from '@ennoshita/kernel'

/** Where the paper comes from: a query that answers a file (`fileAddress(contract, input)`), or a file not yet handed over. */
export type PaperSource =
  | { readonly name: string; readonly address: string }
  | { readonly name: string; readonly file: Blob }

/** What is shown where a paper cannot be. */
export type PaperFault = RefusalFace

const fault = (code: string, what: RefusalFace['what'], todo: RefusalFace['todo']): PaperFault => ({
  kind: 'bad-input',
  code: `ui.${code}`,
  what,
  todo,
})

export const paperFaults = {
  password: fault(
    'paper-has-password',
    {
      ja: 'パスワードのかかったPDFなので、ここには表示できません。',
      en: 'This PDF has a password and cannot be shown here.',
    },
    {
      ja: 'ダウンロードして開くか、パスワードを外したファイルを相手にお願いしてください。',
      en: 'Download and open it, or ask the sender for a file without a password.',
    },
  ),
  broken: fault(
    'paper-is-broken',
    { ja: 'ファイルが壊れていて、表示できません。', en: 'The file is damaged and cannot be shown.' },
    {
      ja: 'ダウンロードして確かめ、開けないときは送り直してもらってください。',
      en: 'Download it to check; if it does not open, ask for it again.',
    },
  ),
  unknown: fault(
    'paper-of-unknown-kind',
    { ja: 'この種類のファイルは、ここには表示できません。', en: 'Files of this kind cannot be shown here.' },
    { ja: 'ダウンロードして開いてください。', en: 'Download and open it.' },
  ),
  noInvoice: fault(
    'paper-is-no-pint',
    { ja: 'JP PINT（デジタルインボイス）として読めないXMLです。', en: 'This XML is not a JP PINT invoice.' },
    { ja: 'ダウンロードして中を確かめてください。', en: 'Download it and look inside.' },
  ),
} as const
