import type { Column } from '@ennoshita/ui'
import {
  ask,
  ImportReport,
  importColumns,
  importLineStates,
  importLinesAtOnce,
  Link,
  saveFaultyLines,
  send,
  t,
  useAddressState,
  useAsk,
  useLanguage,
  usePathPart,
  useRunningImport,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { people } from '../../contract.ts'
import type { PreviewLine } from './import-words.ts'
import { LineDialog } from './line-dialog.tsx'

const linesAtOnce = 200

/** 名簿の取り込み, second half: line by line, then applied, and undone as a whole if wanted. */
export default function ImportReportScreen() {
  const importId = usePathPart('importId')
  const [state, setState] = useAddressState('state', '')
  const [from, setFrom] = useState(0)
  const [looked, setLooked] = useState<PreviewLine | null>(null)
  const chosen = importLineStates.find((each) => each === state)
  const answer = useAsk(people.importPreviews, {
    ...{ importId, limit: importLinesAtOnce, offset: from },
    ...(chosen === undefined ? {} : { state: chosen }),
  })
  const running = useRunningImport(importId, {
    async apply() {
      const { applied, remaining } = await send(people.applyPeopleImport, { importId, limit: linesAtOnce })
      return { done: applied, left: remaining }
    },
    async undo() {
      const { undone, kept } = await send(people.undoPeopleImport, { importId })
      return { done: undone, left: 0, kept }
    },
    refreshes: [people.importPreviews, people.peopleList, people.departments, people.posts, people.organisationChart],
  })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(() => importColumns(ownColumns()), [inUse])
  return (
    <>
      <ImportReport
        title={t('名簿の取り込み')}
        words={{
          take: (count) => t('{count}人を取り込む', { count }),
          taken: (count) => t('{count}人を取り込みました。', { count }),
          takenBack: (count) => t('{count}人の登録を取り消しました。', { count }),
          keptBack: (count) =>
            t('そのあとで手が加わった{count}人は残しました。表の「残しました」の行です。', { count }),
          undoes: (count) =>
            t('取り込んだ{count}人の登録を消します。そのあとで内容を変えた人や、何かを記録した人は残します。', {
              count,
            }),
        }}
        preview={answer.data}
        error={answer.error}
        running={running}
        columns={columns}
        state={chosen}
        setState={setState}
        from={from}
        setFrom={setFrom}
        list={{ label: t('社員の一覧へ'), to: '/people' }}
        again="/people/imports/new"
        onOpen={setLooked}
        onSaveFaulty={() => void saveLines(importId, answer.data?.fileName ?? '')}
      />
      {looked === null ? null : <LineDialog line={looked} onClose={() => setLooked(null)} />}
    </>
  )
}

const nameOf = ({ draft }: PreviewLine) =>
  draft === null ? '' : [draft.familyName, draft.givenName].filter((part) => part !== '').join(' ')

function ownColumns(): Column<PreviewLine>[] {
  return [
    {
      key: 'number',
      head: t('社員番号'),
      width: '5.5rem',
      card: 'none',
      cell: (line) => line.draft?.employeeNumber ?? '',
    },
    {
      key: 'name',
      head: t('氏名'),
      width: '9rem',
      card: '1',
      cell: (line) =>
        line.personId === null || line.state === 'undone' ? (
          nameOf(line)
        ) : (
          <Link to={`/people/${line.personId}`}>{nameOf(line) || t('この人を見る')}</Link>
        ),
    },
    {
      key: 'place',
      head: t('部署・役職'),
      width: '11rem',
      card: '2',
      cell: (line) => [line.draft?.department, line.draft?.post].filter((part) => part).join(' '),
    },
  ]
}

/** What stands in a saved line, by the title under which an import finds it again. */
const saved = {
  社員番号: 'employeeNumber',
  姓: 'familyName',
  名: 'givenName',
  姓カナ: 'familyKana',
  名カナ: 'givenKana',
  旧姓: 'formerFamilyName',
  部署: 'department',
  役職: 'post',
  メール: 'email',
  電話: 'phone',
  入社日: 'joinedOn',
  退職日: 'leftOn',
} as const

const saveLines = (importId: string, name: string) =>
  saveFaultyLines<PreviewLine>({
    name,
    header: Object.keys(saved),
    cellsOf: ({ draft }) => Object.values(saved).map((key) => draft?.[key]),
    pageFrom: async (offset) =>
      (await ask(people.importPreviews, { importId, state: 'faulty', limit: importLinesAtOnce, offset })).lines,
  })
