import { describe, expect, it } from 'vitest'
import type { RowOutcome } from '../../../engine/imports/facts.ts'
import { compileRowReader, previewRows } from '../../../engine/imports/rows/index.ts'
import type { ColumnMapping, ImportField, Mapping, Transform } from '../../../shared/domain/import-kinds.ts'

const clock: Transform = { as: 'duration', unit: 'clock', clockParts: 'm:ss' }
const flag: Transform = { as: 'flag', yes: ['yes', '1'], no: ['no', '0'] }
const text: Transform = { as: 'text' }
const id: Transform = { as: 'id' }

function aMapping(
  columns: [string, ImportField, Transform, Partial<ColumnMapping>?][],
  more: Partial<Mapping> = {},
): Mapping {
  return {
    kind: 'interactions',
    shape: 'rows',
    timeZone: 'UTC',
    columns: columns.map(([column, field, transform, rest]) => ({ column, field, transform, ...rest })),
    questions: [],
    ...more,
  }
}

const LOG = ['Id', 'Start', 'Agent', 'Talk', 'Hold', 'ACW', 'Transferred']
const LOG_MAPPING = aMapping([
  ['Id', 'contact.id', id],
  ['Start', 'contact.startedAt', { as: 'instant', order: 'ymd' }],
  ['Agent', 'agent.name', text],
  ['Talk', 'interaction.talkTime', clock],
  ['Hold', 'interaction.holdTime', clock],
  ['ACW', 'interaction.acwTime', clock],
  ['Transferred', 'interaction.transferred', flag],
])

const read = (...cells: string[]): RowOutcome => compileRowReader(LOG_MAPPING, LOG).read(cells)

describe('a row of a log', () => {
  it('gives its facts, handle time worked out from its parts', () => {
    expect(read('c1', '2026-03-02 09:00:00', ' Ada  Moreno ', '04:00', '00:30', '01:00', 'Yes')).toEqual({
      outcome: 'facts',
      facts: {
        agent: { externalId: null, name: 'Ada Moreno', email: null, team: null, site: null },
        contact: {
          consent: null,
          contactRef: 'c1',
          legRef: null,
          startedAtMs: Date.UTC(2026, 2, 2, 9),
          endedAtMs: null,
          queue: null,
          reason: null,
          channel: null,
          direction: null,
          customer: null,
          languageCode: null,
        },
        interaction: {
          waitMs: null,
          talkMs: 240_000,
          holdMs: 30_000,
          acwMs: 60_000,
          handleMs: 330_000,
          isTransferred: true,
          isAnswered: null,
          isResolved: null,
          disposition: null,
          subject: null,
          description: null,
        },
        survey: null,
        evaluation: null,
        shift: null,
        summary: null,
        roster: null,
      },
    })
  })

  it('is kept without an agent and without a date', () => {
    const outcome = read('c1', '', '[None]', '04:00', '', 'N/A', '')
    expect(
      outcome.outcome === 'facts' && [
        outcome.facts.agent,
        outcome.facts.contact?.startedAtMs,
        outcome.facts.interaction?.handleMs,
      ],
    ).toEqual([null, null, null])
  })

  it.each([
    [['c1', '31/02', 'Ada', '04:00', '', '', ''], 'bad-date', 'Start'],
    [['c1', '2026-02-31', 'Ada', '04:00', '', '', ''], 'bad-date', 'Start'],
    [['c1', '1971-05-01', 'Ada', '04:00', '', '', ''], 'out-of-range', 'Start'],
    [['c1', '2026-03-02', 'Ada', '-04:00', '', '', ''], 'negative-duration', 'Talk'],
    [['c1', '2026-03-02', 'Ada', '04:00', '#REF!', '', ''], 'bad-duration', 'Hold'],
    [['c1', '2026-03-02', '{{agent}}', '04:00', '', '', ''], 'template-row', null],
    [['{{id}}', '2026-03-02', 'Ada', '04:00', '', '', ''], 'template-row', null],
    [['** connection reset **', '', '', '', '', '', ''], 'no-facts', null],
  ])('%j is refused as %s', (cells, code, column) => {
    const outcome = read(...cells)
    expect(outcome).toMatchObject({ outcome: 'rejected', rejection: { code, column } })
    expect(outcome.outcome === 'rejected' && outcome.rejection.message).toMatch(/^\S.*\.$/)
  })

  it('is known for a total, a blank line, a repeated header', () => {
    expect(read('', '', 'Grand total', '99:00', '', '', '')).toEqual({ outcome: 'skipped', why: 'total' })
    expect(read('Total', '', '', '99:00', '', '', '')).toEqual({ outcome: 'skipped', why: 'total' })
    expect(read('', ' ', '', '', '', '', '')).toEqual({ outcome: 'skipped', why: 'blank' })
    expect(read(...LOG)).toEqual({ outcome: 'skipped', why: 'repeated-header' })
  })

  it('takes fillers such as 1970-01-01 and 0001-01-01 for no date', () => {
    for (const filler of ['1970-01-01 00:00:00', '0001-01-01 00:00:00', '1900-01-01']) {
      const outcome = read('c1', filler, 'Ada', '04:00', '', '', '')
      expect(outcome.outcome === 'facts' && outcome.facts.contact?.startedAtMs).toBeNull()
    }
  })

  it('reuses the agent it has seen, and tells apart those who share a name', () => {
    const { read: readRow } = compileRowReader(
      aMapping([
        ['Id', 'agent.externalId', id],
        ['Agent', 'agent.name', text],
        ['Talk', 'interaction.talkTime', clock],
      ]),
      LOG,
    )
    const agents = [
      ['7', '', 'Ada'],
      ['8', '', 'Ada'],
      ['7', '', 'Ada'],
      ['7', '', 'NO_SERVER'],
    ].map((cells) => {
      const outcome = readRow([...cells, '01:00'])
      return outcome.outcome === 'facts' ? outcome.facts.agent : undefined
    })
    expect(agents.map((agent) => agent && [agent.externalId, agent.name])).toEqual([
      ['7', 'Ada'],
      ['8', 'Ada'],
      ['7', 'Ada'],
      null,
    ])
    expect(agents[2]).toBe(agents[0])
  })

  it('finds its start in a day and a time, and its end in a duration', () => {
    const { read: readRow } = compileRowReader(
      aMapping(
        [
          ['Day', 'contact.startedDay', { as: 'day', order: 'dmy' }],
          ['Time', 'contact.startedTime', text],
          ['Agent', 'agent.name', text],
          ['Length', 'interaction.duration', { as: 'duration', unit: 'seconds' }],
        ],
        { timeZone: 'Europe/Berlin' },
      ),
      ['Day', 'Time', 'Agent', 'Length'],
    )
    const outcome = readRow(['02.07.2026', '9:15', 'Ada', '90'])
    expect(outcome.outcome === 'facts' && outcome.facts.contact).toMatchObject({
      startedAtMs: Date.UTC(2026, 6, 2, 7, 15),
      endedAtMs: Date.UTC(2026, 6, 2, 7, 16, 30),
    })
  })
})

