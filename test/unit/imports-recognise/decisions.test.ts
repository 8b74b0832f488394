import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseTable, settleMapping, type Recognition } from '../../../engine/imports/recognise/index.ts'
import { compileRowReader } from '../../../engine/imports/rows/index.ts'
import type { Mapping, Transform } from '../../../shared/domain/import-kinds.ts'
import { mappingLines } from './tables.ts'

/** A log of one interesting column beside what makes it a log. */
function aLogWith(heading: string, values: string[], timeZone = 'UTC'): Recognition {
  const columns = ['Call ID', 'Start Time', 'Agent', 'Queue', heading]
  const rows = values.map((value, index) => [
    `c${index}`,
    `2026-03-${String((index % 28) + 1).padStart(2, '0')} 09:00`,
    index % 2 ? 'Ada Moreno' : 'Ben Okafor',
    'Billing',
    value,
  ])
  return recogniseTable(
    { fileName: 'log.csv', sheetName: null, columns, headerRows: [columns], sample: rows },
    { timeZone },
  )
}

function readingOf(heading: string, values: string[], timeZone?: string): string {
  const { mapping } = aLogWith(heading, values, timeZone)
  const line = mappingLines(mapping).find((text) => text.startsWith(`${heading} >`))
  return line?.slice(heading.length + 3) ?? 'left out'
}

describe('how a column of durations is written', () => {
  it.each([
    ['Talk Time', ['00:03:20', '01:10:00'], 'interaction.talkTime as clock'],
    ['Talk Time', ['3:20', '0:45'], 'interaction.talkTime as clock m:ss'],
    ['Talk Time', ['200', '45', '310'], 'interaction.talkTime as seconds'],
    ['Talk Time', ['200500', '45100', '310000'], 'interaction.talkTime as milliseconds'],
    ['Talk Time', ['3.5', '0.75', '5.25'], 'interaction.talkTime as minutes'],
    ['Talk Time', ['0.000069444446', '0.0125', '0'], 'interaction.talkTime as days'],
    ['Talk Time', ['3m 20s', '45s', '1 h 2 min'], 'interaction.talkTime as words'],
    ['Talk Time (min)', ['3', '1', '5'], 'interaction.talkTime as minutes'],
    ['talk_time_ms', ['3', '1', '5'], 'interaction.talkTime as milliseconds'],
    ['Talk Time', ['long', 'short', 'long'], 'left out'],
    ['Talk Time', ['', '', 'N/A'], 'left out'],
  ])('%s: %j', (heading, values, expected) => {
    expect(readingOf(heading, values)).toBe(expected)
  })
})

describe('how a column of ratings is written', () => {
  it.each([
    ['CSAT', ['5', '4', '1'], 'survey.csat as 1..5'],
    ['CSAT', ['0', '4', '5'], 'survey.csat as 0..5'],
    ['CSAT', ['10', '7', '1'], 'survey.csat as 1..10'],
    ['CSAT', ['0', '7', '10'], 'survey.csat as 0..10'],
    ['CSAT', ['85', '40', '100'], 'survey.csat as 0..100'],
    ['CSAT', ['85%', '40%', '100%'], 'survey.csat as 0..100'],
    ['CSAT (1-10)', ['5', '4', '3'], 'survey.csat as 1..10'],
    ['CSAT', ['4/5', '5/5', '1/5'], 'survey.csat as 1..5'],
    ['CSAT', ['★★★', '★★★★★'], 'survey.csat as 1..5'],
    ['CSAT', ['good', 'bad', 'good'], 'survey.csat as 0..1 in words'],
    ['CSAT', ['Very satisfied', 'Dissatisfied'], 'survey.csat as 1..5 in words'],
    ['CSAT', ['sehr zufrieden', 'unzufrieden'], 'survey.csat as 1..5 in words'],
    ['CSAT', ['5 - Very satisfied', '1 - Very dissatisfied'], 'survey.csat as 1..5'],
    ['CSAT', ['pending review', 'escalated'], 'left out'],
    ['NPS', ['9', '3', '10'], 'survey.nps as 0..10'],
    ['NPS', ['Promoter', 'Detractor'], 'survey.nps as 0..10 in words'],
  ])('%s: %j', (heading, values, expected) => {
    expect(readingOf(heading, values)).toBe(expected)
  })

  it('one slip of the pen does not stretch the scale', () => {
    const values = Array.from({ length: 60 }, (_, index) => String((index % 5) + 1))
    values[30] = '55'
    expect(readingOf('CSAT', values)).toBe('survey.csat as 1..5')
  })
})

