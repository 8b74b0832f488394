import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Group, Text, Title } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { TextLink } from '../../ui/link.tsx'
import { Instant } from '../../ui/time.tsx'
import styles from './conversation-page.module.css'
import { LawfulBasisAlert, LawfulBasisChip } from './lawful-basis-chip.tsx'
import { PrivacyMenu } from './privacy-menu.tsx'
import { useWhereOneWas } from './list/where-one-was.ts'
import { channelWords, compoundWords, csatWords, durationWords } from '../../conversation/words.ts'

/** What the conversation is: topic, agent, when, how long, how it ended. */
export function ConversationHeader({ conversation }: { conversation: Conversation }) {
  const search = useWhereOneWas((state) => state.search)
  const found = useWhereOneWas((state) => state.found)
  const facts: [string, React.ReactNode][] = [
    [t`Agent`, conversation.agent ? <AgentName key="agent" agent={conversation.agent} /> : t`not known`],
    [t`When`, <Instant key="when" at={conversation.at} />],
    [t`Length`, durationWords(conversation.durationMs)],
    [t`Channel`, channelWords(conversation.channel)],
    [t`Satisfaction`, csatWords(conversation.csat)],
    [
      t`Customer at the end`,
      conversation.customerSentimentEnd === null
        ? t`not available`
        : compoundWords(conversation.customerSentimentEnd),
    ],
    [t`Contact`, conversation.contactRef ?? t`no id`],
    [t`Source`, conversation.source],
  ]
  return (
    <header className={styles.head}>
      {found?.hit.startsWith(`${conversation.interactionId} `) ? (
        <Link to="/conversations/search" search={found.search} className={styles.back}>
          <Trans>
            <IconChevronLeft size={15} aria-hidden />
            What was found
          </Trans>
        </Link>
      ) : (
        <Link to="/conversations" search={search} className={styles.back}>
          <Trans>
            <IconChevronLeft size={15} aria-hidden />
            Conversations
          </Trans>
        </Link>
      )}
      <Group gap="sm" align="baseline">
        <Title order={1}>{titleOf(conversation)}</Title>
        {conversation.queue && conversation.reason && (
          <Text c="dimmed" size="md">
            {conversation.queue}
          </Text>
        )}
        {conversation.languageCode && !conversation.languageCode.toLowerCase().startsWith('en') && (
          <Badge variant="default" tt="none">
            <Trans>language: {conversation.languageCode}</Trans>
          </Badge>
        )}
      </Group>
      <Group gap="xs">
        <LawfulBasisChip interactionId={conversation.interactionId} />
        <PrivacyMenu interactionId={conversation.interactionId} />
      </Group>
      <LawfulBasisAlert interactionId={conversation.interactionId} />
      <dl className={styles.strip}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

function titleOf({ reason, queue, agent, recording }: Conversation): string {
  const topic = reason ?? queue ?? recording?.title ?? (agent ? null : recording?.name) ?? t`Conversation`
  return agent ? t`${topic} with ${agent.name}` : topic
}

function AgentName({ agent }: { agent: NonNullable<Conversation['agent']> }) {
  return (
    <>
      <TextLink to="/coaching" search={{ agent: agent.id }} fw={650} title={t`Coaching of ${agent.name}`}>
        {agent.name}
      </TextLink>
      {agent.team && (
        <Text span c="dimmed" fw={400}>
          {' '}
          · {agent.team}
        </Text>
      )}
    </>
  )
}
