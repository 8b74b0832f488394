import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { expect, test } from 'vitest'
import { compiledCatalogue, engineLocales } from '../../scripts/compiled-catalogue.ts'

const root = join(import.meta.dirname, '..', '..')

/** Names of what is put into a message, those in its choices included. */
function namesIn(message: unknown): string[] {
  if (!Array.isArray(message)) return []
  return message.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return []
    const [name, , choices] = token as [string, string?, Record<string, unknown>?]
    return [name, ...Object.values(typeof choices === 'object' ? choices : {}).flatMap(namesIn)]
  })
}

/** `{name}`, `<0>`, `{n, plural, …}`: what a translation must carry along, in any order; each counted once. */
function placeholders(text: string): string[] {
  return [...new Set([...(text.match(/<\/?\d+\/?>/g) ?? []), ...namesIn(compileMessage(text))])].toSorted()
}

/** The catalogue of the page, and that of the engine. */
const catalogues = () => getCatalogs(getConfig({ cwd: root }))

test('every message of the sources stands in each catalogue, and nothing else; `npm run catalogues` writes them', async () => {
  const found = await catalogues()
  expect(found).toHaveLength(2)
  for (const [catalogue, least] of [
    [found[0]!, 2000],
    [found[1]!, 1000],
  ] as const) {
    const said = await catalogue.collect()
    if (!said) throw new Error('The messages could not be collected.')
    const ids = Object.keys(said).toSorted()
    expect(ids.length).toBeGreaterThan(least)
    const known = await catalogue.readAll()
    for (const locale of ['en', 'de']) expect(Object.keys(known[locale] ?? {}).toSorted()).toEqual(ids)
  }
}, 120_000)

test('German says every message, with all that is put into it', async () => {
  for (const catalogue of await catalogues()) {
    const { de } = await catalogue.readAll()
    const lines = Object.values(de ?? {}).map(({ message, translation }) => ({
      message: message ?? '',
      translation: translation ?? '',
    }))
    expect(lines.filter(({ translation }) => translation.trim() === '')).toEqual([])
    expect(
      lines.filter(
        ({ message, translation }) => String(placeholders(message)) !== String(placeholders(translation)),
      ),
    ).toEqual([])
  }
})

test('what the engine reads of its German is what its catalogue says; `npm run catalogues` writes it', async () => {
  expect(readFileSync(join(engineLocales, 'de.json'), 'utf8')).toBe(await compiledCatalogue('de'))
})