describe('a survey', () => {
  const { read: readRow } = compileRowReader(
    aMapping(
      [
        ['Id', 'survey.id', id],
        ['Score', 'survey.csat', { as: 'scale', min: 1, max: 5 }],
        ['NPS', 'survey.nps', { as: 'scale', min: 0, max: 10 }],
        ['Comment', 'survey.comment', text],
      ],
      { kind: 'surveys' },
    ),
    ['Id', 'Score', 'NPS', 'Comment'],
  )

  it('keeps a rating with its scale and a recommendation as given', () => {
    const outcome = readRow(['s1', '4', '7', 'fine'])
    expect(outcome.outcome === 'facts' && outcome.facts.survey).toEqual({
      responseRef: 's1',
      respondedAtMs: null,
      isTimed: false,
      csat: { score0to1: 0.75, min: 1, max: 5 },
      nps: 7,
      isResolved: null,
      comment: 'fine',
      pertainsToAgent: null,
    })
  })

  it('is refused outside its scale and left out unanswered', () => {
    expect(readRow(['s1', '55', '', ''])).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'out-of-range', column: 'Score' },
    })
    expect(readRow(['s1', 'see note', '', ''])).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'bad-score', column: 'Score' },
    })
    expect(readRow(['s2', '', '', ''])).toEqual({ outcome: 'skipped', why: 'unanswered' })
  })
})

