import { Button, Group, NumberInput, Progress, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RuleOutcome, RuleTry, TriedConversation } from '../../../../shared/contract/rules.ts'
import type { RuleExample } from '../../../../shared/domain/rule-example.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { formatCount, formatNumber } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { outcomeWords } from './rule-words.ts'
import styles from './rules.module.css'
import { TriedConversations } from './tried-conversations.tsx'
import { useRuleTry } from './use-rule-try.ts'

interface TryProps {
  asked: { scorecardId: number; questionId: string }
  rule: QuestionRule
  /** Whether the rule can be asked. */
  isReady: boolean
  onExample(example: RuleExample): void
}

const outcomes = ['pass', 'fail', 'not-applicable', 'abstain'] as const
type Shown = RuleOutcome | 'changed' | 'differs'
const perPage = 6

/** What the rule answers on real conversations, told while they are looked at. */
export function TryPanel({ asked, rule, isReady, onExample }: TryProps) {
  const [days, setDays] = useState(90)
  const [agentId, setAgentId] = useState<number | undefined>(undefined)
  const [shown, setShown] = useState<Shown | null>(null)
  const [page, setPage] = useState(0)
  const people = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const { figures, conversations, error } = useRuleTry(asked, rule, { days, agentId, limit: 10_000 }, isReady)
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
        title="Tried on conversations"
        note={
          figures && (
            <span role="status">
              {figures.isFinished
                ? `${formatCount(figures.total)} looked at`
                : `${formatCount(figures.done)} of ${formatCount(figures.total)}`}
            </span>
          )
        }
      >
        <Group gap={8} align="flex-end" mb={8}>
          <NumberInput
            size="xs"
            w={120}
            label="Last"
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
            label="Agent"
            placeholder="everybody"
            clearable
            searchable
            data={(people.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={agentId === undefined ? null : String(agentId)}
            onChange={(value) => setAgentId(value === null ? undefined : Number(value))}
          />
        </Group>
        {!isReady && (
          <Text size="sm" c="dimmed">
            The rule is tried as soon as nothing is wrong with it.
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
            aria-label="Conversations looked at"
          />
        )}
        {figures?.total === 0 && (
          <Text size="sm" c="dimmed">
            There are no conversations with words in these days.
          </Text>
        )}
        {figures && figures.total > 0 && <Figures figures={figures} shown={shown} onShow={show} />}
      </Section>
      {conversations.length > 0 && (
        <Section
          title={shown === null ? 'Conversations' : shownWords(shown)}
          note={formatCount(chosen.length)}
          actions={
            <>
              <Button size="compact-xs" variant="default" disabled={at === 0} onClick={() => setPage(at - 1)}>
                Newer
              </Button>
              <Text size="xs" c="dimmed">
                {at + 1} of {pages}
              </Text>
              <Button
                size="compact-xs"
                variant="default"
                disabled={at >= pages - 1}
                onClick={() => setPage(at + 1)}
              >
                Older
              </Button>
            </>
          }
        >
          <TriedConversations
            asked={asked}
            rule={rule}
            conversations={chosen.slice(at * perPage, (at + 1) * perPage)}
            onExample={onExample}
          />
        </Section>
      )}
    </>
  )
}

function isShown({ outcome, before, human }: TriedConversation, shown: Shown | null): boolean {
  if (shown === null) return true
  if (shown === 'changed') return before !== null && before !== outcome
  if (shown === 'differs') return human !== null && human !== outcome
  return outcome === shown
}

function shownWords(shown: Shown): string {
  if (shown === 'changed') return 'Answered otherwise than now'
  return shown === 'differs' ? 'Answered otherwise than by a person' : outcomeWords[shown]
}

function Figures({
  figures,
  shown,
  onShow,
}: {
  figures: RuleTry
  shown: Shown | null
  onShow(shown: Shown): void
}) {
  const { counts, done, changed, human, reasons } = figures
  return (
    <>
      {outcomes.map((outcome) => {
        const n = counts[outcome] ?? 0
        const share = done === 0 ? 0 : n / done
        return (
          <button
            key={outcome}
            type="button"
            className={styles.bar}
            aria-pressed={shown === outcome}
            onClick={() => onShow(outcome)}
          >
            <span>{outcomeWords[outcome]}</span>
            <span className={styles.track}>
              <span className={styles.fill} data-outcome={outcome} style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles.figure}>
              {formatCount(n)} · {formatNumber(share * 100, share > 0 && share < 0.1 ? 1 : 0)}%
            </span>
          </button>
        )
      })}
      {changed && (
        <Group gap={8} mt={8}>
          <Button
            size="compact-xs"
            variant={shown === 'changed' ? 'filled' : 'default'}
            aria-pressed={shown === 'changed'}
            onClick={() => onShow('changed')}
          >
            {formatCount(changed.n)} changed
          </Button>
          <Text size="xs" c="dimmed">
            {changed.moves
              .slice(0, 3)
              .map(({ from, to, n }) => `${outcomeWords[from]} → ${outcomeWords[to]}: ${formatCount(n)}`)
              .join(' · ')}
          </Text>
        </Group>
      )}
      {human && (
        <Group gap={8} mt={8}>
          <Button
            size="compact-xs"
            variant={shown === 'differs' ? 'filled' : 'default'}
            aria-pressed={shown === 'differs'}
            onClick={() => onShow('differs')}
          >
            Against people
          </Button>
          <Text size="xs" c="dimmed">
            {human.agreement === null
              ? 'No conversation both answered yet.'
              : `Agrees on ${formatCount(human.agreements)} of ${formatCount(human.n)}: ${formatNumber(human.agreement.share * 100)}% (${formatNumber(human.agreement.low * 100)} to ${formatNumber(human.agreement.high * 100)}%)`}
            {human.confusion
              .filter((pair) => pair.human !== pair.rule)
              .map(
                (pair) =>
                  ` · person ${outcomeWords[pair.human].toLowerCase()}, rule ${outcomeWords[pair.rule].toLowerCase()}: ${formatCount(pair.n)}`,
              )
              .join('')}
          </Text>
        </Group>
      )}
      {reasons.length > 0 && (
        <details className={styles.more}>
          <summary>Why it is left open or does not apply</summary>
          {reasons.map(({ outcome, sentence, n }) => (
            <Text key={`${outcome} ${sentence}`} size="xs">
              {formatCount(n)} · {sentence}
            </Text>
          ))}
        </details>
      )}
    </>
  )
}
