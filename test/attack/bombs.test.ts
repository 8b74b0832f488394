import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { aWorkbook, rowsXml } from '../unit/readers/a-workbook.ts'
import { zipOf } from '../unit/readers/zip-writer.ts'
import { tally } from './support/tally.ts'

const { tried } = tally('bombs in archives, XML, HTML, JSON and text')
/** What the reading process may have for its objects: whatever unpacks a bomb ends there, on any machine and under any load. */
const HEAP_MB = 256

const head = 'Contact ID,Agent\n'
const sheet = (xml: string, more: Partial<Parameters<typeof aWorkbook>[0]> = {}) =>
  aWorkbook({ sheets: [{ name: 'A', rowsXml: xml }], ...more })
const honest = rowsXml([
  ['Contact ID', 'Agent'],
  ['C-1', 'Kim Ito'],
])
/** A part of a workbook in place of the one that is there. */
const withPart = (name: string, content: string) =>
  zipOf(
    [
      {
        name: '_rels/.rels',
        content:
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      },
      {
        name: 'xl/workbook.xml',
        content: '<workbook><sheets><sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content:
          '<Relationships><Relationship Id="s" Type="x/worksheet" Target="s.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="y" Type="x/styles" Target="y.xml"/></Relationships>',
      },
      { name: 'xl/s.xml', content: `<worksheet><sheetData>${honest}</sheetData></worksheet>` },
      { name: 'xl/t.xml', content: '<sst/>' },
      { name: 'xl/y.xml', content: '<styleSheet/>' },
    ].map((part) => (part.name === name ? { name, content } : part)),
  )
const parts = [
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/s.xml',
  'xl/t.xml',
  'xl/y.xml',
]

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY ${'bcdefghijklmnopqrstuvwxyzABCDEF'[at]} "${`&${'abcdefghijklmnopqrstuvwxyzABCDE'[at]};`.repeat(10)}">`).join('')}]><x>&F;</x>`
const quadratic = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100_000)}">]><x>${'&a;'.repeat(100_000)}</x>`
const outside = (port: number) =>
  `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1:${port}/x"><!ENTITY % c SYSTEM "http://127.0.0.1:${port}/y"> %c;]><x>&a;&b;</x>`

/** A workbook whose sheet says of itself that it is small. */
function lying(): Buffer {
  const bytes = sheet(`${honest}${' '.repeat(3_000_000)}`)
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    // the size stands 8 bytes before the name in the file's own head, 22 before it in the directory
    if (bytes.readUInt32LE(at - 30) === 0x04034b50) bytes.writeUInt32LE(100, at - 8)
    if (at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50) bytes.writeUInt32LE(100, at - 22)
  }
  return bytes
}

