import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
const isFile = (path: string) => existsSync(path) && statSync(path).isFile()

/** The rows under a heading of three cells whose last is the test. */
function claimsOf(markdown: string): { claim: string; cited: string }[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
    const isClaim = cells.length === 3 && cells[0] !== 'Claim' && !/^-+$/.test(cells[0]!)
    return isClaim ? [{ claim: cells[0]!, cited: cells[2]! }] : []
  })
}

/**
 * What is wrong with the tests that a row cites: a file or folder that is not there, or the words of a test, in double quotes, that stand in none of
 * its files. A file without its folder lies beside the one before it; `npm run` names a script.
 */
function wrongIn(cited: string, before: string): string[] {
  if (cited === 'the same') return before === '' ? ['the same as nothing'] : []
  const wrong: string[] = []
  const files: string[] = []
  for (const [, name] of cited.matchAll(/`([^`]+)`/g)) {
    const script = /^npm run (\S+)/.exec(name!)?.[1]
    if (script !== undefined) {
      if (!(script in scripts)) wrong.push(name!)
      continue
    }
    const beside = [...new Set(files.map(dirname))].flatMap((folder) => [folder, dirname(folder)])
    const found = name!.startsWith('test/')
      ? name!
      : beside.map((folder) => join(folder, name!)).find((path) => existsSync(join(root, path)))
    if (found === undefined || !existsSync(join(root, found))) wrong.push(name!)
    else files.push(found)
  }
  if (files.length === 0 && wrong.length === 0) wrong.push('no test')
  const texts = files
    .filter((file) => isFile(join(root, file)))
    .map((file) => readFileSync(join(root, file), 'utf8'))
  for (const [, words] of cited.matchAll(/"([^"]+)"/g))
    if (!texts.some((text) => text.includes(words!))) wrong.push(words!)
  return wrong
}

test('every claim of docs/security.md cites a test that is there', () => {
  const claims = claimsOf(readFileSync(join(root, 'docs', 'security.md'), 'utf8'))
  expect(claims.length).toBeGreaterThan(70)
  const wrong = claims.flatMap(({ claim, cited }, at) =>
    wrongIn(cited, claims[at - 1]?.cited ?? '').map((what) => `${claim.slice(0, 60)}: ${what}`),
  )
  expect(wrong).toEqual([])
})

test('a row without a test, with a file or a name that is not there, is found', () => {
  const here = '`test/house/security-claims.test.ts`'
  // not written out, or this file would have one of that name
  const kind = 'test'
  expect(wrongIn(`${here} "every claim of docs/security.md", \`docs.test.ts\``, '')).toEqual([])
  expect(wrongIn(`${here} "no such ${kind}"`, '')).toEqual([`no such ${kind}`])
  expect(wrongIn('`test/house/gone.test.ts`', '')).toEqual(['test/house/gone.test.ts'])
  expect(wrongIn(`${here}, \`gone.test.ts\``, '')).toEqual(['gone.test.ts'])
  expect(wrongIn('`npm run nothing`', '')).toEqual(['npm run nothing'])
  expect(wrongIn('by hand', '')).toEqual(['no test'])
})
