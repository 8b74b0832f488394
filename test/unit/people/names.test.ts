import { describe, expect, test } from 'vitest'
import { doNamesContradict, isLoginOf, isSameName, isShortForm } from '../../../engine/people/names.ts'

describe('two names', () => {
  test.each([
    ['Ada Okafor', 'Okafor, Ada'],
    ['ADA OKAFOR', 'Ada  Okafor'],
    ['José Núñez', 'Jose Nunez'],
    ['Dr. Ada Okafor', 'Ada Okafor'],
    ["Mary O'Neil", "O'Neil, Mary"],
  ])('%s and %s are the same', (a, b) => expect(isSameName(a, b)).toBe(true))

  test.each([
    ['Ada', 'Ada'],
    ['Ada Okafor', 'Ada Okafor Jones'],
    ['Ada Okafor', 'Adah Okafor'],
  ])('%s and %s are not certainly the same', (a, b) => expect(isSameName(a, b)).toBe(false))

  test.each([
    ['A. Okafor', 'Ada Okafor'],
    ['Ada', 'Ada Okafor'],
    ['Ada N. Okafor', 'Ada Okafor'],
    ['Ada Okafor', 'Ada Ngozi Okafor'],
  ])('%s may be short for %s', (a, b) => {
    expect(isShortForm(a, b)).toBe(true)
    expect(isShortForm(b, a)).toBe(true)
  })

  test.each([
    ['B. Okafor', 'Ada Okafor'],
    ['A. O.', 'Ada Okafor'],
    ['Ben', 'Ada Okafor'],
  ])('%s is not short for %s', (a, b) => expect(isShortForm(a, b)).toBe(false))

  test.each([
    ['Ada Okafor', 'Ben Marsh', true],
    ['Ada Okafor', 'Ada Jones', false],
    ['Ada Okafor', 'A. Okafor', false],
    ['Ada', 'Ben Marsh', false],
    ['Ada Okafor', 'aokafor', false],
  ])('%s against %s: contradiction %s', (a, b, doThey) => {
    expect(doNamesContradict(a, b)).toBe(doThey)
    expect(doNamesContradict(b, a)).toBe(doThey)
  })
})

describe('a login', () => {
  test.each([
    'aokafor',
    'ada.okafor',
    'okafora',
    'ada_o',
    'aokafor2',
    'ADA.OKAFOR@example.org',
    'okafor.ada',
  ])('%s may be made from Ada Okafor', (login) => expect(isLoginOf(login, 'Ada Okafor')).toBe(true))
  test.each(['bokafor', 'ao', 'agent17', 'ada', ''])('%s is not made from Ada Okafor', (login) =>
    expect(isLoginOf(login, 'Ada Okafor')).toBe(false),
  )
})
