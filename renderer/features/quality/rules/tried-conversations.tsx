import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Menu, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import type {
  ExplainedConversation,
  RuleOutcome,
  TriedConversation,
} from '../../../../shared/contract/rules.ts'
import type { RuleExample } from '../../../../shared/domain/rule-example.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Instant } from '../../../ui/time.tsx'
import { outcomeWords } from './rule-words.ts'
import styles from './rules.module.css'

interface TriedProps {
  asked: { scorecardId: number; questionId: string }
  rule: QuestionRule
  conversations: readonly TriedConversation[]
  onExample(example: RuleExample): void
}

const mostTurns = 3
const outcomes = Object.keys(outcomeWords) as RuleOutcome[]

/** A page of conversations with what the rule found in them. */
export function TriedConversations({ asked, rule, conversations, onExample }: TriedProps) {
  const interactionIds = conversations.map(({ interactionId }) => interactionId)
  const query = useQuery({
    ...orpc.rules.explain.queryOptions({ input: { ...asked, rule, interactionIds } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const explained = new Map((query.data ?? []).map((one) => [one.interactionId, one]))
  if (conversations.length === 0)
    return (
      <Text size="sm" c="dimmed">
        <Trans>None.</Trans>
      </Text>
    )
  return conversations.map((one) => {
    const found = explained.get(one.interactionId)
    return (
      <div key={one.interactionId} className={styles.tried}>
        <Group justify="space-between" gap={8}>
          <Group gap={6}>
            <TextLink
              size="sm"
              to="/conversations/$interactionId"
              params={{ interactionId: one.interactionId }}
              search={{ ...(found?.matches[0] && { segment: found.matches[0].segment }) }}
            >
              {one.contactRef ?? t`Conversation ${one.interactionId}`}
            </TextLink>
            <Text size="xs" c="dimmed">
              {one.agent ?? t`nobody known`}
              {one.at !== null && (
                <>
                  {' · '}
                  <Instant at={one.at} />
                </>
              )}
            </Text>
          </Group>
          <Group gap={4}>
            <Badge variant="default" tt="none" fw={500}>
              {one.option ?? outcomeWords[one.outcome]}
            </Badge>
            {one.before !== null && one.before !== one.outcome && (
              <Badge variant="light" color="yellow" tt="none" fw={500}>
                <Trans>was {outcomeWords[one.before].toLowerCase()}</Trans>
              </Badge>
            )}
            {one.human !== null && (
              <Badge variant="light" color={one.human === one.outcome ? 'green' : 'red'} tt="none" fw={500}>
                <Trans>person: {outcomeWords[one.human].toLowerCase()}</Trans>
              </Badge>
            )}
          </Group>
        </Group>
        {found && <Found found={found} onExample={onExample} />}
      </div>
    )
  })
}

function Found({
  found,
  onExample,
}: {
  found: ExplainedConversation
  onExample(example: RuleExample): void
}) {
  const segments = [...new Set(found.matches.map(({ segment }) => segment))].toSorted((a, b) => a - b)
  return (
    <>
      {found.sentence !== null && (
        <Text size="xs" c="dimmed">
          {found.sentence}
        </Text>
      )}
      {segments.slice(0, mostTurns).map((segment) => (
        <p key={segment} className={styles.turn}>
          <Text span size="xs" c="dimmed">
            {found.turns[segment]?.speaker}:{' '}
          </Text>
          <Highlighted
            text={found.turns[segment]?.text ?? ''}
            matches={found.matches.filter((match) => match.segment === segment)}
          />
        </p>
      ))}
      {segments.length > mostTurns && (
        <Text size="xs" c="dimmed">
          <Trans>and in {segments.length - mostTurns} more turns</Trans>
        </Text>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-xs" variant="subtle" mt={4}>
            <Trans>Add as an example</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Trans>What the rule should answer</Trans>
          </Menu.Label>
          {outcomes.map((outcome) => (
            <Menu.Item key={outcome} onClick={() => onExample(exampleOf(found, outcome))}>
              {outcomeWords[outcome]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function exampleOf({ turns, languageCode }: ExplainedConversation, outcome: RuleOutcome): RuleExample {
  return {
    outcome,
    note: t`From a conversation.`,
    languageCode,
    turns: turns
      .filter(({ text }) => text !== '')
      .map(({ speaker, text, startMs, endMs }) => ({
        speaker: speaker === 'agent' || speaker === 'customer' ? speaker : 'unknown',
        text,
        ...(startMs !== null && { startMs }),
        ...(endMs !== null && { endMs }),
      })),
  }
}

/** A turn's text with what was found marked; where places overlap, the one that begins first counts. */
function Highlighted({ text, matches }: { text: string; matches: ExplainedConversation['matches'] }) {
  const marked = apart(matches)
  const end = marked.at(-1)?.end ?? 0
  return (
    <>
      {marked.map(({ path, start, end: to, hasDecided }, index) => (
        <Fragment key={`${path} ${start}`}>
          {text.slice(marked[index - 1]?.end ?? 0, start)}
          <mark data-decided={hasDecided || undefined}>{text.slice(start, to)}</mark>
        </Fragment>
      ))}
      {text.slice(end)}
    </>
  )
}

function apart(matches: ExplainedConversation['matches']): ExplainedConversation['matches'] {
  const found: ExplainedConversation['matches'] = []
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (match.start >= (found.at(-1)?.end ?? 0)) found.push(match)
  return found
}
