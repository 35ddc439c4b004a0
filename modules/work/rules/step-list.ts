import type { KindStep } from '../contract/kind-fields.ts'

/** A step while it is being edited; the id only tells the rows apart. */
export type EditedStep = KindStep & { readonly id: string }

export function emptyStep(id: string): EditedStep {
  return { id, text: '', who: '', usualMinutes: null }
}

/** Moves the step at a place up (−1) or down (+1); at the edge nothing moves. */
export function moveStep(steps: readonly EditedStep[], at: number, by: -1 | 1): readonly EditedStep[] {
  const [step, other] = [steps[at], steps[at + by]]
  if (step === undefined || other === undefined) return steps
  return steps.map((each, place) => (place === at ? other : place === at + by ? step : each))
}

/**
 * Puts pasted lines in from a place on: the first into the step there, the others below it. Numbers and bullets in front of lines
 * (①, 1., ・) are left out, empty lines too.
 */
export function pasteSteps(
  steps: readonly EditedStep[],
  at: number,
  text: string,
  newId: () => string,
): readonly EditedStep[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[①-⑳]|[((]?[0-9０-９]{1,2}[)).．、]|[・●■◆-])\s*/, '').trim())
    .filter((line) => line !== '')
  const [first, ...others] = lines
  const here = steps[at]
  if (first === undefined || here === undefined) return steps
  const added = others.map((line) => ({ ...emptyStep(newId()), text: line }))
  return [...steps.slice(0, at), { ...here, text: first }, ...added, ...steps.slice(at + 1)]
}

/** What is saved: steps without words are left out. */
export function writtenSteps(steps: readonly EditedStep[]): KindStep[] {
  return steps
    .map(({ text, who, usualMinutes }) => ({ text: text.trim(), who: who.trim(), usualMinutes }))
    .filter((step) => step.text !== '')
}
