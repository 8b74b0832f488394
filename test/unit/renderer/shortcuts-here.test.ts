import { expect, test } from 'vitest'
import { groupsHere, shortcuts } from '../../../renderer/app/shortcuts.ts'

test('the shortcuts of the page at hand come first, and none is lost or named twice', () => {
  const all = [...new Set(shortcuts.map(({ group }) => group))]
  expect(groupsHere('/coaching')).toEqual(all)
  const atDesk = groupsHere('/quality/reviews/12')
  expect(atDesk.slice(0, 2)).toEqual(['Scoring', 'Listening'])
  expect([...atDesk].sort()).toEqual([...all].sort())
  for (const page of ['/quality/disputes/3', '/quality/calibration/1', '/conversations/7'])
    expect(groupsHere(page)[0]).not.toBe(all[0])
})
