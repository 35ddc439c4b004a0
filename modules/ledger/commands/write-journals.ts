import { dateInWords } from '@ennoshita/kernel'
import { addDays, type CommandContext, type LocalDate, newId, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import { seriesOf } from '../rules/fiscal-year.ts'
import { type Journal, type JournalLine, journalFault, sidesOf, signed } from '../rules/journal.ts'
import { taxClassFault, taxKeyOf } from '../rules/tax-class.ts'
import { type PostingFacts, readPostingFacts } from './posting-facts.ts'
import { refuseField } from './refuse-posting.ts'

/** A journal, and what it takes back where it is a reversal. */
export type JournalToWrite = Journal & { readonly reverses?: { readonly journalId: string; readonly reason: string } }

export type WrittenJournal = { readonly journalId: string; readonly series: string }

const earliest = '2000-01-01'

/**
 * Writes journals with their lines, one statement each however many they are, after checking every line; refuses the whole with
 * the field, the rule and what to do. The database checks balance and locks once more and adds to the totals of the months.
 */
export async function writeJournals(
  tx: Tx,
  { actor, today }: Pick<CommandContext, 'actor' | 'today'>,
  journals: readonly JournalToWrite[],
): Promise<WrittenJournal[]> {
  const company = actor.companyId
  for (const journal of journals) refuseFaulty(journal, today)
  const facts = await readPostingFacts(tx, company, journals)
  const written = journals.map((journal) => {
    for (const [place, line] of journal.lines.entries()) refuseWrongLine(line, `lines.${place}`, journal, facts)
    return { journal, journalId: newId(), series: seriesOf(journal.postedOn, facts.fiscalStart) }
  })
  const all = <Value>(value: (each: (typeof written)[number]) => Value): Value[] => written.map(value)
  const lines = written.flatMap(({ journal, journalId }) =>
    journal.lines.map((line, place) => ({ ...line, journalId, postedOn: journal.postedOn, place: place + 1 })),
  )
  const each = <Value>(value: (line: (typeof lines)[number]) => Value): Value[] => lines.map(value)
  await Promise.all([
    tx.run`insert into ledger.journal (company_id, id, series, posted_on, kind, description, partner, amount, folded, posted_by, reverses, reason)
      select ${company}, j.id, j.series, j.posted_on, j.kind, j.description, j.partner, j.amount, kernel.fold(j.words), ${actor.personId ?? null}, j.reverses, j.reason
      from unnest(${all(({ journalId }) => journalId)}::uuid[], ${all(({ series }) => series)}::text[],
        ${all(({ journal }) => journal.postedOn)}::date[], ${all(({ journal }) => journal.kind ?? 'ordinary')}::text[],
        ${all(({ journal }) => journal.description ?? '')}::text[], ${all(({ journal }) => journal.partner ?? '')}::text[],
        ${all(({ journal }) => sidesOf(journal.lines).debit)}::bigint[], ${all(({ journal }) => wordsOf(journal))}::text[],
        ${all(({ journal }) => journal.reverses?.journalId)}::uuid[], ${all(({ journal }) => journal.reverses?.reason)}::text[]
      ) as j (id, series, posted_on, kind, description, partner, amount, words, reverses, reason)`,
    tx.run`insert into ledger.line (company_id, journal_id, line, posted_on, account_id, sub_account_id, department_id, amount, tax_class, tax_amount, note)
      select ${company}, l.journal_id, l.line, l.posted_on, l.account_id, l.sub_account_id, l.department_id, l.amount, l.tax_class, l.tax_amount, l.note
      from unnest(${each(({ journalId }) => journalId)}::uuid[], ${each(({ place }) => place)}::smallint[],
        ${each(({ postedOn }) => postedOn)}::date[], ${each(({ accountId }) => accountId)}::uuid[],
        ${each(({ subAccountId }) => subAccountId)}::uuid[], ${each(({ departmentId }) => departmentId)}::uuid[],
        ${each(signed)}::bigint[], ${each((line) => taxKey(line, facts))}::text[],
        ${each(({ side, taxAmount = 0 }) => signed({ side, amount: taxAmount }))}::bigint[], ${each(({ note }) => note ?? '')}::text[]
      ) as l (journal_id, line, posted_on, account_id, sub_account_id, department_id, amount, tax_class, tax_amount, note)`,
  ])
  return written.map(({ journalId, series }) => ({ journalId, series }))
}

/** What a search finds a journal by. */
function wordsOf({ description, partner, lines }: Journal): string {
  return [...new Set([description, partner, ...lines.map(({ note }) => note)])].filter((words) => words).join(',')
}

function taxKey({ taxClass, accountId }: JournalLine, { accounts }: PostingFacts): string {
  return taxClass ? taxKeyOf(taxClass) : (accounts.get(accountId)?.taxKey ?? 'none')
}

function refuseFaulty({ postedOn, lines }: Journal, today: LocalDate): void {
  const latest = addDays(today, 366)
  if (postedOn < earliest || postedOn > latest)
    refuseField(
      'postedOn',
      'date-out-of-reach',
      { ja: `${dateInWords(postedOn)}の日付では記帳できません。`, en: `Nothing is posted on ${postedOn}.` },
      { ja: '日付（特に年）を確かめてください。', en: 'Check the date, its year above all.' },
      {
        ja: `${earliest}から${latest}までの日付で記帳します。`,
        en: `Dates from ${earliest} through ${latest} are posted.`,
      },
    )
  const fault = journalFault(lines)
  if (!fault) return
  const [field, code] = fault.place === undefined ? ['lines', 'unbalanced'] : [`lines.${fault.place}.amount`, 'amount']
  const rule = {
    ja: '仕訳は借方と貸方の合計が一致し、一行は1円以上です。',
    en: 'Both sides of a journal are equal, and each line is one yen or more.',
  }
  refuseField(field, code, fault.says, fault.todo, rule)
}

function refuseWrongLine(line: JournalLine, field: string, journal: JournalToWrite, facts: PostingFacts): void {
  const account = facts.accounts.get(line.accountId)
  if (!account) refuseNotFound({ ja: '勘定科目', en: 'account' }, `${field}.accountId`)
  const { subAccountId, departmentId } = line
  if (subAccountId && !facts.subAccounts.has(`${line.accountId} ${subAccountId}`))
    refuseNotFound(
      { ja: `「${account.name}」の補助科目`, en: `sub-account of ${account.name}` },
      `${field}.subAccountId`,
    )
  const fault = line.taxClass && taxClassFault(line.taxClass)
  if (fault)
    refuseField(
      `${field}.taxClass.${fault.part}`,
      'tax-class',
      {
        ja: `課税区分の組み合わせが正しくありません。${fault.says.ja}`,
        en: `There is no such tax class. ${fault.says.en}`,
      },
      { ja: '課税区分を選び直してください。', en: 'Choose the tax class again.' },
    )
  const { taxAmount = 0 } = line
  if (!Number.isSafeInteger(taxAmount) || taxAmount < 0 || taxAmount > line.amount)
    refuseField(
      `${field}.taxAmount`,
      'tax-amount',
      {
        ja: '消費税額は0円以上、行の金額以下の整数です。',
        en: 'The tax is 0 yen or more and at most the amount of its line.',
      },
      { ja: '消費税額を直してください。', en: 'Correct the tax.' },
    )
  if (journal.reverses) return // what once could be posted can be taken back, also after an account or a department was closed
  if (account.closedOn !== null && account.closedOn < journal.postedOn)
    refuseField(
      `${field}.accountId`,
      'account-closed',
      {
        ja: `「${account.name}」は${dateInWords(account.closedOn)}で閉じられています。`,
        en: `${account.name} was closed on ${account.closedOn}.`,
      },
      { ja: '別の勘定科目を選んでください。', en: 'Choose another account.' },
    )
  if (account.subAccounts === (subAccountId ? 'none' : 'required'))
    refuseField(
      `${field}.subAccountId`,
      'sub-account',
      subAccountId
        ? { ja: `「${account.name}」は補助科目を使いません。`, en: `${account.name} has no sub-accounts.` }
        : { ja: `「${account.name}」には補助科目が必要です。`, en: `${account.name} needs a sub-account.` },
      subAccountId
        ? { ja: '補助科目を外してください。', en: 'Leave out the sub-account.' }
        : { ja: '補助科目を選んでください。', en: 'Choose a sub-account.' },
    )
  if (departmentId && !facts.departments.has(`${departmentId} ${journal.postedOn}`))
    refuseNotFound(
      { ja: `${dateInWords(journal.postedOn)}の部署`, en: `department of ${journal.postedOn}` },
      `${field}.departmentId`,
    )
}
