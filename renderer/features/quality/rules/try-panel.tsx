import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, NumberInput, Progress, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RuleExample } from '../../../../shared/domain/rule-example.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { formatCount } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import styles from './rules.module.css'
import { TriedConversations } from './tried-conversations.tsx'
import { isShown, shownWords, TryFigures, type Shown } from './try-figures.tsx'
import { useRuleTry } from './use-rule-try.ts'

interface TryProps {
  asked: { scorecardId: number; questionId: string }
  rule: QuestionRule
  /** Whether the rule can be asked. */
  isReady: boolean
  onExample(example: RuleExample): void
}

const perPage = 6

/** What the rule answers on real conversations, told while they are looked at. */
export function TryPanel({ asked, rule, isReady, onExample }: TryProps) {
  const [days, setDays] = useState(90)
  const [agentId, setAgentId] = useState<number | undefined>(undefined)
  const [shown, setShown] = useState<Shown | null>(null)
  const [page, setPage] = useState(0)
  const people = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const { tried, figures, conversations, error } = useRuleTry(
    asked,
    rule,
    { days, agentId, limit: 10_000 },
    isReady,
  )
  const chosen = conversations.filter((one) => isShown(one, shown))
  const pages = Math.max(1, Math.ceil(chosen.length / perPage))
  const at = Math.min(page, pages - 1)
  const show = (next: Shown) => {
    setShown(shown === next ? null : next)
    setPage(0)
  }
  return (
    <>
      <Section
        title={t`Tried on conversations`}
        note={
          figures && (
            <span role="status">
              {figures.isFinished
                ? t`${formatCount(figures.total)} looked at`
                : t`${formatCount(figures.done)} of ${formatCount(figures.total)}`}
            </span>
          )
        }
      >
        <Group gap={8} align="flex-end" mb={8}>
          <NumberInput
            size="xs"
            w={120}
            label={t`Last`}
            suffix=" days"
            min={1}
            max={3660}
            value={days}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1) setDays(Math.round(value))
            }}
          />
          <Select
            size="xs"
            w={190}
            label={t`Agent`}
            placeholder={t`everybody`}
            clearable
            searchable
            data={(people.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={agentId === undefined ? null : String(agentId)}
            onChange={(value) => setAgentId(value === null ? undefined : Number(value))}
          />
        </Group>
        {!isReady && (
          <Text size="sm" c="dimmed">
            <Trans>The rule is tried as soon as nothing is wrong with it.</Trans>
          </Text>
        )}
        {error !== null && (
          <Text size="sm" className={styles.problem} role="alert">
            {errorSentence(error)}
          </Text>
        )}
        {figures && !figures.isFinished && (
          <Progress
            size="xs"
            value={(100 * figures.done) / Math.max(1, figures.total)}
            aria-label={t`Conversations looked at`}
          />
        )}
        {figures?.total === 0 && (
          <Text size="sm" c="dimmed">
            <Trans>There are no conversations with words in these days.</Trans>
          </Text>
        )}
        {figures && figures.total > 0 && <TryFigures figures={figures} shown={shown} onShow={show} />}
      </Section>
      {conversations.length > 0 && (
        <Section
          title={shown === null ? t`Conversations` : shownWords(shown)}
          note={formatCount(chosen.length)}
          actions={
            <>
              <Button size="compact-xs" variant="default" disabled={at === 0} onClick={() => setPage(at - 1)}>
                <Trans>Newer</Trans>
              </Button>
              <Text size="xs" c="dimmed">
                <Trans>
                  {at + 1} of {pages}
                </Trans>
              </Text>
              <Button
                size="compact-xs"
                variant="default"
                disabled={at >= pages - 1}
                onClick={() => setPage(at + 1)}
              >
                <Trans>Older</Trans>
              </Button>
            </>
          }
        >
          <TriedConversations
            asked={asked}
            rule={tried}
            conversations={chosen.slice(at * perPage, (at + 1) * perPage)}
            onExample={onExample}
          />
        </Section>
      )}
    </>
  )
}
