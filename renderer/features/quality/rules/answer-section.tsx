import { t } from '@lingui/core/macro'
import { SegmentedControl, Text } from '@mantine/core'
import { Section } from '../../../ui/page.tsx'
import { toOptions, toPassFail, whyNotPassFail } from './answer-kind.ts'
import { OptionsAnswer } from './options-answer.tsx'
import { PassFailAnswer } from './pass-fail-answer.tsx'
import { useRule } from './rule-context.ts'

/** What the rule answers: passed or failed, or one of several options. */
export function AnswerSection() {
  const { rule, options, usual, change } = useRule()
  const whyNot = whyNotPassFail(rule)
  return (
    <Section
      title={t`Answer`}
      order={3}
      note={rule.answers === 'options' ? t`the first option that holds is ticked` : undefined}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t`What the rule answers`}
          data={[
            { value: 'pass-fail', label: t`Pass or fail`, disabled: whyNot !== undefined },
            { value: 'options', label: t`Several options` },
          ]}
          value={rule.answers}
          onChange={(value) =>
            change((now) => (value === 'options' ? toOptions(now, options, usual) : toPassFail(now, usual)))
          }
        />
      }
    >
      {whyNot && (
        <Text size="xs" c="dimmed">
          {whyNot}
        </Text>
      )}
      {rule.answers === 'options' ? <OptionsAnswer rule={rule} /> : <PassFailAnswer rule={rule} />}
    </Section>
  )
}
