import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox, Group, Stack, Text } from '@mantine/core'
import { Section } from '../../../ui/page.tsx'
import { AddBlock } from './add-block.tsx'
import { BlockCard } from './block-card.tsx'
import { addStep } from './block-steps.ts'
import { NumberField } from './number-field.tsx'
import { useRule } from './rule-context.ts'
import { setAt } from './rule-edits.ts'
import styles from './rules.module.css'
import { SentenceField } from './sentence-field.tsx'

/** What is left out of a rule stands for this. */
const switches = [
  { key: 'start', label: t`the transcript lacks the beginning in which it is looked for`, usual: true },
  { key: 'end', label: t`the transcript lacks the end in which it is looked for`, usual: true },
  { key: 'leave', label: t`the line was lost or the call was handed over, without a goodbye`, usual: false },
  { key: 'lastWord', label: t`the customer had the last word`, usual: false },
] as const

/** When nothing is held against anybody: near misses, what the transcript lacks, and how sure an answer has to be. */
export function OpenSection() {
  const { rule, change, step } = useRule()
  const guards = rule.guards ?? {}
  return (
    <Section
      title={t`Left to a person when`}
      order={3}
      note={t`so that “not said” is not held against anybody wrongly`}
    >
      {(guards.nearMisses ?? []).map(({ when, sentence }, index) => (
        <div key={index} className={styles.root}>
          <BlockCard path={`guards.nearMisses.${index}.when`} condition={when} />
          <SentenceField
            label={t`Reason shown`}
            placeholder={t`Something like it was said: whether it counts is for a person to judge.`}
            value={sentence}
            onChange={(value) =>
              change(
                setAt(`guards.nearMisses.${index}.sentence`, value),
                `guards.nearMisses.${index}.sentence`,
              )
            }
          />
        </div>
      ))}
      <AddBlock
        label={t`Add a near miss`}
        onAdd={(when) => step(addStep(rule, 'guards.nearMisses', { when }))}
      />
      <Text size="sm" mt={12} mb={6}>
        <Trans>Not found, and …</Trans>
      </Text>
      <Stack gap={6}>
        {switches.map(({ key, label, usual }) => (
          <Checkbox
            key={key}
            size="xs"
            label={label}
            checked={guards[key] ?? usual}
            onChange={(event) => {
              const isOn = event.currentTarget.checked
              change(setAt(`guards.${key}`, isOn === usual ? undefined : isOn))
            }}
          />
        ))}
      </Stack>
      <Group gap={8} mt={10} align="flex-start">
        <NumberField
          label={t`the agent says fewer than`}
          suffix=" words"
          width={185}
          placeholder={t`20 words`}
          min={0}
          max={10_000}
          isWhole
          value={guards.leastAgentWords}
          onChange={(value) => change(setAt('guards.leastAgentWords', value), 'guards.leastAgentWords')}
        />
        <NumberField
          label={t`more turns not understood than`}
          width={190}
          suffix=" %"
          placeholder="20 %"
          factor={100}
          min={0}
          max={100}
          value={guards.mostUnheardShare}
          onChange={(value) => change(setAt('guards.mostUnheardShare', value), 'guards.mostUnheardShare')}
        />
        <NumberField
          label={t`any answer is less sure than`}
          width={165}
          suffix=" %"
          placeholder="50 %"
          factor={100}
          min={0}
          max={100}
          value={guards.leastConfidence}
          onChange={(value) => change(setAt('guards.leastConfidence', value), 'guards.leastConfidence')}
        />
      </Group>
    </Section>
  )
}
