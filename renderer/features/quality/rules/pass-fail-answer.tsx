import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group, Select, Text } from '@mantine/core'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { AddBlock } from './add-block.tsx'
import { BlockCard } from './block-card.tsx'
import { SurenessField } from './sureness-field.tsx'
import { useRule } from './rule-context.ts'
import { setAt } from './rule-edits.ts'

type PassFailRule = Extract<QuestionRule, { answers: 'pass-fail' }>

/** What passes, what fails, and what that ticks on the form. */
export function PassFailAnswer({ rule }: { rule: PassFailRule }) {
  const { step } = useRule()
  return (
    <>
      <BlockCard path="passWhen" condition={rule.passWhen} />
      {rule.failWhen === undefined ? (
        <Group gap={8} mt={6} justify="space-between">
          <Text size="sm" c="dimmed">
            <Trans>Fails where it applies and does not pass.</Trans>
          </Text>
          <AddBlock
            label={t`Say what fails; leave the rest open`}
            onAdd={(block) => step({ edit: setAt('failWhen', block), to: 'failWhen', isNew: true })}
          />
        </Group>
      ) : (
        <BlockCard path="failWhen" condition={rule.failWhen} />
      )}
      <Group gap={10} mt={8} align="flex-start">
        <OutcomeFields outcome="pass" rule={rule} />
        <OutcomeFields outcome="fail" rule={rule} />
      </Group>
    </>
  )
}

function OutcomeFields({ outcome, rule }: { outcome: 'pass' | 'fail'; rule: PassFailRule }) {
  const { options, usual, problems, change } = useRule()
  const { option, confidence } = rule[outcome]
  const own = problems.find(({ path }) => path === `${outcome}.option`)
  return (
    <Group gap={6} align="flex-start">
      <Select
        size="xs"
        w={170}
        label={outcome === 'pass' ? t`A pass ticks` : t`A fail ticks`}
        placeholder={usual[outcome] ?? t`choose an option`}
        clearable
        clearButtonProps={{ 'aria-label': t`Tick the usual option` }}
        data={[...new Set([...options, ...(option === undefined ? [] : [option])])]}
        value={option ?? null}
        error={own?.sentence}
        onChange={(value) => change(setAt(`${outcome}.option`, value ?? undefined))}
      />
      <SurenessField
        confidence={confidence}
        onChange={(sure) => change(setAt(`${outcome}.confidence`, sure), `${outcome}.confidence`)}
      />
    </Group>
  )
}
