import { t } from '@lingui/core/macro'
import { Group } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { Choice } from './choice.tsx'
import { newBlock } from './new-block.ts'
import { reachOf, ReachFields } from './reach-fields.tsx'
import { directionWords, everyPassageWords, everyPlaceWords, withoutWords } from './rule-words.ts'
import { without, withValue } from './without.ts'

type Block<Kind> = Extract<RuleCondition, { kind: Kind }>

const passageKinds = {
  after: t`what comes after`,
  before: t`what comes before`,
  between: 'from … to …',
} as const

/** How close one thing has to come to the other. */
export function NearFields({
  condition,
  onChange,
}: {
  condition: Block<'near'>
  onChange(condition: RuleCondition): void
}) {
  return (
    <Group gap={8} mt={6} align="flex-start">
      <Choice
        label={t`Where`}
        width={140}
        words={directionWords}
        value={condition.direction}
        onChange={(direction) => onChange({ ...condition, direction })}
      />
      <ReachFields
        reach={reachOf(condition)}
        onChange={(reach) => onChange({ ...without(condition, 'turns', 'turnsOf', 'seconds'), ...reach })}
      />
      <Choice
        label={t`Where the other comes several times`}
        width={220}
        words={everyPlaceWords}
        value={condition.howMany ?? 'some'}
        onChange={(howMany) =>
          onChange(withValue(condition, 'howMany', howMany === 'some' ? undefined : howMany))
        }
      />
    </Group>
  )
}

/** Which passage is looked at, and what holds where there are several or none. */
export function WithinFields({
  condition,
  onChange,
}: {
  condition: Block<'within'>
  onChange(condition: RuleCondition): void
}) {
  const { passage } = condition
  return (
    <Group gap={8} mt={6} align="flex-start">
      <Choice
        label={t`Which passage`}
        width={170}
        words={passageKinds}
        value={passage.kind}
        onChange={(kind) => {
          if (kind === passage.kind) return
          const anchor = passage.kind === 'between' ? passage.from : passage.anchor
          onChange({
            ...condition,
            passage:
              kind === 'between'
                ? { kind, from: anchor, to: newBlock('said') }
                : { ...(passage.kind === 'between' ? { turns: 5 } : reachOf(passage)), kind, anchor },
          })
        }}
      />
      {passage.kind !== 'between' && (
        <ReachFields
          reach={reachOf(passage)}
          onChange={(reach) =>
            onChange({
              ...condition,
              passage: { kind: passage.kind, anchor: passage.anchor, ...reach },
            })
          }
        />
      )}
      <Choice
        label={t`Of several passages`}
        width={150}
        words={everyPassageWords}
        value={condition.howMany ?? 'some'}
        onChange={(howMany) =>
          onChange(withValue(condition, 'howMany', howMany === 'some' ? undefined : howMany))
        }
      />
      <Choice
        label={t`Without such a passage`}
        width={160}
        words={withoutWords}
        value={condition.withoutPassage ?? 'unknown'}
        onChange={(withoutPassage) => onChange({ ...condition, withoutPassage })}
      />
    </Group>
  )
}