function orderOf(
  dates: string[],
  timeZone: string,
): { order: string | undefined; isUndecided: boolean; warnings: string[] } {
  const columns = ['Call ID', 'Start Time', 'Agent', 'Talk Time']
  const rows = dates.map((date, index) => [`c${index}`, date, 'Ada Moreno', '310'])
  const { mapping, undecided, warnings } = recogniseTable(
    { fileName: 'log.csv', sheetName: null, columns, headerRows: [columns], sample: rows },
    { timeZone },
  )
  const transform: Transform | undefined = mapping.columns.find(
    ({ column }) => column === 'Start Time',
  )?.transform
  return {
    order: transform && 'order' in transform ? transform.order : undefined,
    isUndecided: undecided.includes('Start Time'),
    warnings,
  }
}

describe('the order of a column’s dates', () => {
  it('is told by one part above 12, wherever it stands', () => {
    expect(orderOf(['03/04/2026 09:00', '13/04/2026 09:00'], 'America/New_York')).toMatchObject({
      order: 'dmy',
      isUndecided: false,
    })
    expect(orderOf(['03/04/2026 09:00', '04/13/2026 09:00'], 'Europe/London')).toMatchObject({
      order: 'mdy',
      isUndecided: false,
    })
  })

  it('follows the zone’s custom where nothing tells, and says so', () => {
    const american = orderOf(['03/04/2026 09:00', '05/06/2026 09:00'], 'America/Chicago')
    expect(american).toMatchObject({ order: 'mdy', isUndecided: true })
    expect(american.warnings).toContain(
      'Start Time: Every date fits day first and month first (such as 03/04/2026 09:00); month first is assumed.',
    )
    expect(orderOf(['03/04/2026 09:00', '05/06/2026 09:00'], 'Europe/London')).toMatchObject({
      order: 'dmy',
      isUndecided: true,
    })
  })

  it('is the one that keeps a week together', () => {
    expect(
      orderOf(
        ['01/06/2026 09:00', '02/06/2026 09:00', '03/06/2026 09:00', '04/06/2026 09:00'],
        'America/Chicago',
      ).order,
    ).toBe('dmy')
    expect(
      orderOf(
        ['06/01/2026 09:00', '06/02/2026 09:00', '06/03/2026 09:00', '06/04/2026 09:00'],
        'Europe/London',
      ).order,
    ).toBe('mdy')
  })

  it('is day first with points between, without a doubt', () => {
    expect(orderOf(['03.04.2026 09:00', '05.06.2026 09:00'], 'America/Chicago')).toMatchObject({
      order: 'dmy',
      isUndecided: false,
    })
  })

  it.each([
    [['1477579894', '1477580894'], 'epoch-seconds'],
    [['1477579894000', '1477580894000'], 'epoch-milliseconds'],
    [['1477579894000000', '1477580894000000'], 'epoch-microseconds'],
    [['42670.619', '42671.5'], 'excel-serial'],
    [['2016-10-27T14:51:34Z', '2016-10-28T14:51:34Z'], 'ymd'],
    [['Thu, 27 Oct 2016 14:51:34', 'Fri, 28 Oct 2016 14:51:34'], 'ymd'],
  ])('of %j is %s', (dates, expected) => {
    expect(orderOf(dates, 'UTC').order).toBe(expected)
  })
})

describe('whose name a column holds', () => {
  it.each([
    ['Agent', ['Ada Moreno', 'Ben Okafor'], 'agent.name'],
    ['Agent', ['4001', '4002'], 'agent.externalId'],
    ['Agent', ['ada@example.com', 'ben@example.com'], 'agent.email'],
    ['Agent', ['amoreno', 'bokafor'], 'agent.externalId'],
    ['Agent', ['2026-03-02', '2026-03-03'], null],
    ['Customer Name', ['Kim Lee', 'Lou Day'], null],
    ['Product Name', ['Widget', 'Gadget'], null],
    ['Agent Notes', ['called back', 'left voicemail'], 'interaction.description'],
  ])('%s: %j is %s', (heading, values, expected) => {
    const columns = ['Call ID', 'Start Time', 'Talk Time', heading]
    const rows = values.map((value, index) => [`c${index}`, '2026-03-02 09:00', '310', value])
    const { mapping } = recogniseTable(
      { fileName: 'log.csv', sheetName: null, columns, headerRows: [columns], sample: rows },
      { timeZone: 'UTC' },
    )
    expect(mapping.columns.find(({ column }) => column === heading)?.field ?? null).toBe(expected)
  })
})

