import type { TodayPanel } from '@ennoshita/ui'
import { dateInTable, monthOfScreen, Screen, Split, t, todayInTokyo, Waiting } from '@ennoshita/ui'
import { Suspense } from 'react'
import { modules } from '../modules.ts'

const panels = modules.flatMap((module) => module.today ?? []).toSorted((a, b) => a.place - b.place)

/** 今日: what the modules have to say about this day, the person's own tasks first. */
export function TodayScreen() {
  const today = todayInTokyo()
  return (
    <Screen title={t('今日')} period={`${monthOfScreen(today)}　${dateInTable(today)}`} layout="page">
      <Split width="wide" aside={<Panels panels={panels.filter((panel) => panel.isBeside === true)} />}>
        <Panels panels={panels.filter((panel) => panel.isBeside !== true)} />
      </Split>
    </Screen>
  )
}

function Panels(props: { readonly panels: readonly TodayPanel[] }) {
  return props.panels.map(({ place, panel: Panel }) => (
    <Suspense key={place} fallback={<Waiting />}>
      <Panel />
    </Suspense>
  ))
}
