import { t } from '@lingui/core/macro'
import { Group, Select } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { ruleMeasures } from '../../../../shared/domain/rule-measures.ts'
import { say } from '../../../../shared/speech/voice.ts'
import { Choice } from './choice.tsx'
import { LimitFields } from './limit-fields.tsx'
import { NumberField } from './number-field.tsx'
import { NearFields, WithinFields } from './passage-fields.tsx'
import { PhraseFields } from './phrase-fields.tsx'
import { everyPlaceWords, momentWords, moodWords } from './rule-words.ts'
import { withValue } from './without.ts'

interface FieldsProps {
  path: string
  condition: RuleCondition
  onChange(condition: RuleCondition): void
}

/** What is to be set in one block itself. */
export function BlockFields({ path, condition, onChange }: FieldsProps) {
  switch (condition.kind) {
    case 'said':
    case 'not-said':
    case 'own-name':
      return <PhraseFields {...{ path, condition, onChange }} />
    case 'pace':
    case 'talked-over':
      return (
        <>
          <PhraseFields {...{ path, condition, onChange }} />
          <Group gap={8} mt={6} align="flex-start">
            <LimitFields
              condition={condition}
              unit={condition.kind === 'pace' ? 'words-per-minute' : 'seconds'}
              onChange={onChange}
            />
            <Choice
              label={t`Where it is said several times`}
              words={everyPlaceWords}
              value={condition.howMany ?? 'some'}
              onChange={(howMany) =>
                onChange(withValue(condition, 'howMany', howMany === 'some' ? undefined : howMany))
              }
            />
          </Group>
        </>
      )
    case 'measure':
      return (
        <Group gap={8} mt={6} align="flex-start">
          <Select
            size="xs"
            w={230}
            label={t`What is measured`}
            allowDeselect={false}
            searchable
            data={ruleMeasures.map(({ id, label }) => ({ value: id, label: say(label) }))}
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
        <Group gap={8} mt={6} align="flex-start">
          <Choice
            label={t`When`}
            words={moodWords}
            value={condition.of}
            onChange={(of) => onChange({ ...condition, of })}
          />
          <LimitFields condition={condition} unit="" onChange={onChange} />
        </Group>
      )
    case 'moment':
      return (
        <Group gap={8} mt={6} align="flex-start">
          <Choice
            label={t`What happens`}
            width={230}
            words={momentWords}
            value={condition.moment}
            onChange={(moment) => onChange({ ...condition, moment })}
          />
          <NumberField
            label={t`At least`}
            suffix=" s"
            placeholder={t`any length`}
            min={0}
            max={86_400}
            value={condition.leastSeconds}
            onChange={(value) => onChange(withValue(condition, 'leastSeconds', value))}
          />
        </Group>
      )
    case 'at-least':
      return (
        <Group mt={6}>
          <NumberField
            label={t`How many`}
            min={1}
            max={200}
            isWhole
            isNeeded
            value={condition.count}
            onChange={(count) => onChange({ ...condition, count: count ?? condition.count })}
          />
        </Group>
      )
    case 'order':
      return (
        <Group mt={6}>
          <Choice
            label={t`Where the second comes several times`}
            width={220}
            words={everyPlaceWords}
            value={condition.howMany ?? 'some'}
            onChange={(howMany) =>
              onChange(withValue(condition, 'howMany', howMany === 'some' ? undefined : howMany))
            }
          />
        </Group>
      )
    case 'near':
      return <NearFields {...{ condition, onChange }} />
    case 'within':
      return <WithinFields {...{ condition, onChange }} />
    case 'all':
    case 'any':
    case 'none':
    case 'not':
      return null
  }
}
