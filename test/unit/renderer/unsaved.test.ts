import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import { createUnsaved } from '../../../renderer/app/unsaved.ts'

type State = Record<string, number>

/** A workspace that can be full or gone, and what its page was told. */
function desk() {
  const workspace = { saved: {} as State, fails: null as unknown, calls: [] as string[] }
  const told: string[] = []
  const unsaved = createUnsaved<State>({
    onSaved: (saved, onto) => {
      workspace.saved = saved ?? onto(workspace.saved)
    },
    onRefused: (place) => told.push(`refused ${place}`),
    onKept: () => told.push('kept'),
    onCaughtUp: () => told.push('caught up'),
  })
  const set = (place: string, value: number) =>
    unsaved.add({
      place,
      onto: (state) => ({ ...state, [place]: value }),
      async save() {
        workspace.calls.push(`${place}=${value}`)
        await Promise.resolve()
        if (workspace.fails !== null) throw workspace.fails
        return { ...workspace.saved, [place]: value }
      },
    })
  return { unsaved, workspace, told, set, shown: () => unsaved.over(workspace.saved) }
}

const full = new ORPCError('DISK_FULL', { status: 507 })

it('shows a change at once and saves it', async () => {
  const { unsaved, workspace, told, set, shown } = desk()
  set('a', 1)
  expect(shown()).toEqual({ a: 1 })
  await unsaved.flush()
  unsaved.settle(workspace.saved)
  expect({ saved: workspace.saved, shown: shown(), told, left: unsaved.hasLeft() }).toEqual({
    saved: { a: 1 },
    shown: { a: 1 },
    told: [],
    left: false,
  })
})

it('keeps what does not fit on the disk, says so once, and saves the newest of each place when there is space', async () => {
  const { unsaved, workspace, told, set, shown } = desk()
  workspace.fails = full
  for (const value of [1, 2, 3]) {
    set('a', value)
    await unsaved.flush().catch(() => {})
  }
  set('b', 9)
  await expect(unsaved.flush()).rejects.toBe(full)
  expect({ told, shown: shown(), saved: workspace.saved }).toEqual({
    told: ['kept'],
    shown: { a: 3, b: 9 },
    saved: {},
  })
  workspace.fails = null
  workspace.calls = []
  await unsaved.flush()
  expect({ told, saved: workspace.saved, calls: workspace.calls }).toEqual({
    told: ['kept', 'caught up'],
    saved: { a: 3, b: 9 },
    calls: ['a=3', 'b=9'],
  })
})

it('keeps what an engine that is gone does not answer to', async () => {
  const { unsaved, workspace, shown, set } = desk()
  workspace.fails = new TypeError('Failed to fetch')
  set('a', 1)
  await expect(unsaved.flush()).rejects.toThrow('Failed to fetch')
  expect(shown()).toEqual({ a: 1 })
})

it('takes back what is refused, and goes on with the rest', async () => {
  const { unsaved, workspace, told, set, shown } = desk()
  workspace.fails = new ORPCError('INVALID_INPUT', { status: 422 })
  set('a', 1)
  await unsaved.flush()
  workspace.fails = null
  set('b', 2)
  await unsaved.flush()
  expect({ told, shown: shown() }).toEqual({ told: ['refused a'], shown: { b: 2 } })
})

it('what is changed while it is on its way is saved again, and never shown as it was', async () => {
  const { unsaved, workspace, set, shown } = desk()
  set('a', 1)
  await Promise.resolve()
  set('a', 2)
  unsaved.settle(workspace.saved)
  expect(shown()).toEqual({ a: 2 })
  await unsaved.flush()
  expect({ saved: workspace.saved, calls: workspace.calls }).toEqual({
    saved: { a: 2 },
    calls: ['a=1', 'a=2'],
  })
})
