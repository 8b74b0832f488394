import { writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RowFacts } from '../../../engine/imports/facts.ts'
import { openFile } from '../../../engine/imports/readers/index.ts'
import { recogniseTable } from '../../../engine/imports/recognise/index.ts'
import { createPacker, unpackInto } from '../../../engine/imports/row-stream/packed-rows.ts'
import type { RowSetAside, RowSink } from '../../../engine/imports/row-stream/row-sink.ts'
import { streamRows, type ReadingThread } from '../../../engine/imports/row-stream/stream-rows.ts'
import { createCustomerHasher } from '../../../engine/imports/writing/customer-hash.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const customerKey = Buffer.alloc(32, 7)
const hash = createCustomerHasher(customerKey)

interface Collected {
  taken: { facts: RowFacts; rowNumber: number }[]
  aside: RowSetAside[]
  skipped: Record<string, number>
}

/** A sink that keeps everything, customers hashed as the writer would. */
function collector(): RowSink & Collected {
  const collected: Collected = { taken: [], aside: [], skipped: {} }
  return {
    ...collected,
    take({ contact, ...facts }, rowNumber) {
      const customerHash = contact?.customerHash ?? (contact?.customer ? hash(contact.customer) : null)
      collected.taken.push({
        facts: { ...facts, contact: contact && { ...contact, customer: null, customerHash } },
        rowNumber,
      })
    },
    setAside: (row) => void collected.aside.push(row),
    skip: (why, rows) => void (collected.skipped[why] = (collected.skipped[why] ?? 0) + rows),
  }
}

const url = new URL('../../../engine/imports/row-stream/read-rows.worker.ts', import.meta.url)
const inThread: ReadingThread = { fromBytes: 0, url }
const here: ReadingThread = { fromBytes: Infinity, url }

async function read(path: string, thread: ReadingThread, signal?: AbortSignal): Promise<Collected> {
  const opened = await openFile(path)
  if (opened.form !== 'table') throw new Error('no table')
  const table = opened.tables[0]!
  const { mapping } = recogniseTable({ ...table, fileName: path, sheetName: null }, { timeZone: 'UTC' })
  const sink = collector()
  const { size } = await stat(path)
  await streamRows(
    { path, bytes: size, tableIndex: 0, table, mapping, filePeriod: null, customerKey },
    sink,
    signal ? { signal } : {},
    thread,
  )
  const { taken, aside, skipped } = sink
  return { taken, aside, skipped }
}

function log(rows: number, more: (row: number) => string = () => ''): string {
  const header =
    'Contact ID,Start Time,Queue,Agent Name,Customer Number,Talk Time,Hold Time,Transferred,CSAT,Subject'
  const lines = Array.from({ length: rows }, (_, row) =>
    row % 97 === 5
      ? `c${row},2026-13-45 25:00,Billing,Ada Okafor,+44 20 7946 0${row},00:01:00,00:00:10,No,,`
      : `c${row},2026-03-0${1 + (row % 9)} 10:00,${row % 3 ? 'Billing' : 'Fraud'},${row % 2 ? 'Ada Okafor' : 'Ben Ito'},+44 20 7946 ${row % 50},00:0${row % 10}:00,,${row % 4 ? 'No' : 'Yes'},${row % 11 ? '' : 1 + (row % 5)},${row % 13 ? '' : 'about a bill'}${more(row)}`,
  )
  return [header, ...lines, 'Total,,,,,,,,,'].join('\n')
}

