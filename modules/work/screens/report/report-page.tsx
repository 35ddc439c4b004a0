import { monthOfScreen } from '@ennoshita/ui'
import type { ReportSection } from '../../contract/report.ts'

/** The page as its reader sees it and as it is printed: only what was not left out. */
export function ReportPage(props: {
  readonly title: string
  readonly month: string
  readonly authorName: string
  readonly sections: readonly ReportSection[]
}) {
  const shown = props.sections.filter((section) => !section.isLeftOut && section.text.trim() !== '')
  return (
    <article className="paper">
      <header>
        <h2>{props.title}</h2>
        <p>
          {monthOfScreen(props.month)}　{props.authorName}
        </p>
      </header>
      {shown.map((section) => (
        <section key={section.key}>
          <h3>{section.heading}</h3>
          <p className="written">{section.text}</p>
        </section>
      ))}
    </article>
  )
}
