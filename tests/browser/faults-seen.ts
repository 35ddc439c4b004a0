import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Rows and entries beyond these are made as the first ones are; axe compares every target with every other. */
const furtherOnes = 'tr:nth-child(n+7), [role="row"]:nth-child(n+7), li:nth-child(n+9)'

/** What axe finds against WCAG 2.2 AA, each with the places it means. */
export async function axeFindings(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(standards).setLegacyMode(true)
  if ((await page.locator(furtherOnes).count()) > 0) axe.exclude(furtherOnes)
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  )
}

/** What does not fit: a page that scrolls sideways, words beyond its edge, words cut inside their own box. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isBehindScroll = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (
          /auto|scroll/.test(style.overflowX) ||
          style.position === 'fixed' ||
          at.matches('.only-read-out, .skip-link')
        )
          return true
      }
      return false
    }
    const found: string[] = []
    if (document.documentElement.scrollWidth > width)
      found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${width} px`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode() !== null) {
      const element = texts.currentNode.parentElement
      const words = texts.currentNode.textContent?.trim() ?? ''
      if (element === null || words === '' || element.closest('script, style, option') !== null) continue
      const range = document.createRange()
      range.selectNodeContents(texts.currentNode)
      const box = range.getBoundingClientRect()
      if (box.width < 2 || box.height < 2 || isBehindScroll(element)) continue
      if (box.right > width + 1 || box.left < -1) found.push(`beyond the edge: ${words.slice(0, 40)}`)
      if (element.matches('button, h1, h2, label, th, .status') && element.scrollWidth > element.clientWidth + 1)
        if (getComputedStyle(element).overflowX !== 'visible' && getComputedStyle(element).textOverflow !== 'ellipsis')
          found.push(`cut inside its box: ${words.slice(0, 40)}`)
    }
    return [...new Set(found)]
  })
}

const raw: readonly RegExp[] = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i,
  /\b\d{4}-\d{2}-\d{2}\b/,
  /\b\d{4}-\d{2}-\d{2}T\d{2}:/,
  /\bundefined\b|\bNaN\b|\[object /,
  /\{[a-zA-Z]+\}/,
  /(?<![\w@./-])[a-z]+(?:-[a-z]+)+(?![\w@./-])/,
]

/** What only a program should read: ids, ISO dates, names of fields, placeholders that nobody filled. */
export async function rawWords(page: Page): Promise<string[]> {
  const lines = (await page.locator('body').innerText()).split('\n')
  return lines.flatMap((line) => raw.flatMap((pattern) => (pattern.test(line) ? [line.trim().slice(0, 100)] : [])))
}

/**
 * Texts on the page that are Japanese although the catalogue knows their English, outside what people wrote: cells, and
 * the heading where the screen is about one thing and bears its name.
 */
export async function leftJapanese(
  page: Page,
  catalogue: Readonly<Record<string, string>>,
  isOfOneThing: boolean,
): Promise<string[]> {
  const texts = await page.evaluate(
    (unread) => {
      const all: string[] = []
      const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (nodes.nextNode() !== null) {
        const words = nodes.currentNode.textContent?.trim() ?? ''
        if (words !== '' && nodes.currentNode.parentElement?.closest(unread) === null) all.push(words)
      }
      for (const named of document.querySelectorAll('[aria-label], [placeholder]'))
        all.push(named.getAttribute('aria-label') ?? '', named.getAttribute('placeholder') ?? '')
      return all
    },
    `td, [role="gridcell"]${isOfOneThing ? ', h1, .paper' : ''}`,
  )
  const known = (text: string) => catalogue[text] !== undefined && catalogue[text] !== text
  return [...new Set(texts.filter(known))]
}

/** Heads of columns, labels of fields, tabs and places that are Japanese in English: no person's own words stand there. */
export async function japaneseHeads(page: Page): Promise<string[]> {
  const heads = await page.locator('th[scope="col"], .field-label, [role="tab"], nav a, .status').allInnerTexts()
  return [
    ...new Set(
      heads.map((head) => head.replaceAll(/“[^”]*”/g, '').trim()).filter((head) => /[ぁ-んァ-ヶ一-龠]/.test(head)),
    ),
  ]
}
