import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabPage = {
  readonly key: string
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

/** Pages of one screen side by side. Give `chosen` and `onChoose` to keep the choice in the address (`useAddressState`). */
export function Tabs(props: {
  readonly label: string
  readonly pages: readonly TabPage[]
  readonly chosen?: string
  readonly onChoose?: (key: string) => void
}) {
  const { onChoose } = props
  return (
    <AriaTabs
      className="tabs"
      {...(props.chosen === undefined ? {} : { selectedKey: props.chosen })}
      {...(onChoose === undefined ? {} : { onSelectionChange: (key) => onChoose(String(key)) })}
    >
      <TabList className="tab-list" aria-label={props.label}>
        {props.pages.map((page) => (
          <Tab key={page.key} id={page.key} className="tab">
            {page.label}
            {page.count === undefined ? null : <span className="tab-count">{page.count}</span>}
          </Tab>
        ))}
      </TabList>
      {props.pages.map((page) => (
        <TabPanel key={page.key} id={page.key} className="tab-page">
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
