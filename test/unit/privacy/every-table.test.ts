import { expect, onTestFinished, test } from 'vitest'
import { countHeld, reachOf } from '../../../engine/privacy/about/index.ts'
import { aboutTables } from '../../../engine/privacy/about/index.ts'
import type { ReadableDatabase } from '../../../engine/store/index.ts'
import { openWorkspace } from '../../support/workspace.ts'

function schemaOf({ raw }: ReadableDatabase): Record<string, string> {
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
    name: string
  }[]
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      (raw.prepare(`SELECT name FROM pragma_table_xinfo('${name}')`).all() as { name: string }[])
        .map((column) => column.name)
        .toSorted()
        .join(' '),
    ]),
  )
}

const known = () =>
  Object.fromEntries(
    Object.entries(aboutTables).map(([name, { columns }]) => [name, columns.split(' ').toSorted().join(' ')]),
  )

async function opened() {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  return own.engine.context
}

test('every table and every column of the schema is known, so that somebody says what it may hold about whom', async () => {
  const { read } = await opened()
  expect(known()).toEqual(schemaOf(read))
})

test('a table and a column that nobody spoke of are seen', async () => {
  const { read, write } = await opened()
  write!.raw.exec('CREATE TABLE unheard_of (id INTEGER); ALTER TABLE surveys ADD COLUMN phone TEXT')
  const schema = schemaOf(read)
  expect(Object.keys(schema).filter((name) => known()[name] !== schema[name])).toEqual([
    'surveys',
    'unheard_of',
  ])
})

test('a table says how its rows are reached, or why there are none, or why that cannot be told', () => {
  const silent = Object.entries(aboutTables).filter(
    ([, { agent, customer, why, beyond }]) =>
      [agent ?? customer, why, beyond].filter((one) => one !== null && one !== undefined).length !== 1,
  )
  expect(silent.map(([name]) => name)).toEqual([])
})

test('every condition runs on the schema, and finds nothing in an empty workspace', async () => {
  const { read } = await opened()
  const agent = reachOf(read, { is: 'agent', personId: 1 })
  const customer = reachOf(read, { is: 'customer', customerHash: 17, contactRef: 'C-1' })
  expect(countHeld(read, 'agent', agent)).toEqual([])
  expect(countHeld(read, 'customer', customer)).toEqual([])
})
