const ranks: readonly [RegExp, number][] = [
  [/会長$/, 0],
  [/^(代表取締役)?社長$/, 1],
  [/取締役|専務|常務|執行役員/, 5],
  [/(本部長|事業部長|支社長)$/, 10],
  [/(部長|支店長|工場長|所長|室長)$/, 20],
  [/次長$/, 25],
  [/課長$/, 30],
  [/(係長|リーダー|グループ長|チーム長)$/, 40],
  [/主任$/, 50],
]

/** Whether a post of that name usually heads its department; a deputy, an assistant or a 担当部長 does not. */
export function headsByName(name: string): boolean {
  return (
    /(社長|部長|課長|支店長|工場長|所長|室長|係長|グループ長|チーム長)$/.test(name) &&
    !/副|代理|補佐|担当|次長|元/.test(name)
  )
}

/** The usual place of a post among others: small numbers stand above. */
export function rankByName(name: string): number {
  return ranks.find(([pattern]) => pattern.test(name))?.[1] ?? 60
}
