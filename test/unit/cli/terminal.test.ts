import { describe, expect, test } from 'vitest'
import { openerOf } from '../../../cli/open-browser.ts'
import { splitLines } from '../../../cli/terminal/lines.ts'
import { day, wholeNumber, word } from '../../../cli/terminal/options.ts'
import { table } from '../../../cli/terminal/table.ts'

async function linesOf(...pieces: (string | Uint8Array)[]): Promise<string[]> {
  async function* arriving() {
    for (const piece of pieces) yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
  }
  const lines: string[] = []
  for await (const line of splitLines(arriving())) lines.push(line)
  return lines
}

describe('lines', () => {
  test.each<[string[], string[]]>([
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [['\n\na\n'], ['', '', 'a']],
    [['a\r\nb\u2028c\u0085d\n'], ['a\r', 'b\u2028c\u0085d']],
    [
      ['a', 'b\n', 'c'],
      ['ab', 'c'],
    ],
    [['\uFEFFa\n'], ['a']],
    [[], []],
  ])('%j are split on LF only into %j', async (pieces, lines) => {
    expect(await linesOf(...pieces)).toEqual(lines)
  })

  test('a character that arrives in two pieces stays whole', async () => {
    const bytes = new TextEncoder().encode('für\n😀')
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(await linesOf(bytes.slice(0, cut), bytes.slice(cut))).toEqual(['für', '😀'])
  })
})

describe('options', () => {
  test('a whole number is taken, anything else is refused by name', () => {
    expect(wholeNumber('--days', '28', 1)).toBe(28)
    expect(wholeNumber('--days', undefined, 1)).toBeUndefined()
    for (const text of ['0', '-1', '1.5', '1e3', ' 7', '', 'x', '99999999999999999999'])
      expect(() => wholeNumber('--days', text, 1)).toThrow('--days takes a whole number of at least 1')
    expect(wholeNumber('--days', '730', 1, 730)).toBe(730)
    expect(() => wholeNumber('--days', '731', 1, 730)).toThrow(
      '--days takes a whole number from 1 to 730, not "731".',
    )
  })

  test('a day is taken, anything else is refused by name', () => {
    expect(day('--from', '2026-02-28')).toBe('2026-02-28')
    for (const text of ['2026-13-01', '28.02.2026', '2026-2-8', 'today', '2026-02-31'])
      expect(() => day('--from', text)).toThrow('--from takes a day written YYYY-MM-DD')
  })

  test('a word of the list is taken, another is refused with the list', () => {
    expect(word('--by', ['agent', 'team'], 'team')).toBe('team')
    expect(() => word('--by', ['agent', 'team'], 'site')).toThrow(
      '--by takes one of agent, team, not "site".',
    )
  })
})

test('a table sets numbers to the right and words to the left, and shows what is undefined', () => {
  const rows = [
    ['Ada', 7, null],
    ['Grace', 12, 0.5],
  ]
  expect(table(['agent', 'n', 'value'], rows)).toBe(
    ['agent   n  value', 'Ada     7      -', 'Grace  12    0.5'].join('\n'),
  )
})

test.each<[string, Record<string, string>, string[] | null]>([
  ['linux', { DISPLAY: ':0' }, ['xdg-open']],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
  ['linux', {}, null],
  ['linux', { DISPLAY: ':0', CI: 'true' }, null],
  ['linux', { DISPLAY: ':0', BROWSER: 'none' }, null],
  ['darwin', {}, ['open']],
  ['win32', {}, ['cmd', '/c', 'start', '']],
])('on %s with %j a link is opened by %j', (platform, env, opener) => {
  expect(openerOf(platform, env)).toEqual(opener)
})
