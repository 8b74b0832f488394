import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** A text in quotes as it stands in a catalogue, over as many lines as it takes. */
const quoted = String.raw`((?:"(?:[^"\\]|\\.)*"\n?)+)`

function textOf(lines: string): string {
  return [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => JSON.parse(`"${text}"`) as string)
    .join('')
}

/** What the page says in English and otherwise in German: whole texts, without those that something is put into. */
export function wordsThatAreEnglish(): Set<string> {
  const catalogue = readFileSync(
    join(import.meta.dirname, '..', '..', 'renderer', 'locales', 'de.po'),
    'utf8',
  )
  const pairs = [...catalogue.matchAll(new RegExp(`^msgid ${quoted}msgstr ${quoted}`, 'gm'))].map(
    ([, english, german]) => [textOf(english!).trim(), textOf(german!).trim()] as const,
  )
  const german = new Set(pairs.map(([, text]) => text))
  return new Set(
    pairs
      .map(([english]) => english)
      .filter((text) => text !== '' && !/[{<]/.test(text) && !german.has(text)),
  )
}

/** Texts of what leads somewhere, heads something, can be pressed or names a field, that are one of `words`. */
export async function saidInNames(page: Page, words: ReadonlySet<string>): Promise<string[]> {
  const said = await page.evaluate(() => {
    const named =
      'nav a, h1, h2, h3, h4, button, [role=tab], label, legend, th, [role=columnheader], dt, summary, option, [role=menuitem], [role=radio]'
    const texts: string[] = []
    for (const element of document.querySelectorAll(`${named}, [aria-label], [placeholder], [title]`)) {
      for (const attribute of ['aria-label', 'placeholder', 'title'])
        texts.push(element.getAttribute(attribute) ?? '')
      if (!element.matches(named)) continue
      // of a heading with a note in it, also each of its parts
      texts.push(element.textContent)
      for (const node of element.querySelectorAll('*')) texts.push(node.textContent)
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '')
    }
    return texts.map((text) => text.trim())
  })
  return [...new Set(said.filter((text) => words.has(text)))]
}