/** Bombs by the name of their file, with what each is refused as; null where it is harmless and read. */
function bombs(port: number): Record<string, { bytes: Buffer | string; code: RegExp | null }> {
  const nested = zipOf([
    {
      name: 'a.zip',
      content: zipOf([{ name: 'b.zip', content: zipOf([{ name: 'c.csv', content: head }]) }]),
    },
  ])
  const entities = Object.fromEntries(
    parts.flatMap((part, at) =>
      [
        ['laughs', laughs],
        ['quadratic', quadratic],
        ['outside', outside(port)],
      ].map(([name, xml]) => [`${name}-${at}.xlsx`, { bytes: withPart(part, xml!), code: /^damaged/ }]),
    ),
  )
  const deep = Object.fromEntries(
    parts.map((part, at) => [
      `deep-${at}.xlsx`,
      { bytes: withPart(part, '<a>'.repeat(10_000_000)), code: /^too-deep/ },
    ]),
  )
  const row = (cells: number, attributes: string) => `<tr>${`<td ${attributes}>x</td>`.repeat(cells)}</tr>`
  return {
    'nested.xlsx': { bytes: nested, code: /^archive: / },
    'ratio.xlsx': { bytes: sheet(`${honest}${' '.repeat(100 << 20)}`), code: /^archive-bomb/ },
    'rows.xlsx': { bytes: sheet('<row/>'.repeat(20 << 20)), code: /^archive-bomb/ },
    'entries.xlsx': {
      bytes: zipOf(Array.from({ length: 20_001 }, (_, at) => ({ name: `a${at}`, content: '' }))),
      code: /^archive-bomb/,
    },
    'lying.xlsx': { bytes: lying(), code: /^damaged|^torn/ },
    'cell.xlsx': {
      bytes: sheet(`<row><c t="inlineStr"><is><t>${'a'.repeat(40 << 20)}</t></is></c></row>`),
      code: /^archive-bomb/,
    },
    'attributes.xlsx': {
      bytes: sheet(`<row><c ${Array.from({ length: 2_000_000 }, (_, at) => `a${at}=""`).join(' ')}/></row>`),
      code: /^archive-bomb/,
    },
    'shared.xlsx': {
      bytes: sheet('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(200_000), {
        sharedStringsXml: `<si><t>${'a'.repeat(1 << 20)}</t></si>`,
      }),
      code: /^archive-bomb/,
    },
    'styles.xlsx': {
      bytes: withPart('xl/y.xml', `<styleSheet>${'<numFmts/>'.repeat(9 << 20)}</styleSheet>`),
      code: /^archive-bomb/,
    },
    ...entities,
    ...deep,
    'laughs.xml': { bytes: `<?xml version="1.0"?>${laughs}`, code: /^unknown-format/ },
    'outside.xml': { bytes: `<?xml version="1.0"?>${outside(port)}`, code: /^unknown-format/ },
    'outside.svg': {
      bytes: outside(port).replace('<!DOCTYPE', '<?xml version="1.0"?><!DOCTYPE'),
      code: /^unknown-format/,
    },
    'columns.xls': { bytes: `<table>${row(20_000, 'colspan=1000')}</table>`, code: /^too-large/ },
    'down.xls': {
      bytes: `<table>${row(60_000, 'rowspan=1000')}${'<tr>'.repeat(1000)}</table>`,
      code: /^too-large/,
    },
    'repeated.xls': {
      bytes: `<table><tr><td rowspan=1000>${'long text '.repeat(200_000)}<td>x</tr>${'<tr><td>x'.repeat(1000)}</table>`,
      code: /^too-large/,
    },
    'tables.xls': { bytes: '<table><tr><td>'.repeat(100_000), code: /^too-deep/ },
    'divisions.xls': { bytes: `<table>${row(2, '')}</table>${'<div>'.repeat(1_000_000)}`, code: /^too-deep/ },
    'lists.json': {
      bytes: `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
      code: /^(too-deep|damaged|no-rows)/,
    },
    'objects.json': {
      bytes: `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`,
      code: /^(too-deep|damaged)/,
    },
    'lines.jsonl': { bytes: `{"a":1}\n${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}\n`, code: null },
    'cell.csv': { bytes: `${head}C-1,"${'a'.repeat(60 << 20)}`, code: null },
  }
}

test('no bomb fills the memory, and each is refused in a sentence', async () => {
  let asked = 0
  const listener = createServer((socket) => {
    asked += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void listener.close())
  const folder = temporaryFolder()
  const all = bombs((listener.address() as AddressInfo).port)
  for (const [name, { bytes }] of Object.entries(all)) writeFileSync(join(folder, name), bytes)
  const child = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      '--no-warnings',
      join(import.meta.dirname, 'support', 'open-bombs.ts'),
      ...Object.keys(all).map((name) => join(folder, name)),
    ],
    { encoding: 'utf8', maxBuffer: 64 << 20 },
  )
  const outcomes = child.stdout
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { path: string; outcome: string; rows: number; peakMb: number })
  // the first that is missing is the one that filled the memory
  expect([outcomes.map(({ path }) => basename(path)), child.stderr.slice(0, 300)]).toEqual([
    Object.keys(all),
    '',
  ])
  const wrong: unknown[] = []
  for (const { path, outcome } of outcomes) {
    const { code } = all[basename(path)]!
    const isRefused = code !== null && code.test(outcome)
    const isSentence = outcome === 'read' || /^[a-z-]+: \S[^\n]{10,300}\.$/.test(outcome)
    if (tried(!(isSentence && (isRefused || code === null)))) wrong.push([basename(path), outcome])
    expect(outcome).not.toContain('root:')
  }
  process.stdout.write(
    `bombs: ${outcomes.length} files, at most ${Math.max(...outcomes.map(({ peakMb }) => peakMb))} MB\n`,
  )
  expect(wrong).toEqual([])
  expect(asked).toBe(0)
}, 400_000)
