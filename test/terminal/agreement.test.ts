import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { debrief, runHere } from '../support/terminal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { krippendorff, shroutFleiss } from '../unit/statistics/published-ratings.ts'
import type { Answer } from '../../engine/statistics/index.ts'

/** A file of ratings and the folder it is in. */
function ratingsFile(text: string): string {
  const standsIn = temporaryFolder()
  writeFileSync(join(standsIn, 'ratings.csv'), text)
  return standsIn
}

function asFile(rows: Answer[][]): string {
  const lines = rows.flatMap((row, item) =>
    row.flatMap((answer, rater) => (answer === null ? [] : [`item ${item},rater ${rater},${answer}`])),
  )
  return ['item,rater,value', ...lines, ''].join('\n')
}

async function agreement(text: string, ...options: string[]) {
  const { exitCode, stdout, stderr } = await runHere(
    ['agreement', 'ratings.csv', '--json', '--resamples', '200', ...options],
    ratingsFile(text),
  )
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout)
}

async function refusal(text: string, ...options: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runHere(
    ['agreement', 'ratings.csv', ...options],
    ratingsFile(text),
  )
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  return stderr.trimEnd()
}

test('prints every coefficient of a file, with its interval or the reason why not', async () => {
  const { exitCode, stdout, stderr } = await debrief(
    ['agreement', 'ratings.csv', '--scale', 'interval', '--json'],
    { standsIn: ratingsFile(asFile(shroutFleiss)) },
  )
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const found = JSON.parse(stdout)
  const valued = { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) }
  const forTwo = { value: null, reason: 'It is for two raters, and there are 4.' }
  expect(found).toEqual({
    n: 24,
    raters: 4,
    items: 6,
    percentAgreement: valued,
    cohenKappa: forTwo,
    weightedKappa: forTwo,
    fleissKappa: valued,
    ac1: valued,
    ac2: valued,
    alpha: valued,
    icc1: valued,
    icc2: { value: expect.closeTo(0.29, 2), low: expect.closeTo(0.019, 3), high: expect.closeTo(0.761, 3) },
    icc3: valued,
    icc1k: valued,
    icc2k: valued,
    icc3k: { value: expect.closeTo(0.91, 2), low: expect.closeTo(0.676, 3), high: expect.closeTo(0.986, 3) },
  })
})

test.each([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
  ['ratio', 0.797],
])('on a %s scale alpha is that of Krippendorff, gaps included', async (scale, alpha) => {
  expect(await agreement(asFile(krippendorff), '--scale', scale)).toMatchObject({
    n: 41,
    items: 12,
    raters: 4,
    alpha: { value: expect.closeTo(alpha, 3) },
  })
})

test('columns stand in any order and case, with semicolons, quotes, a byte order mark and gaps', async () => {
  const text = [
    '\uFEFFValue;Notes;RATER ;Item',
    'yes;;"Ada; ""A"" Byron";c1',
    'yes;late;Ben;c1',
    'no;;"Ada; ""A"" Byron";c2',
    ';no time;Ben;c2',
    ';;;',
    'no;;Ben;c3',
    'no;;"Ada; ""A"" Byron";c3',
    'no;said twice;"Ada; ""A"" Byron";c3',
    '',
  ].join('\r\n')
  expect(await agreement(text, '--scale', 'nominal')).toMatchObject({
    n: 5,
    raters: 2,
    items: 3,
    percentAgreement: { value: 1 },
    cohenKappa: { value: 1, high: 1 },
    weightedKappa: { value: null, reason: 'It needs an order of the answers, and a nominal scale has none.' },
  })
})

test('words are ordered by --order, numbers by size, also with a decimal comma', async () => {
  const words = asFile([
    ['poor', 'fair'],
    ['good', 'good'],
    ['fair', 'fair'],
    ['poor', 'poor'],
    ['good', 'fair'],
  ])
  const numbers = asFile([
    [1, 2],
    [10, 10],
    [2, 2],
    [1, 1],
    [10, 2],
  ])
  const ofWords = await agreement(words, '--scale', 'ordinal', '--order', 'poor, fair, good')
  expect(ofWords.weightedKappa.value).toBeCloseTo(2 / 3, 10)
  expect((await agreement(numbers, '--scale', 'ordinal')).weightedKappa).toEqual(ofWords.weightedKappa)
  expect(await agreement(words, '--scale', 'ordinal')).toMatchObject({
    cohenKappa: { value: expect.any(Number) },
    alpha: { value: null, reason: expect.stringContaining('whose order is not known') },
  })
  const comma = 'item;rater;value\na;x;1,5\na;y;1,5\nb;x;3\nb;y;2,5\n'
  const point = 'item,rater,value\na,x,1.5\na,y,1.5\nb,x,3\nb,y,2.5\n'
  expect(await agreement(comma, '--scale', 'ratio')).toEqual(await agreement(point, '--scale', 'ratio'))
})

test('--weights changes the weighted ones, --seed the bootstrap, and nothing else', async () => {
  const rows = asFile(krippendorff.map((row) => row.slice(1, 3)))
  const usual = await agreement(rows, '--scale', 'ordinal')
  const linear = await agreement(rows, '--scale', 'ordinal', '--weights', 'linear')
  expect(linear.weightedKappa.value).not.toBeCloseTo(usual.weightedKappa.value, 3)
  expect({ ...linear, weightedKappa: 0, ac2: 0 }).toEqual({ ...usual, weightedKappa: 0, ac2: 0 })
  const seeded = await agreement(rows, '--scale', 'ordinal', '--seed', '7')
  expect(seeded.alpha).toMatchObject({ value: usual.alpha.value })
  expect(seeded).toEqual(await agreement(rows, '--scale', 'ordinal', '--seed', '7'))
  expect(seeded).not.toEqual(usual)
})