describe('rows read in a thread of their own', () => {
  test('are the same facts, rows set aside and rows left out, in the same order', async () => {
    const path = join(temporaryFolder(), 'log.csv')
    writeFileSync(
      path,
      log(30_000, (row) => (row % 500 === 7 ? ',one cell,too many' : '')),
    )
    const straight = await read(path, here)
    const there = await read(path, inThread)
    expect(straight.taken.length).toBeGreaterThan(25_000)
    expect(straight.aside.length).toBeGreaterThan(100)
    expect(there).toEqual(straight)
  })

  test('end when the import is cancelled, with its reason', async () => {
    const path = join(temporaryFolder(), 'log.csv')
    writeFileSync(path, log(200_000))
    const stop = new AbortController()
    const reading = read(path, inThread, stop.signal)
    setTimeout(() => stop.abort(new Error('enough')), 50)
    await expect(reading).rejects.toThrow('enough')
  })

  test('are read here where no thread can be started', async () => {
    const path = join(temporaryFolder(), 'log.csv')
    writeFileSync(path, log(50))
    const missing = new URL('no-such.worker.js', import.meta.url)
    expect(await read(path, { fromBytes: 0, url: missing })).toEqual(await read(path, here))
  })

  test('say that a file changed under them as reading here does', async () => {
    const path = join(temporaryFolder(), 'log.csv')
    writeFileSync(path, log(10))
    const opened = await openFile(path)
    if (opened.form !== 'table') throw new Error('no table')
    const table = opened.tables[0]!
    const { mapping } = recogniseTable({ ...table, fileName: path, sheetName: null }, { timeZone: 'UTC' })
    writeFileSync(path, 'Something,else\n1,2\n')
    const rows = { path, bytes: 0, tableIndex: 0, table, mapping, filePeriod: null, customerKey }
    for (const thread of [inThread, here])
      await expect(streamRows(rows, collector(), {}, thread)).rejects.toMatchObject({
        name: 'FileProblem',
        code: 'changed',
      })
  })
})

const text = fc.option(fc.oneof(fc.constantFrom('', 'Billing', 'Ada'), fc.string({ unit: 'grapheme' })))
const number = fc.option(fc.integer({ min: 0, max: 4e12 }))
const flag = fc.option(fc.boolean())
const anyFacts: fc.Arbitrary<RowFacts> = fc.record({
  agent: fc.option(
    fc.record(
      { externalId: text, name: text, email: text, team: text, site: text },
      { noNullPrototype: true },
    ),
  ),
  contact: fc.option(
    fc.record(
      {
        contactRef: text,
        legRef: text,
        startedAtMs: number,
        endedAtMs: number,
        queue: text,
        reason: text,
        channel: text,
        direction: fc.option(fc.constantFrom('inbound', 'outbound', 'internal')),
        customer: text,
        languageCode: text,
        consent: flag,
      },
      { noNullPrototype: true },
    ),
  ),
  interaction: fc.option(
    fc.record(
      {
        waitMs: number,
        talkMs: number,
        holdMs: number,
        acwMs: number,
        handleMs: number,
        isTransferred: flag,
        isAnswered: flag,
        isResolved: flag,
        disposition: text,
        subject: fc.option(fc.string(), { freq: 1 }),
        description: fc.constant(null),
      },
      { noNullPrototype: true },
    ),
  ),
  survey: fc.option(
    fc.constant({
      responseRef: 's1',
      respondedAtMs: 1,
      isTimed: true,
      csat: null,
      nps: 9,
      isResolved: null,
      comment: null,
      pertainsToAgent: null,
    }),
    { freq: 1 },
  ),
  evaluation: fc.constant(null),
  shift: fc.constant(null),
  summary: fc.constant(null),
  roster: fc.constant(null),
})

test('what is packed comes out as it went in, in its order', () => {
  fc.assert(
    fc.property(fc.array(anyFacts, { maxLength: 20 }), (rows) => {
      const packer = createPacker(rows.length, hash)
      const [straight, packed] = [collector(), collector()]
      for (const [index, facts] of rows.entries()) {
        straight.take(facts, index * 3 + 2)
        packer.take(facts, index * 3 + 2)
      }
      packer.setAside({
        rowNumber: 1,
        cells: ['x'],
        code: 'bad-date',
        column: null,
        message: 'm',
        isWholeText: false,
      })
      packer.skip('total', 2)
      unpackInto(packed, structuredClone(packer.packed()))
      expect(packed.taken).toEqual(straight.taken)
      expect(packed.aside).toHaveLength(1)
      expect(packed.skipped).toEqual({ total: 2 })
    }),
  )
})
