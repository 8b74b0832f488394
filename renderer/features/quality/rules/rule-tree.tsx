import { Group, NumberInput, Select, Switch, Text, TextInput } from '@mantine/core'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { QuestionRule, RuleProblem } from '../../../../shared/domain/rule.ts'
import { Section } from '../../../ui/page.tsx'
import { AddBlock } from './add-block.tsx'
import { BlockCard } from './block-card.tsx'
import { addTo, removeAt, setAt } from './rule-edits.ts'
import styles from './rules.module.css'

interface TreeProps {
  rule: QuestionRule
  options: readonly string[]
  phraseSets: readonly string[]
  problems: readonly RuleProblem[]
  onChange(edit: (rule: QuestionRule) => QuestionRule): void
}

/** All of a rule: when it applies, what passes and fails or which option is ticked, and what leaves it open. */
export function RuleTree({ rule, options, phraseSets, problems, onChange }: TreeProps) {
  const shared = { phraseSets, problems, onChange }
  const nearMisses = rule.guards?.nearMisses ?? []
  return (
    <>
      <Section
        title="Applies when"
        order={3}
        note={(rule.appliesWhen ?? []).length === 0 ? 'always' : 'all of these hold'}
      >
        {(rule.appliesWhen ?? []).map(({ when, otherwise }, index) => (
          <div key={index} className={styles.root}>
            <BlockCard
              path={`appliesWhen.${index}.when`}
              condition={when}
              {...shared}
              onRemove={() => onChange(removeAt(`appliesWhen.${index}`))}
            />
            <TextInput
              size="xs"
              mt={4}
              label="Else it does not apply, because"
              value={otherwise}
              onChange={(event) =>
                onChange(setAt(`appliesWhen.${index}.otherwise`, event.currentTarget.value))
              }
            />
          </div>
        ))}
        <AddBlock
          label="Add a condition"
          onAdd={(when) => onChange(addTo('appliesWhen', { when, otherwise: 'It did not come up.' }))}
        />
      </Section>
      {rule.answers === 'pass-fail' ? (
        <Section title="Answer" order={3}>
          <BlockCard path="passWhen" condition={rule.passWhen} {...shared} />
          {rule.failWhen === undefined ? (
            <Group gap={8} mt={6} justify="space-between">
              <Text size="sm" c="dimmed">
                Fails where it applies and does not pass.
              </Text>
              <AddBlock
                label="Say what fails; leave the rest open"
                onAdd={(block) => onChange(setAt('failWhen', block))}
              />
            </Group>
          ) : (
            <BlockCard
              path="failWhen"
              condition={rule.failWhen}
              {...shared}
              onRemove={() => onChange(setAt('failWhen', undefined))}
            />
          )}
          <Group gap={10} mt={8}>
            {(['pass', 'fail'] as const).map((outcome) => (
              <OutcomeFields key={outcome} outcome={outcome} rule={rule} options={options} {...shared} />
            ))}
          </Group>
        </Section>
      ) : (
        <Section title="Options" order={3} note="the first that holds is ticked">
          {rule.options.map(({ option, when }, index) => (
            <div key={index} className={styles.root}>
              <Select
                size="xs"
                label="Ticks"
                data={[...new Set([...options, option])]}
                value={option}
                onChange={(value) => {
                  if (value !== null) onChange(setAt(`options.${index}.option`, value))
                }}
              />
              <BlockCard
                path={`options.${index}.when`}
                condition={when}
                {...shared}
                onRemove={() => onChange(removeAt(`options.${index}`))}
              />
            </div>
          ))}
          <AddBlock
            label="Add an option"
            onAdd={(when) =>
              onChange(addTo('options', { option: options[0] ?? 'Yes', when, confidence: 0.8 }))
            }
          />
        </Section>
      )}
      <Section
        title="Left to a person when"
        order={3}
        note="something comes near it, so that “not said” would be unfair"
      >
        {nearMisses.map(({ when }, index) => (
          <BlockCard
            key={index}
            path={`guards.nearMisses.${index}.when`}
            condition={when}
            {...shared}
            onRemove={() => onChange(removeAt(`guards.nearMisses.${index}`))}
          />
        ))}
        <AddBlock label="Add a near miss" onAdd={(when) => onChange(addNearMiss(when))} />
        <Switch
          mt={10}
          size="xs"
          label="“Not said” only where the conversation comes to a proper end"
          checked={rule.guards?.leave === true}
          onChange={(event) => onChange(setAt('guards.leave', event.currentTarget.checked))}
        />
      </Section>
    </>
  )
}

function addNearMiss(when: RuleCondition) {
  return addTo('guards.nearMisses', { when })
}

function OutcomeFields({
  outcome,
  rule,
  options,
  problems,
  onChange,
}: TreeProps & { outcome: 'pass' | 'fail' }) {
  if (rule.answers !== 'pass-fail') return null
  const { option, confidence } = rule[outcome]
  const own = problems.find(({ path }) => path === `${outcome}.option`)
  return (
    <Group gap={6} align="flex-start">
      <Select
        size="xs"
        w={170}
        label={outcome === 'pass' ? 'A pass ticks' : 'A fail ticks'}
        placeholder="the option that means it"
        clearable
        data={[...new Set([...options, ...(option === undefined ? [] : [option])])]}
        value={option ?? null}
        error={own?.sentence}
        onChange={(value) => onChange(setAt(`${outcome}.option`, value ?? undefined))}
      />
      <NumberInput
        size="xs"
        w={90}
        label="How sure"
        suffix=" %"
        min={0}
        max={100}
        value={Math.round(confidence * 100)}
        onChange={(value) => {
          if (typeof value === 'number') onChange(setAt(`${outcome}.confidence`, value / 100))
        }}
      />
    </Group>
  )
}
