import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emptyMemory,
  placeWindow,
  rememberWindow,
  windowMemory,
  type DisplayArea,
} from '../../../electron/plain/window-place.ts'

const main: DisplayArea = { id: 1, workArea: { x: 0, y: 25, width: 1920, height: 1055 } }
const left: DisplayArea = { id: 2, workArea: { x: -1366, y: 0, width: 1366, height: 768 } }
const place = { x: -1200, y: 50, width: 1000, height: 650, isMaximised: true }

test('the first time it stands in the middle of the main display', () => {
  expect(placeWindow(emptyMemory, [main, left])).toEqual({
    x: 320,
    y: 153,
    width: 1280,
    height: 800,
    isMaximised: false,
  })
})

test('it comes back where it stood on the display it was last on, and each display has its own place', () => {
  const memory = rememberWindow(
    rememberWindow(emptyMemory, 1, { ...place, x: 10, isMaximised: false }),
    2,
    place,
  )
  expect(placeWindow(memory, [main, left])).toEqual(place)
  expect(placeWindow({ ...memory, last: '1' }, [main, left])).toMatchObject({ x: 10, isMaximised: false })
})

test('where that display is gone it stands on the main one', () => {
  const memory = rememberWindow(emptyMemory, 2, place)
  expect(placeWindow(memory, [main])).toMatchObject({ x: 320, width: 1280, isMaximised: false })
})

test('whatever was kept, it lies on a display that is there, and is no smaller than it may be where that fits', () => {
  const number = fc.integer({ min: -50_000, max: 50_000 })
  const kept = fc.record({ x: number, y: number, width: number, height: number, isMaximised: fc.boolean() })
  fc.assert(
    fc.property(kept, fc.constantFrom(1, 2), (was, id) => {
      const { workArea } = id === 1 ? main : left
      const { x, y, width, height } = placeWindow(rememberWindow(emptyMemory, id, was), [main, left])
      return (
        x >= workArea.x &&
        y >= workArea.y &&
        x + width <= workArea.x + workArea.width &&
        y + height <= workArea.y + workArea.height &&
        width >= 960 &&
        height >= 600
      )
    }),
  )
})

test('no more displays are remembered than a person has, and what is no memory is none', () => {
  let memory = emptyMemory
  for (let id = 0; id < 40; id++) memory = rememberWindow(memory, id, place)
  expect(Object.keys(memory.places)).toHaveLength(12)
  expect(memory.last).toBe('39')
  expect(windowMemory.safeParse({ last: 1, places: [] }).success).toBe(false)
})