describe('an answer', () => {
  const columns = ['Eval', 'Question', 'Answer', 'Points', 'Max', 'Weight', 'Comment']
  const { read: readRow } = compileRowReader(
    aMapping(
      [
        ['Eval', 'evaluation.id', id],
        ['Question', 'answer.question', text],
        ['Answer', 'answer.value', text],
        ['Points', 'answer.score', { as: 'scale', min: 0, max: 5 }],
        ['Max', 'answer.maxScore', { as: 'number' }],
        ['Weight', 'answer.weight', { as: 'number' }],
        ['Comment', 'answer.comment', text],
      ],
      { kind: 'evaluations', shape: 'long' },
    ),
    columns,
  )
  const answerOf = (cells: string[]): unknown => {
    const outcome = readRow(cells)
    return outcome.outcome === 'facts' ? outcome.facts.evaluation?.answers[0] : outcome
  }

  it('is measured by the maximum its row gives', () => {
    expect(answerOf(['e1', 'Greeted', 'Mostly', '8', '10', '20', ''])).toEqual({
      questionRef: null,
      label: 'Greeted',
      section: null,
      value: 'Mostly',
      score0to1: 0.8,
      points: 8,
      maxPoints: 10,
      weight: 20,
      isNotApplicable: false,
      hasFailedCritical: false,
      comment: null,
      automatedValue: null,
    })
    expect(answerOf(['e1', 'Greeted', 'Mostly', '12', '10', '', ''])).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'out-of-range' },
    })
  })

  it('has no score, and never 0, where the question did not apply', () => {
    expect(answerOf(['e1', 'Greeted', 'N/A', '0', '10', '', ''])).toMatchObject({
      score0to1: null,
      isNotApplicable: true,
    })
    expect(answerOf(['e1', 'Greeted', '', '', '0', '', ''])).toMatchObject({
      score0to1: null,
      isNotApplicable: false,
    })
  })
})

describe('a wide evaluation', () => {
  const columns = ['Id', 'Agent', 'Total', 'Greeting', 'Greeting comment', 'Closing', 'Closing max']
  const { read: readRow } = compileRowReader(
    aMapping(
      [
        ['Id', 'evaluation.id', id],
        ['Agent', 'agent.name', text],
        ['Total', 'evaluation.score', { as: 'share', scale: 100 }],
      ],
      {
        kind: 'evaluations',
        shape: 'wide',
        questions: [
          {
            label: 'Greeting',
            section: 'Opening',
            answerColumn: 'Greeting',
            scoreColumn: null,
            commentColumn: 'Greeting comment',
            weightColumn: null,
            scale: { as: 'scale', min: 0, max: 1, words: { yes: 1, no: 0 } },
            notApplicable: ['n/a'],
          },
          {
            label: 'Closing',
            section: null,
            answerColumn: null,
            scoreColumn: 'Closing',
            commentColumn: null,
            weightColumn: null,
            maxColumn: 'Closing max',
            scale: { as: 'scale', min: 0, max: 5 },
            notApplicable: ['n/a'],
          },
        ],
      },
    ),
    columns,
  )
  const evaluationOf = (...cells: string[]): unknown => {
    const outcome = readRow(cells)
    return outcome.outcome === 'facts'
      ? [
          outcome.facts.evaluation?.vendorScore0to1,
          ...(outcome.facts.evaluation?.answers.map(
            ({ label, value, score0to1, isNotApplicable, comment }) => [
              label,
              value,
              score0to1,
              isNotApplicable,
              comment,
            ],
          ) ?? []),
        ]
      : outcome
  }

  it('brings an answer per question, words kept that the scale does not know, questions not asked left out', () => {
    expect(evaluationOf('e1', 'Ada', '87.5%', 'Yes', 'warm', '8', '10')).toEqual([
      0.875,
      ['Greeting', 'Yes', 1, false, 'warm'],
      ['Closing', '8', 0.8, false, null],
    ])
    expect(evaluationOf('e2', 'Ada', 'NaN%', 'N/A', '', '', '')).toEqual([
      null,
      ['Greeting', 'N/A', null, true, null],
    ])
    expect(evaluationOf('e3', 'Ada', '50', 'Rather', '', 'N/A', '')).toEqual([
      0.5,
      ['Greeting', 'Rather', null, false, null],
      ['Closing', 'N/A', null, true, null],
    ])
  })

  it('is refused when a score cannot be read', () => {
    expect(evaluationOf('e1', 'Ada', '50', 'Yes', '', 'see note', '10')).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'bad-score', column: 'Closing' },
    })
    expect(evaluationOf('e1', 'Ada', '150', 'Yes', '', '5', '10')).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'out-of-range', column: 'Total' },
    })
  })
})

