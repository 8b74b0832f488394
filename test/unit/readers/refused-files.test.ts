import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFile, problemOf } from './in-a-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { aWorkbook, rowsXml } from './a-workbook.ts'
import { zipOf } from './zip-writer.ts'

const ole2 = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const text = (content: string): Buffer => Buffer.from(content)
const workbook = aWorkbook({
  sheets: [
    {
      name: 'Calls',
      rowsXml: rowsXml([
        ['Agent', 'Calls'],
        ['Ann', 3],
      ]),
    },
  ],
})

it.each<[string, string, Buffer, string, RegExp]>([
  ['an empty file', 'calls.csv', text(''), 'empty', /is empty/],
  ['a file of blank lines', 'calls.csv', text('\n \r\n\n'), 'empty', /is empty/],
  ['a byte order mark and nothing else', 'calls.csv', text('\ufeff'), 'empty', /is empty/],
  ['a header without rows', 'calls.csv', text('Agent,Calls\n'), 'no-rows', /no rows/],
  [
    'a workbook that holds only a header',
    'calls.xlsx',
    aWorkbook({ sheets: [{ name: 'A', rowsXml: rowsXml([['Agent', 'Calls']]) }] }),
    'no-rows',
    /no rows/,
  ],
  [
    'a workbook of empty sheets',
    'calls.xlsx',
    aWorkbook({ sheets: [{ name: 'A', rowsXml: '' }] }),
    'empty',
    /is empty/,
  ],
  [
    'an old workbook',
    'calls.xls',
    Buffer.concat([ole2, Buffer.from('Workbook', 'utf16le')]),
    'old-excel',
    /save it as \.xlsx/,
  ],
  [
    'an old workbook without its container',
    'calls.xls',
    Buffer.concat([Buffer.from('0908100000060500', 'hex'), Buffer.alloc(600)]),
    'old-excel',
    /save it as \.xlsx/,
  ],
  [
    'a workbook with a password',
    'calls.xlsx',
    Buffer.concat([ole2, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'password-protected',
    /without one/,
  ],
  [
    'a binary workbook',
    'calls.xlsb',
    zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
    'binary-excel',
    /save it as \.xlsx/,
  ],
  [
    'an archive',
    'calls.zip',
    zipOf([
      { name: 'a.csv', content: 'x' },
      { name: 'sub/b.csv', content: 'x' },
    ]),
    'archive',
    /holding a\.csv, b\.csv; unpack it/,
  ],
  [
    'a word document',
    'calls.docx',
    zipOf([{ name: 'word/document.xml', content: '<a/>' }]),
    'office-document',
    /office document/,
  ],
  [
    'a workbook cut off in the middle',
    'calls.xlsx',
    workbook.subarray(0, workbook.length / 2),
    'torn',
    /ends in the middle/,
  ],
  ['a compressed file', 'calls.csv.gz', Buffer.from('1f8b0800000000000003', 'hex'), 'archive', /archive/],
  ['a PDF', 'calls.csv', text('%PDF-1.7\n%âãÏÓ'), 'pdf', /PDF/],
  ['a picture', 'calls.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'image', /picture/],
  [
    'a WAV recording',
    'call.wav',
    Buffer.concat([text('RIFF'), Buffer.alloc(4), text('WAVEfmt ')]),
    'audio',
    /cannot be read as a recording/,
  ],
  [
    'an MP3 recording with tags',
    'call.mp3',
    Buffer.concat([text('ID3'), Buffer.alloc(40)]),
    'audio',
    /cannot be read as a recording/,
  ],
  [
    'an MP3 recording without tags',
    'call.mp3',
    Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(40)]),
    'audio',
    /cannot be read as a recording/,
  ],
  [
    'an M4A recording',
    'call.m4a',
    Buffer.concat([Buffer.alloc(4), text('ftypM4A '), Buffer.alloc(10)]),
    'audio',
    /cannot be read as a recording/,
  ],
  [
    'unknown bytes',
    'calls.dat',
    Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 7) % 256)),
    'unknown-format',
    /no format/,
  ],
  ['XML', 'agents.xml', text('<?xml version="1.0"?><agents><agent/></agents>'), 'unknown-format', /XML/],
  [
    'a page without a table',
    'report.xls',
    text('<html><body><p>Please sign in</p></body></html>'),
    'no-rows',
    /page without a table/,
  ],
  [
    'JSON that is cut off',
    'calls.json',
    text('[{"agent":"Ann","calls":3},{"agent":"Bo'),
    'torn',
    /ends in the middle/,
  ],
  ['JSON with a mistake in it', 'calls.json', text('[{"agent":"Ann",,"calls":3}]'), 'damaged', /damaged/],
  ['JSON without records', 'calls.json', text('{"data":[],"total":0}'), 'no-rows', /no records/],
  [
    'JSON nested without end',
    'calls.json',
    text(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    'too-deep',
    /nested too deeply/,
  ],
  [
    'captions without captions',
    'call.vtt',
    text('WEBVTT\n\nNOTE nothing was said\n'),
    'no-rows',
    /no captions/,
  ],
])('%s is refused with one sentence', async (_, name, content, code, sentence) => {
  const problem = await problemOf(aFile(name, content))
  expect(problem).toEqual({ code, message: expect.stringMatching(sentence) })
  expect(problem.message).toMatch(/^[^\n]+\.$/)
  expect(problem.message).toContain(name)
})

it('a folder and a file that is not there are refused with one sentence', async () => {
  const folder = temporaryFolder()
  expect(await problemOf(folder)).toMatchObject({ code: 'directory' })
  expect(await problemOf(join(folder, 'gone.csv'))).toMatchObject({ code: 'missing' })
})

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file that may not be read is refused',
  async () => {
    const path = aFile('secret.csv', 'a,b\n1,2\n')
    chmodSync(path, 0)
    expect(await problemOf(path)).toMatchObject({ code: 'unreadable' })
  },
)

it.skipIf(process.platform === 'win32')(
  'a pipe nobody writes to is refused instead of waited for',
  async () => {
    const path = join(temporaryFolder(), 'pipe.csv')
    execFileSync('sh', ['-c', 'mkfifo "$0"', path])
    expect(await problemOf(path)).toMatchObject({ code: 'unreadable' })
  },
)
