import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../cli/commands/index.ts'
import { metricDefinitions } from '../../engine/metrics/definitions.ts'
import { migrations } from '../../engine/store/migrations/index.ts'

const root = join(import.meta.dirname, '..', '..')
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })]
const read = (page: string) => readFileSync(join(root, page), 'utf8')

/** A heading as the address of its place in the page: lower case, punctuation gone, spaces to hyphens. */
function anchorOf(heading: string): string {
  return heading
    .replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function anchorsOf(markdown: string): string[] {
  const text = markdown.replaceAll(/^```[\s\S]*?^```/gm, '')
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!.trim()))
}

/** Links of a page that lead nowhere: a missing file, or a heading that is not there. */
function brokenLinks(page: string, markdown: string, readPage: (page: string) => string): string[] {
  const text = markdown.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path, anchor] = target.split('#')
      const file = path ? join(dirname(page), path) : page
      if (!existsSync(join(root, file))) return true
      return anchor !== undefined && !anchorsOf(file === page ? markdown : readPage(file)).includes(anchor)
    })
}

/** The names that stand as code in the first cells of tables under headings that begin with `heading`. */
function namesInTables(markdown: string, heading: string): string[] {
  return markdown
    .split(/^## /m)
    .filter((section) => section.startsWith(heading))
    .flatMap((section) => [...section.matchAll(/^\| *`([^`]+)` *\|/gm)].map(([, name]) => name!))
}

test('links in README and docs lead to files and headings that are there', () => {
  expect(pages.length).toBeGreaterThan(8)
  expect(
    pages.flatMap((page) => brokenLinks(page, read(page), read).map((link) => `${page}: ${link}`)),
  ).toEqual([])
})

test('a link to a page or a heading that is not there is found', () => {
  const markdown = '# Here\n[a](missing.md) [b](#there) [c](#here) [d](https://example.org) `[e](f.md)`\n'
  expect(brokenLinks('docs/using.md', markdown, read)).toEqual(['missing.md', '#there'])
})

test('docs/data-model.md names exactly the tables of the schema', () => {
  const schema = migrations.map(({ sql }) => sql).join('\n')
  const tables = new Set<string>()
  for (const [, made, dropped, from, to] of schema.matchAll(
    /^(?:CREATE TABLE (\w+)|DROP TABLE (\w+)|ALTER TABLE (\w+) RENAME TO (\w+))/gm,
  )) {
    if (made) tables.add(made)
    for (const gone of [dropped, from]) if (gone) tables.delete(gone)
    if (to) tables.add(to)
  }
  expect(namesInTables(read('docs/data-model.md'), 'Tables').toSorted()).toEqual([...tables].toSorted())
})

test('docs/terminal.md has a heading for every command', () => {
  const headings = [...read('docs/terminal.md').matchAll(/^## `(\S+?)[ `]/gm)].map(([, name]) => name!)
  const names = commands.map(({ name }) => name)
  expect(headings.filter((name) => name !== 'npm').toSorted()).toEqual(names.toSorted())
})

test('docs/methods.md names every metric with its role, its smallest difference and its least n', () => {
  const metrics = read('docs/methods.md')
    .split(/^## /m)
    .find((section) => section.startsWith('Metrics\n'))!
  const rows = [...metrics.matchAll(/^\| *`([^`]+)` *\| *(\w+)[^\n]*\| *([\d.]+)[ \w]*\| *(\d+) *\|$/gm)]
  const told = rows.map(([, id, role, difference, n]) => [id, role, Number(difference), Number(n)].join(' '))
  const expected = metricDefinitions.map(({ id, role, smallestDifference, leastN }) =>
    [id, role, smallestDifference, leastN].join(' '),
  )
  expect(told.filter((row) => !row.includes('<')).toSorted()).toEqual(expected.toSorted())
})

test('files and folders of the project that the pages name are there', () => {
  const named = /`((?:shared|engine|renderer|cli|electron|resources|scripts|test|docs)\/[\w./-]*)`/g
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(named)].map(([, path]) => path!).filter((path) => !existsSync(join(root, path))),
  )
  expect(missing).toEqual([])
})

test('pages name no path of the machine they were written on', () => {
  const found = pages.filter((page) => /\/(work|root|tmp)\/|\/home\/(?!ada\/)/.test(read(page)))
  expect(found).toEqual([])
})

test('docs/decisions.md says of every dependency why it is there', () => {
  const manifest: Record<string, Record<string, string>> = JSON.parse(read('package.json'))
  const fields = ['dependencies', 'devDependencies', 'optionalDependencies']
  const packages = fields.flatMap((field) => Object.keys(manifest[field] ?? {}))
  const section = read('docs/decisions.md')
    .split(/^## /m)
    .find((part) => part.startsWith('Dependencies\n'))!
  const rows = [...section.matchAll(/^\| *(`[^|]+?)\|/gm)].map(([, cell]) => cell!)
  const named = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
  const isNamed = (name: string) =>
    named.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))))
  expect(packages.filter((name) => !isNamed(name))).toEqual([])
  expect(named.filter((one) => !one.endsWith('*') && !packages.includes(one))).toEqual([])
})
