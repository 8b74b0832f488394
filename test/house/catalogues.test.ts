import { join } from 'node:path'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** `{name}`, `<0>`, `{n, plural, …}`: what a translation must carry along, in any order; each counted once. */
function placeholders(text: string): string[] {
  return [
    ...new Set([
      ...(text.match(/<\/?\d+\/?>/g) ?? []),
      ...[...text.matchAll(/\{(\w+)(?:\}|, *plural)/g)].map(([, name]) => `{${name}}`),
    ]),
  ].toSorted()
}

const catalogues = async () => {
  const [catalogue] = await getCatalogs(getConfig({ cwd: root }))
  if (!catalogue) throw new Error('There is no catalogue.')
  return catalogue
}

test('every message of the source stands in each catalogue, and nothing else; `npm run catalogues` writes them', async () => {
  const catalogue = await catalogues()
  const said = await catalogue.collect()
  if (!said) throw new Error('The messages could not be collected.')
  const ids = Object.keys(said).toSorted()
  expect(ids.length).toBeGreaterThan(2000)
  const known = await catalogue.readAll()
  for (const locale of ['en', 'de']) expect(Object.keys(known[locale] ?? {}).toSorted()).toEqual(ids)
}, 60_000)

test('German says every message, with all that is put into it', async () => {
  const { de } = await (await catalogues()).readAll()
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
})
