import { describe, expect, it } from 'vitest'
import { FIELD_VALUES, TRANSFORMS_OF_VALUE } from '../../../engine/imports/rows/field-values.ts'
import {
  columnUse,
  previewColumns,
  withField,
  withQuestion,
  withTransform,
} from '../../../renderer/features/data/mapping/edit-mapping.ts'
import { fieldChoices, fields, isImportField } from '../../../renderer/features/data/mapping/fields.ts'
import { transformAs, transformWords } from '../../../renderer/features/data/mapping/transforms.ts'
import type { ColumnGuess } from '../../../renderer/features/data/mapping/types.ts'
import { importField, importKind, type Mapping } from '../../../shared/domain/import-kinds.ts'

function aGuess(part: Partial<ColumnGuess> = {}): ColumnGuess {
  return {
    column: 'Handle',
    field: null,
    transform: { as: 'text' },
    confidence: 0.2,
    reason: 'Not recognised',
    alternatives: [],
    examples: ['07:12', '11:40'],
    ...part,
  }
}

function aMapping(part: Partial<Mapping> = {}): Mapping {
  return { kind: 'interactions', shape: 'rows', timeZone: 'UTC', columns: [], questions: [], ...part }
}

describe('the fields offered for a column', () => {
  it('can each be read in exactly the ways the engine reads them', () => {
    const offered = Object.fromEntries(importField.options.map((field) => [field, [...fields[field].reads]]))
    const known = importField.options.map((field) => [field, [...TRANSFORMS_OF_VALUE[FIELD_VALUES[field]]]])
    expect(offered).toEqual(Object.fromEntries(known))
  })

  it('are all there for every kind of file, each once', () => {
    for (const kind of importKind.options) {
      const values = fieldChoices(kind).flatMap(({ items }) => items.map(({ value }) => value))
      expect(values.toSorted()).toEqual([...importField.options].toSorted())
      expect(values.every(isImportField)).toBe(true)
    }
  })

  it('start with those the kind of file has', () => {
    expect(fieldChoices('surveys')[0]?.group).toBe('Survey')
    expect(
      fieldChoices('workforce')
        .map(({ group }) => group)
        .slice(0, 3),
    ).toEqual(['Who', 'Workforce', 'Summary of a period'])
  })
})

describe('giving a column a field', () => {
  it('reads it in the field’s usual way, guessed from its examples', () => {
    expect(withField(aMapping(), aGuess(), 'interaction.handleTime').columns).toEqual([
      {
        column: 'Handle',
        field: 'interaction.handleTime',
        transform: { as: 'duration', unit: 'clock', clockParts: 'm:ss' },
      },
    ])
  })

  it('keeps how the column was recognised where the field can be read that way', () => {
    const guess = aGuess({ transform: { as: 'duration', unit: 'words' } })
    expect(withField(aMapping(), guess, 'interaction.holdTime').columns[0]?.transform).toEqual({
      as: 'duration',
      unit: 'words',
    })
  })

  it('takes the field away from the column that had it', () => {
    const before = withField(aMapping(), aGuess({ column: 'First' }), 'agent.name')
    const after = withField(before, aGuess({ column: 'Second' }), 'agent.name')
    expect(after.columns.map(({ column }) => column)).toEqual(['Second'])
  })

  it('lets several columns be figures of a period', () => {
    const before = withField(aMapping(), aGuess({ column: 'Talk' }), 'shift.statusTime')
    const after = withField(before, aGuess({ column: 'Break' }), 'shift.statusTime')
    expect(after.columns.map(({ column }) => column)).toEqual(['Talk', 'Break'])
  })

  it('leaves it out again with no field', () => {
    const mapped = withField(aMapping(), aGuess(), 'interaction.handleTime')
    expect(withField(mapped, aGuess(), null)).toEqual(aMapping())
    expect(columnUse(aMapping(), 'Handle')).toEqual({ use: 'nothing' })
  })

  it('changes how it is read without touching the others', () => {
    const both = withField(
      withField(aMapping(), aGuess(), 'interaction.handleTime'),
      aGuess({ column: 'Who' }),
      'agent.name',
    )
    const changed = withTransform(both, 'Handle', { as: 'duration', unit: 'seconds' })
    expect(changed.columns.map(({ column, transform }) => [column, transform.as])).toEqual([
      ['Handle', 'duration'],
      ['Who', 'text'],
    ])
  })
})

describe('making a column a question', () => {
  it('reads yes and no as such, numbers on their scale', () => {
    const mapping = withQuestion(
      withQuestion(
        aMapping({ kind: 'evaluations' }),
        aGuess({ column: 'Greeting', examples: ['Yes', 'No', 'N/A'] }),
      ),
      aGuess({ column: 'Empathy', examples: ['3', '5'] }),
    )
    expect(mapping.shape).toBe('wide')
    expect(mapping.questions.map(({ label, scale }) => [label, scale.as, transformWords(scale)])).toEqual([
      ['Greeting', 'flag', 'yes: yes, y'],
      ['Empathy', 'scale', 'score 0 to 5'],
    ])
  })

  it('goes when its only column is given a field instead', () => {
    const mapping = withQuestion(aMapping({ kind: 'evaluations' }), aGuess())
    expect(withField(mapping, aGuess(), 'evaluation.comment').questions).toEqual([])
  })

  it('puts its columns after the mapped ones in the preview, the scored one first', () => {
    const mapping = aMapping({
      columns: [{ column: 'Who', field: 'agent.name', transform: { as: 'text' } }],
      questions: [
        {
          label: 'Greeting',
          section: null,
          answerColumn: 'Greeting',
          scoreColumn: 'Greeting score',
          commentColumn: 'Greeting note',
          weightColumn: null,
          scale: { as: 'scale', min: 0, max: 5 },
          notApplicable: [],
        },
      ],
    })
    expect(previewColumns(mapping).map(({ column }) => column)).toEqual([
      'Who',
      'Greeting score',
      'Greeting',
      'Greeting note',
    ])
  })
})

describe('how a column is read', () => {
  it('keeps the order of a date when a moment becomes a day', () => {
    expect(transformAs('day', { as: 'instant', order: 'dmy' }, [])).toEqual({ as: 'day', order: 'dmy' })
  })

  it('is said in a few words', () => {
    expect([
      transformWords({ as: 'instant', order: 'mdy' }),
      transformWords({ as: 'duration', unit: 'seconds' }),
      transformWords({ as: 'share', scale: 1 }),
      transformWords({ as: 'scale', min: 1, max: 5 }),
    ]).toEqual(['month, day, year', 'seconds', 'share, 0.87', 'score 1 to 5'])
  })
})