describe('workforce rows', () => {
  it('give seconds from shares and shares from seconds, and the stronger of two absences', () => {
    const columns = ['Day', 'Agent', 'Scheduled', 'In', 'Adherence', 'Planned', 'Unplanned', 'Break']
    const { read: readRow } = compileRowReader(
      aMapping(
        [
          ['Day', 'shift.day', { as: 'day', order: 'ymd' }],
          ['Agent', 'agent.name', text],
          ['Scheduled', 'shift.scheduled', { as: 'duration', unit: 'minutes' }],
          ['In', 'shift.inAdherence', { as: 'duration', unit: 'minutes' }],
          ['Adherence', 'shift.adherence', { as: 'share', scale: 100 }],
          ['Planned', 'shift.absence', { as: 'duration', unit: 'minutes' }, { status: 'planned' }],
          ['Unplanned', 'shift.absence', { as: 'duration', unit: 'minutes' }, { status: 'unplanned' }],
          ['Break', 'shift.statusTime', { as: 'duration', unit: 'minutes' }, { status: 'Break' }],
        ],
        { kind: 'workforce' },
      ),
      columns,
    )
    const shiftOf = (...cells: string[]): unknown => {
      const outcome = readRow(cells)
      return outcome.outcome === 'facts' ? outcome.facts.shift : outcome
    }
    expect(shiftOf('2026-03-02', 'Ada', '480', '432', '', '0', '0', '30')).toMatchObject({
      day: '2026-03-02',
      adherence: 0.9,
      absence: 'none',
      statusTimes: [{ status: 'Break', durationMs: 1_800_000 }],
    })
    expect(shiftOf('2026-03-02', 'Ada', '480', '', '90', '60', '0', '')).toMatchObject({
      inAdherenceMs: 25_920_000,
      absence: 'planned',
      statusTimes: [],
    })
    expect(shiftOf('2026-03-02', 'Ada', '480', '', '', '60', '480', '')).toMatchObject({
      absence: 'unplanned',
    })
    expect(shiftOf('', 'Ada', '480', '', '', '', '', '')).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'missing-key', column: 'Day' },
    })
  })

  it('sum up a period whose end at midnight is the day before', () => {
    const { read: readRow } = compileRowReader(
      aMapping(
        [
          ['From', 'summary.from', { as: 'day', order: 'ymd' }],
          ['To', 'summary.to', { as: 'day', order: 'ymd' }],
          ['Agent', 'agent.name', text],
          ['Calls', 'summary.n', { as: 'number' }],
          [
            'AHT',
            'summary.statistic',
            { as: 'duration', unit: 'milliseconds' },
            { statistic: { metricId: 'aht', of: 'mean' } },
          ],
        ],
        { kind: 'workforce' },
      ),
      ['From', 'To', 'Agent', 'Calls', 'AHT'],
    )
    const summaryOf = (...cells: string[]): unknown => {
      const outcome = readRow(cells)
      return outcome.outcome === 'facts' ? outcome.facts.summary : outcome
    }
    expect(summaryOf('2026-03-02T00:00', '2026-03-09T00:00', 'Ada', '120', '301500')).toEqual({
      fromDay: '2026-03-02',
      toDay: '2026-03-08',
      n: 120,
      figures: [{ metricId: 'aht', of: 'mean', value: 301.5 }],
    })
    expect(summaryOf('2026-03-02', '2026-03-08', 'Ada', '0', 'NaN')).toEqual({
      fromDay: '2026-03-02',
      toDay: '2026-03-08',
      n: 0,
      figures: [],
    })
  })
})

describe('a mapping that does not suit the file', () => {
  it('is refused with the columns that are missing', () => {
    expect(() => compileRowReader(LOG_MAPPING, ['Id', 'Start', 'Agent', 'Talk', 'Transferred'])).toThrow(
      'The mapping names the columns "Hold", "ACW", which this file does not have. Map the file again.',
    )
  })

  it('is refused when a field cannot be read that way', () => {
    expect(() => compileRowReader(aMapping([['Talk', 'interaction.talkTime', text]]), LOG)).toThrow(
      'The column "Talk" is mapped to interaction.talkTime and cannot be read as text. Choose duration.',
    )
    expect(() => compileRowReader(aMapping([['Talk', 'summary.statistic', clock]]), LOG)).toThrow(
      'without saying of which metric',
    )
  })
})

describe('the preview', () => {
  it('shows each mapped cell with its meaning or its problem', () => {
    const [good, bad] = previewRows(LOG_MAPPING, LOG, [
      ['c1', '2026-03-02 09:00', 'Ada', '04:00', '', '90:00', 'Yes'],
      ['c2', 'soon', 'Ada', '-1:00', '', '', 'perhaps'],
    ])
    expect(good?.cells.map(({ column, display }) => [column, display])).toEqual([
      ['Id', 'c1'],
      ['Start', '2026-03-02 09:00:00'],
      ['Agent', 'Ada'],
      ['Talk', '0:04:00'],
      ['Hold', null],
      ['ACW', '1:30:00'],
      ['Transferred', 'yes'],
    ])
    expect(bad?.outcome).toMatchObject({ outcome: 'rejected', rejection: { code: 'bad-date' } })
    expect(
      bad?.cells
        .filter(({ problem }) => problem !== null)
        .map(({ column, raw, problem }) => [column, raw, problem]),
    ).toEqual([
      ['Start', 'soon', '"soon" in "Start" cannot be read as a date.'],
      ['Talk', '-1:00', '"-1:00" in "Talk" is a negative duration.'],
    ])
  })
})
