import { t } from '@lingui/core/macro'
import { Group, MultiSelect } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { Choice } from './choice.tsx'
import { LinesField } from './lines-field.tsx'
import { MissingLists } from './missing-lists.tsx'
import { NumberField } from './number-field.tsx'
import { useRule } from './rule-context.ts'
import { speakerChoices, toleranceWords } from './rule-words.ts'
import styles from './rules.module.css'
import { WhereFields } from './where-fields.tsx'
import { withValue } from './without.ts'

type WithPhrases = Extract<RuleCondition, { phrases: string[] }>

/** Phrases one a line, whose they are, where they have to be said and how exactly. */
export function PhraseFields({
  path,
  condition,
  onChange,
}: {
  path: string
  condition: WithPhrases
  onChange(condition: RuleCondition): void
}) {
  const { phraseSets, problems } = useRule()
  const { sets = [] } = condition
  const problemOf = (key: 'phrases' | 'except') => {
    const list = key === 'phrases' ? condition.phrases : 'except' in condition ? (condition.except ?? []) : []
    const own = problems.filter((one) => one.path.startsWith(`${path}.${key}.`))
    return own.length === 0
      ? undefined
      : own
          .slice(0, 3)
          .map(({ path: at, sentence }) => lineWords(list[Number(at.split('.').at(-1))], sentence))
          .join(' ')
  }
  const setsField = (
    <MultiSelect
      size="xs"
      mt={6}
      searchable
      label={t`Ready sets of phrases`}
      data={[...new Set([...phraseSets, ...sets])]}
      value={sets}
      onChange={(chosen) => onChange(withValue(condition, 'sets', chosen.length === 0 ? undefined : chosen))}
    />
  )
  return (
    <div className={styles.fields}>
      <LinesField
        label={t`Phrases, one a line`}
        description={t`As people say it. (a|b) is a choice, [a] may be left out, [..3] are up to three words, {name} is a word list.`}
        lines={condition.phrases}
        error={problemOf('phrases')}
        onChange={(phrases) => onChange({ ...condition, phrases })}
      />
      <MissingLists phrases={condition.phrases} />
      {sets.length > 0 && setsField}
      <Group gap={8} mt={6} align="flex-start">
        {'by' in condition && (
          <Choice
            label={t`Said by`}
            width={140}
            words={speakerChoices}
            value={condition.by}
            onChange={(by) => onChange({ ...condition, by })}
          />
        )}
        {(condition.kind === 'said' || condition.kind === 'not-said') && (
          <NumberField
            label={t`At least`}
            suffix=" times"
            placeholder={t`1 time`}
            width={110}
            min={1}
            max={50}
            isWhole
            value={condition.leastTimes}
            onChange={(leastTimes) => onChange(withValue(condition, 'leastTimes', leastTimes))}
          />
        )}
        {condition.kind !== 'own-name' && (
          <Choice
            label={t`What recognition may get wrong`}
            width={210}
            words={toleranceWords}
            value={condition.tolerance ?? 'off'}
            onChange={(tolerance) =>
              onChange(withValue(condition, 'tolerance', tolerance === 'off' ? undefined : tolerance))
            }
          />
        )}
      </Group>
      <WhereFields condition={condition} onChange={onChange} />
      <details className={styles.more}>
        <summary>
          {condition.kind === 'own-name' ? t`Ready sets` : t`What does not count, and ready sets`}
        </summary>
        {condition.kind !== 'own-name' && (
          <>
            <LinesField
              label={t`Not counted as part of, one a line`}
              description={t`“help” does not count within “could not help”.`}
              rows={1}
              lines={condition.except ?? []}
              error={problemOf('except')}
              onChange={(except) =>
                onChange(withValue(condition, 'except', except.length === 0 ? undefined : except))
              }
            />
            <Group gap={8} mt={6} align="flex-start">
              <NumberField
                label={t`Not counted after “not” or “never” within`}
                suffix=" words"
                placeholder={t`counts anyway`}
                width={250}
                max={10}
                min={0}
                isWhole
                value={condition.negationWindow}
                onChange={(window) => onChange(withValue(condition, 'negationWindow', window))}
              />
            </Group>
            <MultiSelect
              size="xs"
              mt={6}
              searchable
              label={t`Not counted as part of these ready sets`}
              data={[...new Set([...phraseSets, ...(condition.exceptSets ?? [])])]}
              value={condition.exceptSets ?? []}
              onChange={(chosen) =>
                onChange(withValue(condition, 'exceptSets', chosen.length === 0 ? undefined : chosen))
              }
            />
          </>
        )}
        {sets.length === 0 && setsField}
      </details>
    </div>
  )
}

function lineWords(line: string | undefined, sentence: string): string {
  return line === undefined || sentence.includes(`"${line}"`) ? sentence : `“${line}”: ${sentence}`
}
