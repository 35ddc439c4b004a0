import { t } from '@ennoshita/ui'
import type { VendorColumn } from '../../../contract.ts'

/** What a column of a list of vendors is called here. */
export function columnWord(key: VendorColumn): string {
  const words: Record<VendorColumn, string> = {
    code: t('取引先コード'),
    name: t('取引先名'),
    nameKana: t('フリガナ'),
    sort: t('法人・個人'),
    corporateNumber: t('法人番号'),
    registrationNumber: t('登録番号'),
    phone: t('電話'),
    email: t('メール'),
    postalCode: t('郵便番号'),
    address: t('住所'),
    contact: t('先方の担当者'),
    closing: t('締日'),
    payMonth: t('支払う月'),
    payDay: t('支払日'),
    bankCode: t('銀行コード'),
    bankName: t('銀行名'),
    branchCode: t('支店コード'),
    branchName: t('支店名'),
    accountType: t('預金種目'),
    accountNumber: t('口座番号'),
    holder: t('口座名義（カナ）'),
    note: t('覚え書き'),
  }
  return words[key]
}