describe('the whole column against its sample', () => {
  it('settles a date’s order and a scale the sample left open', () => {
    const columns = ['Agent', 'Date', 'Reviewer', 'Tone', 'Clarity', 'Care']
    const sample = [
      ['Ada Moreno', '03/04/2026', 'Quinn Reyes', '4', '5', '3'],
      ['Ben Okafor', '05/06/2026', 'Quinn Reyes', '2', '5', '3'],
    ]
    const { mapping, undecided } = recogniseTable(
      { fileName: 'qa.csv', sheetName: null, columns, headerRows: [columns], sample },
      { timeZone: 'America/Chicago' },
    )
    const settling = settleMapping(mapping, columns, undecided)
    for (const row of [...sample, ['Ada Moreno', '23/06/2026', 'Quinn Reyes', '9', '5', '1']])
      settling.observe(row)
    const settled = settling.settle()
    expect(settled.changed.toSorted()).toEqual(['Date', 'Tone'])
    expect(mappingLines(settled.mapping)).toEqual([
      'Agent > agent.name as text',
      'Date > evaluation.evaluatedAt as instant dmy',
      'Reviewer > evaluation.evaluator as text',
      '? Tone: Tone | - | - | - | - as 0..10',
      '? Clarity: Clarity | - | - | - | - as 0..5',
      '? Care: Care | - | - | - | - as 0..5',
    ])
    expect(settled.warnings).toEqual([])
  })
})

describe('what somebody said the file is', () => {
  it('is believed', () => {
    const columns = ['Date', 'Agent', 'Score']
    const sample = [['2026-03-02', 'Ada Moreno', '88']]
    const as = (kind: Mapping['kind']): string[] =>
      mappingLines(
        recogniseTable(
          { fileName: 'x.csv', sheetName: null, columns, headerRows: [columns], sample },
          { timeZone: 'UTC', kind },
        ).mapping,
      )
    expect(as('evaluations')).toEqual([
      'Date > evaluation.evaluatedAt as instant ymd',
      'Agent > agent.name as text',
      'Score > evaluation.score as 0..100',
    ])
    expect(as('surveys')).toEqual([
      'Date > survey.respondedAt as instant ymd',
      'Agent > agent.name as text',
      'Score > survey.csat as 0..100',
    ])
  })

  it('needs a time zone that exists', () => {
    expect(() =>
      recogniseTable(
        { fileName: 'x', sheetName: null, columns: [], headerRows: [], sample: [] },
        { timeZone: 'Nowhere' },
      ),
    ).toThrow('time zone "Nowhere" is not known')
  })
})

describe('any table', () => {
  const heading = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      'Agent',
      'Date',
      'Score',
      'CSAT',
      'Talk Time',
      'Question',
      'Greeting - Score',
      'Greeting',
      'Interval Start',
      'Interval End',
      'Adherence %',
      'id',
      'Evaluator',
      'Hire Date',
      'Response',
      'Status',
      'Avg Handle',
      'Calls',
      'constructor',
      '__proto__',
      '',
    ),
  )
  const cell = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      '',
      'N/A',
      'Yes',
      'No',
      '5',
      '0',
      '-1',
      '87%',
      '1.234,5',
      '00:03:20',
      '2026-03-02',
      '31/02/2026',
      'Ada Moreno',
      '{{agent}}',
      'Total',
      '★★',
      '4/5',
      '1477579894',
      '__proto__',
      'constructor',
    ),
  )
  const table = fc.integer({ min: 0, max: 8 }).chain((width) =>
    fc.record({
      columns: fc.array(heading, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }),
    }),
  )

  it('gives a mapping its own row reader takes, and every row an outcome', () => {
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const unique = columns.map((column, index) =>
          columns.indexOf(column) === index && column !== '' ? column : `${column} ${index}`,
        )
        const { mapping, confidence } = recogniseTable(
          { fileName: 'any.csv', sheetName: null, columns: unique, headerRows: [unique], sample: rows },
          { timeZone: 'Europe/Berlin' },
        )
        expect(confidence >= 0 && confidence <= 1).toBe(true)
        const { read } = compileRowReader(mapping, unique)
        for (const row of rows) expect(['facts', 'rejected', 'skipped']).toContain(read(row).outcome)
      }),
      { numRuns: 150 },
    )
  })
})
