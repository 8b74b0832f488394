import { Group, NumberInput, Select } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { ruleMeasures } from '../../../../shared/domain/rule-measures.ts'
import { newBlock } from './rule-edits.ts'
import { Choice } from './choice.tsx'
import { LimitFields } from './limit-fields.tsx'
import { PhraseFields } from './phrase-fields.tsx'
import { ReachFields } from './reach-fields.tsx'
import { momentWords, moodWords } from './rule-words.ts'
import { without } from './without.ts'

interface FieldsProps<Condition> {
  condition: Condition
  phraseSets: readonly string[]
  onChange(condition: RuleCondition): void
}

const howManyWords = { some: 'at least once', every: 'every time' } as const
const withoutWords = { unknown: 'left open', true: 'holds', false: 'does not hold' } as const
const directionWords = { after: 'after', before: 'before', either: 'before or after' } as const

/** What is to be set in one block itself. */
export function BlockFields({ condition, phraseSets, onChange }: FieldsProps<RuleCondition>) {
  switch (condition.kind) {
    case 'said':
    case 'not-said':
    case 'own-name':
      return <PhraseFields condition={condition} phraseSets={phraseSets} onChange={onChange} />
    case 'pace':
    case 'talked-over':
      return (
        <>
          <PhraseFields condition={condition} phraseSets={phraseSets} onChange={onChange} />
          <LimitFields
            condition={condition}
            unit={condition.kind === 'pace' ? 'words-per-minute' : 'seconds'}
            onChange={onChange}
          />
        </>
      )
    case 'measure':
      return (
        <Group gap={8} mt={6} align="flex-end">
          <Select
            size="xs"
            w={230}
            label="What is measured"
            allowDeselect={false}
            data={ruleMeasures.map(({ id, label }) => ({ value: id, label }))}
            value={condition.metric}
            onChange={(value) => {
              const measure = ruleMeasures.find(({ id }) => id === value)
              if (measure) onChange({ ...condition, metric: measure.id })
            }}
          />
          <LimitFields
            condition={condition}
            unit={ruleMeasures.find(({ id }) => id === condition.metric)?.unit ?? ''}
            onChange={onChange}
          />
        </Group>
      )
    case 'sentiment':
      return (
        <Group gap={8} mt={6} align="flex-end">
          <Choice
            label="When"
            words={moodWords}
            value={condition.of}
            onChange={(of) => onChange({ ...condition, of })}
          />
          <LimitFields condition={condition} unit="" onChange={onChange} />
        </Group>
      )
    case 'moment':
      return (
        <Group gap={8} mt={6} align="flex-end">
          <Choice
            label="What happens"
            words={momentWords}
            value={condition.moment}
            onChange={(moment) => onChange({ ...condition, moment })}
          />
          <NumberInput
            size="xs"
            w={120}
            label="At least"
            suffix=" s"
            min={0}
            value={condition.leastSeconds ?? ''}
            onChange={(value) => {
              const rest = without(condition, 'leastSeconds')
              onChange(typeof value === 'number' ? { ...rest, leastSeconds: value } : rest)
            }}
          />
        </Group>
      )
    case 'at-least':
      return (
        <NumberInput
          size="xs"
          w={120}
          mt={6}
          label="How many"
          min={1}
          max={200}
          value={condition.count}
          onChange={(value) => {
            if (typeof value === 'number') onChange({ ...condition, count: value })
          }}
        />
      )
    case 'order':
      return (
        <Group mt={6}>
          <Choice
            label="How often"
            words={howManyWords}
            value={condition.howMany ?? 'some'}
            onChange={(howMany) => onChange({ ...condition, howMany })}
          />
        </Group>
      )
    case 'near':
      return (
        <Group gap={8} mt={6} align="flex-end">
          <Choice
            label="Where"
            words={directionWords}
            value={condition.direction}
            onChange={(direction) => onChange({ ...condition, direction })}
          />
          <ReachFields
            reach={condition}
            onChange={(reach) => {
              const rest = without(condition, 'turns', 'seconds')
              onChange({ ...rest, ...reach })
            }}
          />
        </Group>
      )
    case 'within':
      return <WithinFields condition={condition} phraseSets={phraseSets} onChange={onChange} />
    default:
      return null
  }
}

const passageKinds = {
  after: 'what comes after',
  before: 'what comes before',
  between: 'from … to …',
} as const

function WithinFields({ condition, onChange }: FieldsProps<Extract<RuleCondition, { kind: 'within' }>>) {
  const { passage } = condition
  return (
    <Group gap={8} mt={6} align="flex-end">
      <Choice
        label="Which passage"
        words={passageKinds}
        value={passage.kind}
        onChange={(kind) => {
          const anchor = passage.kind === 'between' ? passage.from : passage.anchor
          onChange({
            ...condition,
            passage:
              kind === 'between'
                ? { kind, from: anchor, to: newBlock('said') }
                : { ...(passage.kind === 'between' ? { turns: 5 } : passage), kind, anchor },
          })
        }}
      />
      {passage.kind !== 'between' && (
        <ReachFields
          reach={passage}
          onChange={(reach) => {
            const rest = without(passage, 'turns', 'seconds')
            onChange({ ...condition, passage: { ...rest, ...reach } })
          }}
        />
      )}
      <Choice
        label="Without such a passage"
        words={withoutWords}
        value={condition.withoutPassage ?? 'unknown'}
        onChange={(withoutPassage) => onChange({ ...condition, withoutPassage })}
      />
    </Group>
  )
}
