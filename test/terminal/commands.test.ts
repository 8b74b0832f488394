import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { debrief, runHere } from '../support/terminal.ts'
import { contactLens } from '../support/workspace.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const calls = [
  'contact_id,agent_name,agent_id,queue,started_at,talk_seconds',
  'C-1,Ada Byron,a1,Billing,2026-03-02T09:00:00Z,120',
  'C-2,Grace Hopper,g1,Sales,2026-03-03T09:30:00Z,180',
  '',
].join('\n')

describe('wrong usage ends with 2, one sentence and the usage line', () => {
  test.each([
    [['undo'], 'undo needs more arguments.'],
    [['undo', 'x'], 'undo takes a whole number of at least 1, not "x".'],
    [['summary', 'extra'], 'summary takes fewer arguments.'],
    [['rank', '--days', '0'], '--days takes a whole number from 1 to 730, not "0".'],
    [['rank', '--days', '731'], '--days takes a whole number from 1 to 730, not "731".'],
    [
      ['metrics', '--metric', 'aht', '--days', '7', '--from', '2026-03-01'],
      'metrics takes either --days or --from and --to.',
    ],
    [['metrics'], 'metrics needs --metric ID, or --list to see which there are.'],
    [
      ['metrics', '--metric', 'aht', '--from', '1.3.2026'],
      '--from takes a day written YYYY-MM-DD, not "1.3.2026".',
    ],
    [['import', '--kind', 'calls', 'a.csv'], '--kind takes one of '],
    [['import', 'a.csv', '--bogus'], "Unknown option '--bogus'."],
    [['import'], 'import needs more arguments.'],
    [['serve', '--port', '99999'], '--port takes a number up to 65535.'],
    [['search'], 'search needs more arguments.'],
    [['search', 'refund', '--speaker', 'bot'], '--speaker takes one of agent, customer, not "bot".'],
    [['dance'], 'There is no command "dance".'],
    [[], 'Say what to do.'],
  ])('%j', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await runHere(args, temporaryFolder())
    const [first, usage] = stderr.split('\n')
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(first).toContain(sentence)
    expect(usage).toMatch(/^Usage: debrief /)
  })
})

test('help is an answer, not an error', async () => {
  const { exitCode, stdout, stderr } = await runHere(['--help'], temporaryFolder())
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toContain('Usage: debrief COMMAND')
})

test('help of a command needs none of its arguments', async () => {
  const { exitCode, stdout, stderr } = await runHere(['score', '--help'], temporaryFolder())
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toContain('Usage: debrief score FORM')
})

test('reading a workspace that is not there fails with one sentence and makes nothing', async () => {
  const standsIn = temporaryFolder()
  const ended = await runHere(['summary', '--json', '--workspace', 'nowhere'], standsIn)
  expect(ended).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `There is no workspace in ${join(standsIn, 'nowhere')}: make one with "debrief init", or import a file.\n`,
  })
})

test('sentiment answers each line of standard input in order, empty ones included', async () => {
  const input = 'VADER is smart, handsome, and funny.\n\nThe book was kind of good.\n'
  const { exitCode, stdout, stderr } = await debrief(['sentiment', '--json'], {
    standsIn: temporaryFolder(),
    input,
  })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(JSON.parse(stdout)).toEqual([
    { compound: 0.8316, positive: 0.746, neutral: 0.254, negative: 0 },
    { compound: 0, positive: 0, neutral: 0, negative: 0 },
    { compound: 0.3832, positive: 0.343, neutral: 0.657, negative: 0 },
  ])
})

test('sentiment of a file is found where the person stands; a missing one is one sentence', async () => {
  const standsIn = temporaryFolder()
  writeFileSync(join(standsIn, 'lines.txt'), 'Great!\n')
  const { stdout } = await debrief(['sentiment', 'lines.txt', '--json'], { standsIn })
  expect(JSON.parse(stdout)).toHaveLength(1)
  const missing = await debrief(['sentiment', 'gone.txt', '--json'], { standsIn })
  expect(missing).toMatchObject({ exitCode: 1, stderr: `There is no ${join(standsIn, 'gone.txt')}.\n` })
})

