import { endMark, type Flow, startMark } from './choose-flow.ts'
import { countText, endName, flowText, type Language, startName, widestDuration } from './map-words.ts'
import type { WidePiece } from './row-places.ts'
import { textWidth, wrapText } from './text-box.ts'

export const nameFontPixels = 13
export const labelFontPixels = 11
export const lineHeight = 17
export const loopPixels = 26

const languages: readonly Language[] = ['ja', 'en']
const widestName = 168
const nodePadding = 12

/** A piece of the map with what it is drawn from. */
export interface MapPiece extends WidePiece {
  name: string
  lines: string[]
  heightPixels: number
  up: MapPiece[]
  down: MapPiece[]
}

/** A node as wide as its name, broken into at most three lines; a loop to itself takes room on its right. */
export function nodePiece(name: string, count: number | undefined, loop: Flow | undefined, row: number): MapPiece {
  const isTerminal = name === startMark || name === endMark
  const lines = isTerminal ? [] : wrapText(name, nameFontPixels, widestName, 3)
  const texts = languages.flatMap((language) =>
    isTerminal ? [startName[language], endName[language]] : [countText(count ?? 0, language)],
  )
  const width = Math.max(
    ...lines.map((line) => textWidth(line, nameFontPixels)),
    ...texts.map((text) => textWidth(text, labelFontPixels)),
    isTerminal ? 0 : 64,
  )
  const half = Math.ceil(width / 2) + nodePadding
  const heightPixels = isTerminal ? 26 : (lines.length + 1) * lineHeight + 12
  const right = half + (loop ? loopPixels + labelSize(loop).width : 0)
  return { ...blank(row), name, lines, heightPixels, leftPixels: half, rightPixels: right }
}

/** The label of an arrow, standing on its line. */
export function labelPiece(flow: Flow, pull: number, row: number): MapPiece {
  const { width, height } = labelSize(flow)
  return { ...blank(row), heightPixels: height, leftPixels: width / 2, rightPixels: width / 2, isOnLine: true, pull }
}

/** A place where a line passes a row. */
export function bendPiece(pull: number, row: number): MapPiece {
  return { ...blank(row), leftPixels: 5, rightPixels: 5, isOnLine: true, pull }
}

/** Room for the label of an arrow in either language, with the widest duration, so that it fits after filtering too. */
export function labelSize(flow: Flow): { width: number; height: number } {
  const widths = languages.map((language) => {
    const own = textWidth(flowText(flow, language), labelFontPixels)
    const later =
      flow.medianSeconds === undefined ? '' : `${countText(flow.count, language)} · ${widestDuration[language]}`
    return Math.max(own, textWidth(later, labelFontPixels))
  })
  return { width: Math.ceil(Math.max(...widths)) + 8, height: 18 }
}

function blank(row: number): MapPiece {
  return {
    ...{ name: '', lines: [], heightPixels: 0, row, place: 0, x: 0 },
    ...{ leftPixels: 0, rightPixels: 0, isOnLine: false, pull: 0, up: [], down: [] },
  }
}
