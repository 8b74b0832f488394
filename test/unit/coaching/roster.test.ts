import { expect, test } from 'vitest'
import { hidingOf } from '../../../engine/coaching/gathering/roster.ts'
import { windowEnding } from '../../../engine/coaching/window.ts'

const window = windowEnding(20_500, 28)
const person = (status: string | null) => ({
  id: 1,
  name: 'Ada Byron',
  email: null,
  identityIds: [1],
  role: null,
  status,
  hiredDay: null,
  leftDay: null,
  leaveFromDay: null,
  leaveToDay: null,
})

test('a status hides who left or is away, and nobody whose status only sounds like it', () => {
  const why = (status: string | null) => hidingOf(person(status), true, window)
  expect(['Terminated', 'Left', 'Leaver', 'Former employee', 'Resigned', 'INACTIVE'].map(why)).toEqual(
    Array.from({ length: 6 }, () => 'has left'),
  )
  expect(['Leave of absence', 'On leave', 'Parental leave', 'LOA'].map(why)).toEqual(
    Array.from({ length: 4 }, () => 'is on leave'),
  )
  expect([null, 'Active', 'Top performer', 'Transformer team', 'Cleaved'].map(why)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
