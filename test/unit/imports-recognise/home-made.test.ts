import { describe, expect, it } from 'vitest'
import { recogniseTable, type Recognition } from '../../../engine/imports/recognise/index.ts'
import { compileRowReader } from '../../../engine/imports/rows/index.ts'
import { mappingLines } from './tables.ts'

function recognised(columns: string[], ...sample: string[][]): Recognition {
  return recogniseTable(
    { fileName: 'own.csv', sheetName: null, columns, headerRows: [columns], sample },
    { timeZone: 'Europe/Berlin' },
  )
}

describe('sheets people make themselves', () => {
  it('a shift is a day and two times of day; one that ends before it began ends on the next day', () => {
    const columns = ['Agent', 'Date', 'Shift Start', 'Shift End']
    const rows = [
      ['Ada Moreno', '2026-03-02', '08:00', '16:30'],
      ['Ben Okafor', '2026-03-02', '22:00', '06:30'],
      ['Ada Moreno', '2026-03-03', '08:00', '16:30'],
    ]
    const { kind, confidence, mapping } = recognised(columns, ...rows)
    expect({ kind, isSure: confidence > 0.6, lines: mappingLines(mapping) }).toEqual({
      kind: 'workforce',
      isSure: true,
      lines: [
        'Agent > agent.name as text',
        'Date > shift.day as day ymd',
        'Shift Start > shift.startedTime as text',
        'Shift End > shift.endedTime as text',
      ],
    })
    const { read } = compileRowReader(mapping, columns)
    const shifts = rows.map((row) => {
      const outcome = read(row)
      return outcome.outcome === 'facts' && outcome.facts.shift
    })
    expect(shifts).toMatchObject([
      { startedAtMs: Date.UTC(2026, 2, 2, 7), endedAtMs: Date.UTC(2026, 2, 2, 15, 30) },
      { startedAtMs: Date.UTC(2026, 2, 2, 21), endedAtMs: Date.UTC(2026, 2, 3, 5, 30) },
      { startedAtMs: Date.UTC(2026, 2, 3, 7), endedAtMs: Date.UTC(2026, 2, 3, 15, 30) },
    ])
  })

  it('a number of the personnel office is an id, however the heading shortens it', () => {
    const ids = ['Personnel No', 'Employee No.', 'Staff Number', 'Payroll Number'].map((heading) => {
      const { mapping } = recognised(
        [heading, 'Full Name', 'Team', 'Hire Date'],
        ['E4100', 'Ada Moreno', 'North', '2020-03-11'],
        ['E4101', 'Ben Okafor', 'North', '2017-01-21'],
      )
      return mappingLines(mapping)[0]
    })
    expect(ids).toEqual([
      'Personnel No > agent.externalId as id',
      'Employee No. > agent.externalId as id',
      'Staff Number > agent.externalId as id',
      'Payroll Number > agent.externalId as id',
    ])
  })

  it('points in the headings are the most a question and the whole can bring', () => {
    const { mapping, warnings } = recognised(
      ['Auditor', 'Agent', 'Audit Date', 'Opening (10)', 'Verification (20)', 'Solution (70)', 'Total (100)'],
      ['Quinn', 'Ada Moreno', '2026-03-02', '5', '10', '35', '50'],
      ['Quinn', 'Ben Okafor', '2026-03-03', '5', 'NA', '35', '40'],
      ['Quinn', 'Ben Okafor', '2026-03-04', '0', '5', '30', '35'],
    )
    expect({ lines: mappingLines(mapping).slice(3), warnings }).toEqual({
      lines: [
        'Total (100) > evaluation.score as 0..100',
        '? Opening (10): Opening (10) | - | - | - | - as 0..10',
        '? Verification (20): Verification (20) | - | - | - | - as 0..20',
        '? Solution (70): Solution (70) | - | - | - | - as 0..70',
      ],
      warnings: [],
    })
  })

  it('a form’s timestamp beside a recommendation makes no evaluation of a survey', () => {
    const { kind, confidence, mapping } = recognised(
      ['Timestamp', 'Agent Name', 'On a scale of 0-10, how likely are you to recommend us?'],
      ['2026/03/02 1:00:00 PM GMT+2', 'Ada Moreno', '9'],
      ['2026/03/02 1:20:00 PM GMT+2', 'Ben Okafor', '0'],
    )
    expect({ kind, isTaken: confidence >= 0.35, fields: mapping.columns.map(({ field }) => field) }).toEqual({
      kind: 'surveys',
      isTaken: true,
      fields: ['survey.respondedAt', 'agent.name', 'survey.nps'],
    })
  })

  it('times of day may be fractions of a day with a comma, and the least of a log is a log', () => {
    const columns = ['Kontakt-ID', 'Agent', 'Datum', 'Uhrzeit']
    const row = ['K1', 'Ada Moreno', '46083', '0,375']
    const { kind, confidence, mapping } = recognised(columns, row, ['K2', 'Ada Moreno', '46084', '0,5'])
    expect({ kind, isTaken: confidence >= 0.35 }).toEqual({ kind: 'interactions', isTaken: true })
    expect(compileRowReader(mapping, columns).read(row)).toMatchObject({
      // nine o'clock in Berlin
      facts: { contact: { startedAtMs: Date.UTC(2026, 2, 2, 8) } },
    })
  })

  it('a code behind a name is the id of who bears it', () => {
    const columns = ['Call ID', 'Agent', 'Start', 'Talk (s)']
    const row = ['c1', 'Moreno, Ada (1001)', '2026-03-02 10:01', '190']
    const { mapping } = recognised(columns, row, ['c2', 'Okafor, Ben (1002)', '2026-03-02 10:07', '310'])
    expect(compileRowReader(mapping, columns).read(row)).toMatchObject({
      facts: { agent: { name: 'Moreno, Ada', externalId: '1001' } },
    })
  })

  it('a rating in a column for each choice is one rating, whichever was chosen', () => {
    const choices = ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied']
    const columns = [
      'Respondent ID',
      'End Date',
      ...choices.map((choice) => `How satisfied were you? - ${choice}`),
    ]
    const row = (id: string, chosen: number) => [
      id,
      '09/13/2026 10:04:00 AM',
      ...choices.map((choice, index) => (index === chosen ? choice : '')),
    ]
    const { kind, mapping } = recognised(columns, row('1', 0), row('2', 4), row('3', 4), row('4', 1))
    const { read } = compileRowReader(mapping, columns)
    const ratings = choices.map((_, chosen) => {
      const outcome = read(row('9', chosen))
      return outcome.outcome === 'facts' && outcome.facts.survey?.csat?.score0to1
    })
    expect([kind, ratings]).toEqual(['surveys', [0, 0.25, 0.5, 0.75, 1]])
  })

  it('the total under each agent is nobody', () => {
    const columns = ['Agent', 'Call ID', 'Start', 'Talk']
    const rows = [
      ['Ada Moreno', 'c1', '2026-03-02 10:01', '0:03:00'],
      ['Ada Moreno Total', '', '', '0:03:00'],
      ['Ben Okafor', 'c2', '2026-03-02 10:07', '0:04:00'],
      ['Total for Ben Okafor', '', '', '0:04:00'],
    ]
    const { read } = compileRowReader(recognised(columns, ...rows).mapping, columns)
    expect(rows.map((row) => read(row).outcome)).toEqual(['facts', 'skipped', 'facts', 'skipped'])
  })

  it('a contact with its rating is a contact, whatever little else is said of it', () => {
    const { kind, mapping } = recognised(
      ['Contact ID', 'Agent', 'Start Time', 'Talk Time', 'CSAT'],
      ['c1', 'Ada Moreno', '2026-03-02 10:01', '0:03:10', '5'],
      ['c2', 'Ben Okafor', '2026-03-02 10:07', '0:05:10', '2'],
    )
    expect([kind, mappingLines(mapping).slice(3)]).toEqual([
      'interactions',
      ['Talk Time > interaction.talkTime as clock', 'CSAT > survey.csat as 1..5'],
    ])
  })

  it('a state with its time is no contact', () => {
    const { kind, confidence, mapping } = recognised(
      ['Agent', 'Date', 'Status', 'Duration'],
      ['Ada Moreno', '2026-03-02', 'Available', '3:10:00'],
      ['Ada Moreno', '2026-03-02', 'Lunch', '0:31:00'],
      ['Ben Okafor', '2026-03-02', 'On Call', '2:05:00'],
    )
    expect({ kind, isSure: confidence > 0.6, lines: mappingLines(mapping).slice(2) }).toEqual({
      kind: 'workforce',
      isSure: true,
      lines: ['Status > shift.status as text', 'Duration > shift.statusTime as clock'],
    })
  })

  it('a cell with several agents is nobody in particular, and that is said', () => {
    const columns = ['Conversation ID', 'Users', 'Date', 'Total Talk (s)']
    const rows = [
      ['c1', 'Ada Moreno; Ben Okafor', '2026-03-02 10:01', '190'],
      ['c2', 'Ben Okafor', '2026-03-02 10:07', '310'],
      ['c3', 'Ada Moreno; ', '2026-03-13 11:07', '20'],
    ]
    const { mapping, warnings } = recognised(columns, ...rows)
    const { read } = compileRowReader(mapping, columns)
    const agents = rows.map((row) => {
      const outcome = read(row)
      return outcome.outcome === 'facts' && (outcome.facts.agent?.name ?? null)
    })
    expect({ agents, warnings }).toEqual({
      agents: [null, 'Ben Okafor', 'Ada Moreno'],
      warnings: ['1 row of the sample names several agents; such rows are kept without one.'],
    })
  })

  it('"Comments" after every question is about the question on its left', () => {
    const columns = [
      'Agent',
      'Call Date',
      'Call Ref',
      'Evaluator',
      'Greeting',
      'Comments',
      'Verification',
      'Comments (2)',
      'Empathy',
      'Comments (3)',
      'Score %',
    ]
    const { mapping } = recognised(
      columns,
      ['Ada Moreno', '13/03/2026', 'c1', 'Quinn', 'Yes', '', 'No', 'forgot', 'Yes', '', '67%'],
      ['Ben Okafor', '14/03/2026', 'c2', 'Quinn', 'Yes', '', 'Yes', '', 'NA', 'not needed', '100%'],
    )
    expect({
      fields: mapping.columns.map(({ column, field }) => `${column} > ${field}`),
      questions: mapping.questions.map(({ answerColumn, commentColumn }) => [answerColumn, commentColumn]),
    }).toEqual({
      fields: [
        'Agent > agent.name',
        'Call Date > contact.startedAt',
        'Call Ref > contact.id',
        'Evaluator > evaluation.evaluator',
        'Score % > evaluation.score',
      ],
      questions: [
        ['Greeting', 'Comments'],
        ['Verification', 'Comments (2)'],
        ['Empathy', 'Comments (3)'],
      ],
    })
  })

  it.each(['Lastname, Firstname', 'Name (Last, First)', 'Nachname, Vorname'])(
    '"%s" is the name of a person',
    (heading) => {
      const { kind, mapping } = recognised(
        ['Employee ID', heading, 'Team', 'Team Leader', 'E-Mail'],
        ['A1', 'Moreno, Ada', 'Alpha', 'Bo Boss', 'ada@example.com'],
        ['A2', 'Okafor, Ben', 'Alpha', 'Bo Boss', 'ben@example.com'],
      )
      expect(kind).toBe('roster')
      expect(mappingLines(mapping)).toContain(`${heading} > agent.name as text`)
    },
  )
})
