import type { Permission, Words } from '@ennoshita/kernel/server'

const office = { president: 'company', administrator: 'company', clerk: 'company' } as const

/** Who may do what with documents, as sentences. */
export const documentPermissions: Readonly<Record<string, Permission>> = {
  'documents.see': {
    says: {
      ja: '担当はすべての書類、部門長は自部署の書類、社員は自分が保存した書類を見られる',
      en: 'Clerks see all documents, heads those of their department, employees those they kept',
    },
    roles: { ...office, head: 'department', employee: 'own' },
  },
  'documents.keep': {
    says: { ja: '社員は書類を保存できる', en: 'Employees keep documents' },
    roles: { ...office, head: 'department', employee: 'own' },
  },
  'documents.correct': {
    says: {
      ja: '担当はすべての書類、部門長は自部署の書類、社員は自分が保存した書類の内容を直し、ファイルを差し替えられる（履歴が残る）',
      en: 'Clerks correct all documents, heads those of their department, employees those they kept; the history stays',
    },
    roles: { ...office, head: 'department', employee: 'own' },
  },
  'documents.discard': {
    says: {
      ja: '担当は、理由を添えて書類を削除扱いにし、元に戻せる',
      en: 'Clerks discard documents with a reason, and restore them',
    },
    roles: office,
  },
  'documents.export': {
    says: {
      ja: '担当は、書類をまとめて取り出せる（だれが取り出したか記録が残る）',
      en: 'Clerks take documents out as a ZIP; who did stands in the log',
    },
    roles: office,
  },
}

/** Everything that the module records, in words. */
export const documentEvents: Readonly<Record<string, Words>> = {
  'documents.document-kept': { ja: '書類を保存した', en: 'document kept' },
  'documents.document-corrected': { ja: '書類の内容を直した', en: 'document corrected' },
  'documents.file-replaced': { ja: '書類のファイルを差し替えた', en: 'file of a document replaced' },
  'documents.document-discarded': { ja: '書類を削除扱いにした', en: 'document discarded' },
  'documents.document-restored': { ja: '書類を元に戻した', en: 'document restored' },
  'documents.list-exported': { ja: '書類の一覧を取り出した', en: 'list of documents taken out' },
  'documents.documents-exported': { ja: '書類をまとめて取り出した', en: 'documents exported' },
}