test('from a file to figures, with nothing but JSON on standard output', async () => {
  const standsIn = temporaryFolder()
  mkdirSync(join(standsIn, 'exports'))
  writeFileSync(join(standsIn, 'exports', 'calls.csv'), calls)
  const run = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await debrief([...args, '--workspace', 'mine', '--json'], {
      standsIn,
    })
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    return JSON.parse(stdout)
  }
  expect(await run('init')).toEqual({ workspace: join(standsIn, 'mine'), isSample: false, warnings: [] })
  expect(statSync(join(standsIn, 'mine')).mode & 0o777).toBe(0o700)
  const [report] = await run('import', 'exports/calls.csv', '--source', 'ACD', '--time-zone', 'UTC')
  expect(report).toMatchObject({
    file: expect.stringContaining('calls.csv'),
    kind: 'interactions',
    source: 'ACD',
    confidence: expect.any(Number),
    rows: { read: 2, added: 2, updated: 0, unchanged: 0, quarantined: 0 },
    importId: expect.any(Number),
    error: null,
  })
  expect(await run('summary')).toMatchObject({
    agents: 2,
    interactions: 2,
    from: '2026-03-02',
    to: '2026-03-03',
  })
  expect(await run('metrics', '--metric', 'talk_time')).toMatchObject({
    metric: { id: 'talk_time', role: 'context' },
    rows: [{ key: 'all', n: 2, value: 150 }],
  })
  expect(await run('metrics', '--metric', 'talk_time', '--by', 'queue')).toMatchObject({
    rows: [
      { key: 'Billing', n: 1, value: 120 },
      { key: 'Sales', n: 1, value: 180 },
    ],
  })
  expect(await run('metrics', '--list')).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 'csat_mean' })]),
  )
  expect(await run('rank')).toMatchObject({ window: { to: '2026-03-03' }, outcome: 'csat_mean' })
  expect(await run('evaluations')).toEqual([])
  expect(await run('quarantine')).toEqual({ total: 0, rows: [] })
  expect(await run('check')).toEqual({ ok: true, problems: [], notes: [] })
  expect(await run('backup', 'copy.sqlite')).toEqual({
    file: join(standsIn, 'copy.sqlite'),
    bytes: statSync(join(standsIn, 'copy.sqlite')).size,
  })
  expect(await run('undo', String(report.importId))).toMatchObject({
    id: report.importId,
    undoneAt: expect.any(Number),
  })
  expect(await run('summary')).toMatchObject({ interactions: 0 })
}, 120_000)

test('sentiment of a folder is one sentence', async () => {
  const ended = await debrief(['sentiment', '.'], { standsIn: temporaryFolder() })
  expect(ended).toEqual({ exitCode: 1, stdout: '', stderr: 'A folder was named where a file is needed.\n' })
})

test('the mapping a report prints is a mapping file for the next import', async () => {
  const standsIn = temporaryFolder()
  writeFileSync(join(standsIn, 'calls.csv'), calls)
  const importCalls = async (...args: string[]) => {
    const ended = await debrief(['import', 'calls.csv', '--json', ...args], { standsIn })
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    return JSON.parse(ended.stdout)[0]
  }
  const { mapping } = await importCalls('--workspace', 'first')
  writeFileSync(join(standsIn, 'mapping.json'), JSON.stringify(mapping))
  const again = await importCalls('--workspace', 'second', '--mapping', 'mapping.json')
  expect(again).toMatchObject({ mapping, confidence: 1, rows: { added: 2 } })
}, 60_000)

test('an import of what is not there prints its report all the same and ends with 1', async () => {
  const standsIn = temporaryFolder()
  writeFileSync(join(standsIn, 'calls.csv'), calls)
  const { exitCode, stdout } = await debrief(['import', 'gone.csv', 'calls.csv', '--json'], { standsIn })
  expect(exitCode).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject([
    { error: expect.stringMatching(/^[A-Z].*\.$/), importId: null },
    { error: null, rows: { read: 2, added: 2 } },
  ])
})

test('search prints what was said, and says in a sentence where there is nothing to look for', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'calls.csv'), calls)
  writeFileSync(
    join(folder, 'C-1.json'),
    contactLens('C-1', [
      ['AGENT', 0, 3000, 'Good morning.'],
      ['CUSTOMER', 65_000, 69_000, 'I was charged twice for the same order.'],
    ]),
  )
  await runHere(['import', 'calls.csv', 'C-1.json'], folder)
  const found = await runHere(['search', '"charged twice"', '--agent', 'Ada Byron'], folder)
  expect(found.stdout).toBe(
    '1 turn in 1 conversation:\n\nC-1  2026-03-02 09:00  Ada Byron  Billing  1:05\n  customer: I was *charged twice* for the same order.\n',
  )
  const json = await runHere(['search', 'charged', '--json'], folder)
  expect(JSON.parse(json.stdout)).toMatchObject({
    total: 1,
    hits: [{ highlights: [{ startChar: 6, endChar: 13 }] }],
  })
  const nothing = await runHere(['search', 'morning', 'charged'], folder)
  expect(nothing.stdout).toBe(
    'Nothing was found. 1 conversation has all the words in different turns: add in:conversation.\n',
  )
  const refused = await runHere(['search', '?'], folder)
  expect(refused).toEqual({ exitCode: 1, stdout: '', stderr: 'Say at least one word to look for.\n' })
})
