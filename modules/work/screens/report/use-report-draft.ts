import { useSend } from '@ennoshita/ui'
import { useRef, useState } from 'react'
import type { ReportSection } from '../../contract/report.ts'
import { work } from '../../contract.ts'
import type { ReportDetails } from './report-screen.tsx'

type Written = { readonly title: string; readonly sections: readonly ReportSection[] }

/** What is being written on the page, and what of it is saved. */
export function useReportDraft(details: ReportDetails) {
  const [written, setWritten] = useState<Written>({ title: details.title, sections: details.sections })
  const [saved, setSaved] = useState({ ...written, version: details.version })
  const saving = useSend(work.changeReport, { refreshes: [work.myReports] })
  const latest = useRef(written)
  latest.current = written
  const kept = useRef(saved)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))

  async function saveOnce(): Promise<boolean> {
    const next = latest.current
    if (next.title === kept.current.title && next.sections === kept.current.sections) return true
    const { reportId } = details
    const { version } = kept.current
    const answer = await saving.send({ reportId, version, title: next.title, sections: [...next.sections] })
    if (answer === undefined) return false
    kept.current = { ...next, version: answer.version }
    setSaved(kept.current)
    return true
  }
  return {
    written,
    version: saved.version,
    isChanged: written.title !== saved.title || written.sections !== saved.sections,
    isPending: saving.isPending,
    refusal: saving.refusal,
    change: (some: Partial<Written>) => setWritten({ ...written, ...some }),
    changeSection: (key: string, some: Partial<ReportSection>) =>
      setWritten({
        ...written,
        sections: written.sections.map((section) => (section.key === key ? { ...section, ...some } : section)),
      }),
    /** One save after the other: a click that leaves a field saves twice, and the second must know the first one's version. */
    save: () => {
      running.current = running.current.then(saveOnce, saveOnce)
      return running.current
    },
  }
}
