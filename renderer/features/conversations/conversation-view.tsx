import { Badge, Group, Text, Title } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { Instant } from '../../ui/time.tsx'
import colours from './colours.module.css'
import { LegsCard, MeasuresCard, SurveyCard } from './conversation-facts.tsx'
import styles from './conversation-page.module.css'
import { EvaluationPanel } from './evaluations/evaluation-panel.tsx'
import { useWhereOneWas } from './list/where-one-was.ts'
import { MomentList } from './moments/moment-list.tsx'
import { usePlaceKeys } from './use-place-keys.ts'
import { SpeakerTimeline } from './timeline/speaker-timeline.tsx'
import { TimelineLegend } from './timeline/timeline-legend.tsx'
import { Transcript } from './transcript/transcript.tsx'
import { channelWords, compoundWords, csatWords, durationWords } from './words.ts'

/** The place in a conversation that its address names. */
export interface Place {
  segment?: number
  question?: string
}

interface ConversationViewProps {
  conversation: Conversation
  selectedSegment: number | null
  focusedQuestionId: string | null
  focusedEvaluationId: number | null
  onPlace(place: Place): void
}

/** One conversation on one page. Evidence, moments, timeline and transcript all lead to the same place, which the address holds. */
export function ConversationView(props: ConversationViewProps) {
  const { conversation, selectedSegment, focusedQuestionId, focusedEvaluationId, onPlace } = props

  useEffect(() => {
    if (selectedSegment === null) return
    const turn = document.querySelector<HTMLElement>(`#segment-${selectedSegment}`)
    turn?.scrollIntoView({ block: 'center', behavior: prefersStill() ? 'auto' : 'smooth' })
    turn?.focus({ preventScroll: true })
  }, [selectedSegment])

  useEffect(() => {
    const target =
      focusedQuestionId !== null
        ? `#${CSS.escape(`question-${focusedQuestionId}`)}`
        : focusedEvaluationId !== null
          ? `#evaluation-${focusedEvaluationId}`
          : null
    if (target === null) return
    document
      .querySelector(target)
      ?.scrollIntoView({ block: 'nearest', behavior: prefersStill() ? 'auto' : 'smooth' })
  }, [focusedQuestionId, focusedEvaluationId])

  const go = (segment: number | null, question: string | null = null) =>
    onPlace({ ...(segment === null ? {} : { segment }), ...(question === null ? {} : { question }) })
  usePlaceKeys(conversation, selectedSegment, go)

  return (
    <main className={`${styles.page} ${colours.palette}`}>
      <Header conversation={conversation} />
      <div className={styles.body}>
        <section className={styles.lane} aria-label="Timeline">
          {conversation.segments.length > 0 && (
            <SpeakerTimeline conversation={conversation} selectedSegment={selectedSegment} onSelect={go} />
          )}
          <MomentList
            legend={conversation.segments.length > 0 && <TimelineLegend marks={conversation.marks} />}
            conversation={conversation}
            selectedSegment={selectedSegment}
            onSelect={(moment) => go(moment.segment, moment.mark.questionId)}
          />
        </section>
        <section className={styles.words} aria-label="What was said">
          {conversation.segments.length === 0 ? (
            <Empty title="No transcript">
              This contact came without a transcript. Import one under Data and it will appear here.
            </Empty>
          ) : (
            <Transcript
              conversation={conversation}
              selectedSegment={selectedSegment}
              focusedQuestionId={focusedQuestionId}
              onEvidence={(mark) => go(mark.firstSegment, mark.questionId)}
            />
          )}
        </section>
        <aside className={styles.side} aria-label="Evaluations and figures" tabIndex={-1}>
          {inReadingOrder(conversation.evaluationList).map((evaluation) => (
            <div
              key={evaluation.id}
              id={`evaluation-${evaluation.id}`}
              className={styles.lane}
              data-focused={evaluation.id === focusedEvaluationId}
            >
              <EvaluationPanel
                evaluation={evaluation}
                focusedQuestionId={focusedQuestionId}
                onEvidence={(questionId, evidence) => go(evidence.segment, questionId)}
              />
            </div>
          ))}
          {conversation.evaluationList.length === 0 && (
            <Section title="Evaluations">
              <Text size="sm" c="dimmed">
                Nobody has evaluated this conversation yet.
              </Text>
            </Section>
          )}
          <SurveyCard survey={conversation.survey} />
          <MeasuresCard measures={conversation.measures} />
          <LegsCard legs={conversation.legs} />
        </aside>
      </div>
    </main>
  )
}

function Header({ conversation }: { conversation: Conversation }) {
  const search = useWhereOneWas((state) => state.search)
  const found = useWhereOneWas((state) => state.found)
  const facts: [string, React.ReactNode][] = [
    ['Agent', conversation.agent ? <AgentName key="agent" agent={conversation.agent} /> : 'not known'],
    ['When', <Instant key="when" at={conversation.at} />],
    ['Length', durationWords(conversation.durationMs)],
    ['Channel', channelWords(conversation.channel)],
    ['Satisfaction', csatWords(conversation.csat)],
    [
      'Customer at the end',
      conversation.customerSentimentEnd === null
        ? 'not available'
        : compoundWords(conversation.customerSentimentEnd),
    ],
    ['Contact', conversation.contactRef ?? 'no id'],
    ['Source', conversation.source],
  ]
  return (
    <header className={styles.head}>
      {found?.hit.startsWith(`${conversation.interactionId} `) ? (
        <Link to="/conversations/search" search={found.search} className={styles.back}>
          <IconChevronLeft size={15} aria-hidden />
          What was found
        </Link>
      ) : (
        <Link to="/conversations" search={search} className={styles.back}>
          <IconChevronLeft size={15} aria-hidden />
          Conversations
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
            language: {conversation.languageCode}
          </Badge>
        )}
      </Group>
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

function titleOf({ reason, queue, agent }: Conversation): string {
  const topic = reason ?? queue ?? 'Conversation'
  return agent ? `${topic} with ${agent.name}` : topic
}

function AgentName({ agent }: { agent: NonNullable<Conversation['agent']> }) {
  return (
    <>
      <TextLink to="/coaching" search={{ agent: agent.id }} fw={650} title={`Coaching of ${agent.name}`}>
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

/** What people said before what machines found. */
function inReadingOrder(evaluations: Conversation['evaluationList']): Conversation['evaluationList'] {
  const rank = { human: 0, assisted: 1, automated: 2 }
  return evaluations.toSorted((a, b) => rank[a.origin] - rank[b.origin])
}

function prefersStill(): boolean {
  return globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
}
