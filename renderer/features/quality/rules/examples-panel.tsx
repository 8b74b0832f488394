import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Badge, Group, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RuleExample } from '../../../../shared/domain/rule-example.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { outcomeWords } from './rule-words.ts'
import styles from './rules.module.css'

/** The rule's own examples, asked with every change. */
export function ExamplesPanel({
  asked,
  rule,
  examples,
  onRemove,
}: {
  asked: { scorecardId: number; questionId: string }
  rule: QuestionRule
  examples: readonly RuleExample[]
  onRemove(index: number): void
}) {
  const query = useQuery({
    ...orpc.rules.runExamples.queryOptions({ input: { ...asked, rule, examples: [...examples] } }),
    enabled: examples.length > 0,
    placeholderData: keepPreviousData,
  })
  const results = query.data?.results ?? []
  const wrong = results.filter(({ isExpected }) => !isExpected).length
  return (
    <Section
      title={t`Examples`}
      note={
        results.length === 0
          ? undefined
          : wrong === 0
            ? t`all ${results.length} as expected`
            : t`${wrong} of ${results.length} not as expected`
      }
    >
      {examples.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>
            None yet. Add conversations from the try, or start from a ready rule: its examples come along.
          </Trans>
        </Text>
      )}
      {examples.map((example, index) => {
        const result = results[index]
        return (
          <details key={index} className={styles.tried}>
            <summary>
              <Group component="span" display="inline-flex" gap={6} maw="calc(100% - 20px)">
                {result && (
                  <Badge variant="light" color={result.isExpected ? 'green' : 'red'} tt="none" fw={500}>
                    {result.isExpected
                      ? t`as expected`
                      : t`answers: ${outcomeWords[result.outcome].toLowerCase()}`}
                  </Badge>
                )}
                <Text span size="sm">
                  {outcomeWords[example.outcome]}: {example.note}
                </Text>
              </Group>
            </summary>
            {result && !result.isExpected && result.sentence !== null && (
              <Text size="xs" c="dimmed">
                {result.sentence}
              </Text>
            )}
            {example.turns.map(({ speaker, text }, turn) => (
              <p key={turn} className={styles.turn}>
                <Text span size="xs" c="dimmed">
                  {speaker}:{' '}
                </Text>
                {text}
              </p>
            ))}
            <ActionIcon size="sm" aria-label={t`Take this example away`} onClick={() => onRemove(index)}>
              <IconX size={13} aria-hidden />
            </ActionIcon>
          </details>
        )
      })}
    </Section>
  )
}
