import { afterAll, beforeAll, expect, test } from 'vitest'
import { directorFacts } from '../../../engine/reports/facts.ts'
import { directorReport } from '../../../engine/reports/director-report.ts'
import { rankedWindow } from '../../../engine/ranked-window.ts'
import type { Block } from '../../../engine/documents/index.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const DAY_MS = 86_400_000
/** A Monday; twenty weeks of contacts follow. */
const START = Date.UTC(2025, 10, 10)
const HELD = START + 63 * DAY_MS
const LAST = START + 139 * DAY_MS
/** Ten people of East and ten of West. West holds long as a whole; the first of East is slow until coached. */
const PEOPLE = Array.from({ length: 20 }, (_, at) => `Agent ${String(at).padStart(2, '0')}`)
const COACHED = PEOPLE[0]!

let own: TestWorkspace

beforeAll(async () => {
  own = await openWorkspace()
  const rows = PEOPLE.flatMap((name, person) =>
    Array.from({ length: 140 }, (_, day) => {
      const at = START + day * DAY_MS
      const noise = ((person * 7 + day * 13) % 11) - 5
      const isSlow = name === COACHED && at <= HELD
      return Array.from({ length: 3 }, (__, call) => ({
        contact_id: `C-${person}-${day}-${call}`,
        agent_name: name,
        agent_id: `a${person}`,
        team: person < 10 ? 'East' : 'West',
        queue: 'Billing',
        started_at: new Date(at + (9 + call) * 3_600_000).toISOString(),
        talk_seconds: 200 + noise,
        hold_seconds: (person < 10 ? 20 : 90) + noise + call,
        acw_seconds: (isSlow ? 120 : 40) + noise + call * 2,
        transferred: 'false',
      }))
    }).flat(),
  )
  await own.take('calls.csv', csv(rows))
  await hold(COACHED, HELD)
  // too lately for a verdict
  await hold(PEOPLE[3]!, LAST - 20 * DAY_MS)
  own.clock.now = LAST + DAY_MS
}, 120_000)
afterAll(() => own.close())

async function hold(name: string, at: number): Promise<void> {
  const agent = (await own.client.people.list({})).find((one) => one.name === name)!
  own.clock.now = at + 10 * 3_600_000
  const to = new Date(at - DAY_MS).toISOString().slice(0, 10)
  const { id } = await own.client.sessions.prepare({
    agentIds: [agent.id],
    driverId: 'acw_time',
    to,
  })
  await own.client.sessions.start({ id })
  await own.client.sessions.finish({ id })
}

function report(to?: string) {
  const now = rankedWindow(own.engine.context, { to })
  const facts = directorFacts(own.engine.context, { now, weekBefore: now })
  return directorReport(facts, 'A4', [])
}

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'section' ? [block, ...flat(block.blocks)] : [block]))

function tableOf(caption: RegExp, to?: string) {
  return flat(report(to).blocks).find(
    (block): block is Extract<Block, { kind: 'table' }> =>
      block.kind === 'table' && caption.test(block.caption ?? ''),
  )
}

test('the heat map of teams says the numbers of the Patterns page, and flags what it flags', async () => {
  const overview = await own.client.patterns.overview({})
  const figure = flat(report().blocks).find((block) => block.kind === 'figure')
  const svg = figure?.kind === 'figure' ? figure.drawing.svg : ''
  const shown = [...svg.matchAll(/<text[^>]*font-size="7"[^>]*text-anchor="middle"[^>]*>([^<]*)</g)].map(
    ([, text]) => text!,
  )
  const expected = overview.cells
    .filter(({ group }) => group.kind === 'team')
    .map(({ driverId, mean }) => {
      const driver = overview.drivers.find(({ id }) => id === driverId)!
      return formatValue(mean.value, driver).replace(' / ', '/')
    })
  expect(expected.length).toBeGreaterThanOrEqual(4)
  expect(shown.toSorted()).toEqual(expected.toSorted())

  const flagged = overview.cells.filter(({ compared }) => compared?.isFlagged)
  expect(flagged.map(({ driverId, group }) => `${driverId} ${group.label}`)).toEqual(['hold_time West'])
  const [cell] = flagged
  const hold = overview.drivers.find(({ id }) => id === 'hold_time')!
  expect(tableOf(/Worse than the rest/)!.rows.map((row) => row.slice(0, 5))).toEqual([
    [
      'West',
      hold.label,
      `${formatValue(cell!.mean.value, hold)} (10)`,
      `${formatValue(cell!.compared!.groupMean, hold)} (10)`,
      `${formatValue(cell!.compared!.rest, hold)} (10)`,
    ],
  ])
})

test('what coaching came to is what the board says: verdict, n, and what works here', async () => {
  const { sessions } = await own.client.sessions.board({})
  const effects = await own.client.sessions.effects({ ids: sessions.map(({ id }) => id) })
  expect(effects.map(({ effect }) => effect.state).toSorted()).toEqual(['improved', 'progress'])
  const { effect } = effects.find((one) => one.effect.state === 'improved')!
  const [row, ...others] = tableOf(/Verdicts/)!.rows
  expect(others).toEqual([])
  const [name, driver, held, verdict, change, n, beside] = row!
  expect([name, driver, held, verdict, n, beside]).toEqual([
    COACHED,
    effect.driver.label,
    '12 Jan',
    'Improved',
    effect.after!.n.toLocaleString('en-GB'),
    String(effect.controls.n),
  ])
  const seconds = (value: number) => `+${formatValue(value, effect.driver)}`
  expect(change).toBe(
    `${seconds(effect.effect!.value)} (${seconds(effect.effect!.low)} to ${seconds(effect.effect!.high)})`,
  )
  const { byDriver } = await own.client.sessions.programme({})
  expect(tableOf(/What works here/)!.rows).toEqual(
    byDriver.map(({ group, sessions: coached, judged, verdicts }) => [
      group,
      ...[coached, judged, verdicts.improved, verdicts.noChangeSeen, verdicts.worse, verdicts.tooEarly].map(
        String,
      ),
      'too few to say',
    ]),
  )
})

test('a report that ends before the second session does not know of it, and before the first of none', () => {
  const held = (to: string) =>
    flat(report(to).blocks)
      .flatMap((block) => (block.kind === 'paragraph' && typeof block.text === 'string' ? [block.text] : []))
      .find((text) => /held up to the end/.test(text))
  expect(held('2026-03-28')).toMatch(/^2 sessions were held/)
  expect(held('2026-02-01')).toMatch(/^1 session was held up to the end of this period, 1 of them in it/)
  expect(held('2026-01-05')).toBe('No session was held up to the end of this period.')
})
