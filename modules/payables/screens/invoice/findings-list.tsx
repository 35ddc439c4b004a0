import { dateInTable, says, t } from '@ennoshita/ui'
import type { Finding } from '../../contract.ts'

/** What is wrong or worth a look: what it is, what to do, and the law behind it. */
export function FindingsList({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map((finding) => <FindingNote key={`${finding.code} ${finding.field}`} finding={finding} />)
}

function FindingNote({ finding }: { readonly finding: Finding }) {
  const { law, level } = finding
  return (
    <div className={level === 'mistake' ? 'note note-error' : 'note'}>
      <p className="note-what">{readable(says(finding.says))}</p>
      <p>
        {readable(says(finding.todo))}
        {law === null ? null : (
          <>
            {' '}
            <a className="link note-source" href={law.url} target="_blank" rel="noreferrer">
              {t('出典')}：{law.title} {law.article}
            </a>
          </>
        )}
      </p>
    </div>
  )
}

/** Dates of the program as people write them. */
export function readable(words: string): string {
  return words.replaceAll(/\d{4}-\d{2}-\d{2}/g, dateInTable)
}
