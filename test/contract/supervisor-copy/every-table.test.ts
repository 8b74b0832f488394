import { expect, onTestFinished, test } from 'vitest'
import {
  stayingBehind,
  travelling,
  travellingFromBehind,
} from '../../../engine/supervisor-copy/travelling.store.ts'
import { openWorkspace } from '../../support/workspace.ts'

test('of every table it is said whether it goes into a supervisor’s copy, and of one that does not, why', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const tables = own.engine.context.read.raw
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[]
  const going = [...travelling, ...travellingFromBehind].map(({ name }) => name)
  const said = [...going, ...Object.keys(stayingBehind)]
  expect(said.toSorted()).toEqual([...new Set(said)].toSorted())
  expect(said.toSorted()).toEqual(tables.toSorted())
})