test('without --json it is a table that says its reasons once', async () => {
  const standsIn = ratingsFile(asFile(krippendorff))
  const { stdout } = await runHere(['agreement', 'ratings.csv', '--scale', 'nominal'], standsIn)
  expect(stdout).toContain('41 ratings of 12 items by 4 raters, nominal scale\n')
  expect(stdout).toMatch(/\nKrippendorff's alpha {3}0\.743 {2}0\.\d{3} to 0\.9\d{2}\n/)
  expect(stdout).toContain("\nCohen's kappa, Weighted kappa: It is for two raters, and there are 4.\n")
})

describe('what cannot be read is refused with one sentence', () => {
  const heading = 'item,rater,value\n'
  test.each([
    ['', 'nominal', 'ratings.csv is empty; export it again.'],
    [heading, 'nominal', 'ratings.csv has no ratings.'],
    [`${heading}a,x,\na,y,\n`, 'nominal', 'There are no ratings in it: every value is empty.'],
    [
      'item,who,value\na,x,1\n',
      'nominal',
      'ratings.csv has no column "rater": it needs item, rater and value.',
    ],
    ['call,who,score\na,x,1\n', 'nominal', 'ratings.csv has no columns item, rater and value.'],
    ['{"a": 1}', 'nominal', 'ratings.csv has no columns item, rater and value.'],
    [
      `${heading}a,x,yes\nb,x,yes\na,x,no\n`,
      'nominal',
      '"x" rated "a" twice, with "yes" in row 2 and "no" in row 4; keep one of them.',
    ],
    [
      `${heading}a,x,1\na,y,good\n`,
      'interval',
      '"good" in row 3 is no number, and an interval scale needs numbers; leave the value empty where there is none.',
    ],
    [
      `${heading}a,x,1\na,y,n/a\n`,
      'ordinal',
      '"n/a" in row 3 is no number, and other values are; leave the value empty where there is none.',
    ],
    [
      `${heading}a,x,1\na,y,-2\n`,
      'ratio',
      '"-2" in row 3 is under zero, where a ratio scale begins; an interval scale may go below.',
    ],
    [`${heading}a,x,yes\n,y,no\n`, 'nominal', 'Row 3 of ratings.csv does not say which item it is about.'],
    [`${heading}a,x,yes\na,,no\n`, 'nominal', 'Row 3 of ratings.csv does not say which rater it is about.'],
    [`${heading}a,x,3,5\na,y,3\n`, 'interval', 'Row 2 has 4 cells for 3 columns; correct that row.'],
    [`${heading}a,x,"1\na,y,2\n`, 'interval', 'Row 2 opens a quote that is never closed; close it.'],
    [
      `${heading}a,x,NaN\na,y,2\n`,
      'ratio',
      '"NaN" in row 2 is no number, and a ratio scale needs numbers; leave the value empty where there is none.',
    ],
    ...['1e308', '-1e308', '1e309', '1e-320'].map((value) => [
      `${heading}a,x,3\na,y,${value}\n`,
      'interval',
      `"${value}" in row 3 is too large or too small a number for a rating; correct it.`,
    ]),
  ])('%j on a %s scale', async (text, scale, sentence) => {
    expect(await refusal(text, '--scale', scale)).toBe(sentence)
  })

  test('an answer that --order does not name', async () => {
    expect(await refusal(`${heading}a,x,great\n`, '--scale', 'ordinal', '--order', 'poor,good')).toBe(
      '"great" in row 2 is not among the answers given: poor, good.',
    )
  })

  test('a file that is not there, and a folder', async () => {
    const standsIn = temporaryFolder()
    expect(await runHere(['agreement', 'gone.csv', '--scale', 'nominal'], standsIn)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `There is no ${join(standsIn, 'gone.csv')}.\n`,
    })
    const { exitCode, stderr } = await runHere(['agreement', '.', '--scale', 'nominal'], standsIn)
    expect({ exitCode, isOneLine: /^[^\n]+ is a folder; choose the files in it\.\n$/.test(stderr) }).toEqual({
      exitCode: 1,
      isOneLine: true,
    })
  })
})

test.each([
  [[], 'agreement needs --scale: one of nominal, ordinal, interval, ratio.'],
  [['--scale', 'cardinal'], '--scale takes one of nominal, ordinal, interval, ratio, not "cardinal".'],
  [['--scale', 'ordinal', '--weights', 'cubic'], '--weights takes one of quadratic, linear, not "cubic".'],
  [['--scale', 'ordinal', '--seed', 'x'], '--seed takes a whole number from 0 to 4294967295, not "x".'],
  [
    ['--scale', 'ordinal', '--resamples', '5'],
    '--resamples takes a whole number from 100 to 100000, not "5".',
  ],
  [['--scale', 'ratio', '--order', 'a,b'], '--order is for words; on a ratio scale the values are numbers.'],
  [
    ['--scale', 'ordinal', '--order', 'a,a'],
    '--order takes two different answers or more with commas between them, not "a,a".',
  ],
])('called wrongly: %j', async (options, sentence) => {
  const ended = await runHere(['agreement', 'ratings.csv', ...options], temporaryFolder())
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
  expect(ended.stderr.split('\n')[0]).toBe(sentence)
})
