import { Group, MultiSelect, NumberInput, TagsInput } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { Choice } from './choice.tsx'
import styles from './rules.module.css'
import { without } from './without.ts'

type WithPhrases = Extract<RuleCondition, { phrases: string[] }>
type Where = NonNullable<WithPhrases['where']>

const speakerWords = { agent: 'the agent', customer: 'the customer', anyone: 'anybody' } as const
const toleranceWords = {
  off: 'exactly as written',
  'one-edit': 'one wrong letter',
  'sounds-alike': 'words that sound alike',
} as const
const limits = [
  ['firstTurns', 'First', ' turns', 1],
  ['lastTurns', 'Last', ' turns', 1],
  ['toSeconds', 'First', ' s', 0],
  ['fromSeconds', 'After', ' s', 0],
  ['lastSeconds', 'Last', ' s', 0],
] as const

/** Phrases as tags, whose they are, and where they have to be said. */
export function PhraseFields({
  condition,
  phraseSets,
  onChange,
}: {
  condition: WithPhrases
  phraseSets: readonly string[]
  onChange(condition: RuleCondition): void
}) {
  const { where = {}, sets = [] } = condition
  const setWhere = (key: keyof Where, value: string | number) => {
    const changed: Where = { ...where }
    if (typeof value === 'number') changed[key] = value
    else delete changed[key]
    const rest = without(condition, 'where')
    onChange(Object.keys(changed).length === 0 ? rest : { ...rest, where: changed })
  }
  const setsField = (
    <MultiSelect
      size="xs"
      mt={6}
      searchable
      label="Ready sets of phrases"
      data={phraseSets}
      value={sets}
      onChange={(chosen) => onChange({ ...condition, sets: chosen })}
    />
  )
  return (
    <div className={styles.fields}>
      <TagsInput
        size="xs"
        label="Phrases"
        description="Press Enter after each. (a|b) is a choice, [a] may be left out, [..3] are up to three words."
        value={condition.phrases}
        splitChars={[]}
        acceptValueOnBlur
        onChange={(phrases) => onChange({ ...condition, phrases })}
      />
      {sets.length > 0 && setsField}
      <details className={styles.more}>
        <summary>Who, where and how exactly</summary>
        <Group gap={8} align="flex-end">
          {'by' in condition && (
            <Choice
              label="Said by"
              width={130}
              words={speakerWords}
              value={condition.by}
              onChange={(by) => onChange({ ...condition, by })}
            />
          )}
          {limits.map(([key, label, suffix, min]) => (
            <NumberInput
              key={key}
              size="xs"
              w={100}
              label={label}
              suffix={suffix}
              min={min}
              value={where[key] ?? ''}
              onChange={(value) => setWhere(key, value)}
            />
          ))}
          {condition.kind !== 'own-name' && (
            <Choice
              label="What recognition may get wrong"
              words={toleranceWords}
              value={condition.tolerance ?? 'off'}
              onChange={(tolerance) => onChange({ ...condition, tolerance })}
            />
          )}
        </Group>
        {sets.length === 0 && setsField}
        {condition.kind !== 'own-name' && (
          <Group gap={8} align="flex-start" mt={6} grow>
            <TagsInput
              size="xs"
              label="But not as part of"
              value={condition.except ?? []}
              splitChars={[]}
              acceptValueOnBlur
              onChange={(except) => onChange({ ...condition, except })}
            />
            <NumberInput
              size="xs"
              label="Not within so many words after “not”"
              min={0}
              max={10}
              value={condition.negationWindow ?? ''}
              onChange={(value) => {
                const rest = without(condition, 'negationWindow')
                onChange(typeof value === 'number' ? { ...rest, negationWindow: value } : rest)
              }}
            />
          </Group>
        )}
      </details>
    </div>
  )
}
