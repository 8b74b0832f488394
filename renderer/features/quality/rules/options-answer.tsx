import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Text } from '@mantine/core'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { AddBlock } from './add-block.tsx'
import { BlockCard } from './block-card.tsx'
import { addStep } from './block-steps.ts'
import { SurenessField } from './sureness-field.tsx'
import { useRule } from './rule-context.ts'
import { setAt } from './rule-edits.ts'
import styles from './rules.module.css'

type OptionsRule = Extract<QuestionRule, { answers: 'options' }>

/** The options in the order in which they are asked, and what is ticked where none of them holds. */
export function OptionsAnswer({ rule }: { rule: OptionsRule }) {
  const { options, problems, change, step } = useRule()
  const { otherwise } = rule
  const own = problems.filter(({ path }) => path === 'options')
  const free = options.find((option) => !rule.options.some((one) => one.option === option))
  const next = free ?? options[0] ?? 'Yes'
  return (
    <>
      {own.map(({ sentence }) => (
        <Text key={sentence} size="xs" className={styles.problem} role="alert">
          {sentence}
        </Text>
      ))}
      {rule.options.map(({ option, when, confidence }, index) => (
        <div key={index} className={styles.root}>
          <TickFields path={`options.${index}`} {...{ option, confidence }} />
          <BlockCard path={`options.${index}.when`} condition={when} />
        </div>
      ))}
      <AddBlock
        label={t`Add an option`}
        onAdd={(when) => step(addStep(rule, 'options', { option: next, when, confidence: 0.8 }))}
      />
      <Group gap={8} mt={10} align="flex-end">
        {otherwise === undefined ? (
          <>
            <Text size="sm" c="dimmed">
              <Trans>Where none of them holds, it is left open.</Trans>
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => change(setAt('otherwise', { option: next, confidence: 0.8 }))}
            >
              <Trans>Tick something then</Trans>
            </Button>
          </>
        ) : (
          <>
            <TickFields path="otherwise" label={t`Where none of them holds, ticks`} {...otherwise} />
            <Button size="compact-xs" variant="default" onClick={() => change(setAt('otherwise', undefined))}>
              <Trans>Leave it open instead</Trans>
            </Button>
          </>
        )}
      </Group>
    </>
  )
}

function TickFields({
  path,
  label = 'Ticks',
  option,
  confidence,
}: {
  path: string
  label?: string
  option: string
  confidence: number
}) {
  const { options, problems, change } = useRule()
  return (
    <Group gap={6} align="flex-start">
      <Select
        size="xs"
        w={220}
        label={label}
        allowDeselect={false}
        data={[...new Set([...options, option])]}
        value={option}
        error={problems.find((one) => one.path === `${path}.option`)?.sentence}
        onChange={(value) => {
          if (value !== null) change(setAt(`${path}.option`, value))
        }}
      />
      <SurenessField
        confidence={confidence}
        onChange={(sure) => change(setAt(`${path}.confidence`, sure), `${path}.confidence`)}
      />
    </Group>
  )
}
