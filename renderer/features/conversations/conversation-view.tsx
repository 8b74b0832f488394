import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useEffect } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { ConversationReader, type Place } from '../../conversation/conversation-reader.tsx'
import reader from '../../conversation/conversation-reader.module.css'
import { Section } from '../../ui/page.tsx'
import { LegsCard, MeasuresCard, SurveyCard } from './conversation-facts.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { AskForReview } from './ask-for-review.tsx'
import { EvaluationPanel } from './evaluations/evaluation-panel.tsx'

interface ConversationViewProps {
  conversation: Conversation
  selectedSegment: number | null
  focusedQuestionId: string | null
  focusedEvaluationId: number | null
  /** Where the sound stands ready, in milliseconds, as a shared link says. */
  atMs: number | null
  onPlace(place: Place): void
}

/** One conversation on one page: its words and sound, with evaluations and figures beside them. */
export function ConversationView(props: ConversationViewProps) {
  const { conversation, focusedQuestionId, focusedEvaluationId } = props

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

  return (
    <ConversationReader
      conversation={conversation}
      selectedSegment={props.selectedSegment}
      focusedQuestionId={focusedQuestionId}
      atMs={props.atMs}
      hasPlaceKeys
      onPlace={props.onPlace}
      header={<ConversationHeader conversation={conversation} />}
      sideLabel={t`Evaluations and figures`}
      renderSide={(listening) => (
        <>
          {inReadingOrder(conversation.evaluationList).map((evaluation) => (
            <div
              key={evaluation.id}
              id={`evaluation-${evaluation.id}`}
              className={reader.lane}
              data-focused={evaluation.id === focusedEvaluationId}
            >
              <EvaluationPanel
                evaluation={evaluation}
                focusedQuestionId={focusedQuestionId}
                onEvidence={(questionId, evidence) => listening.playQuote(questionId, evidence)}
              />
            </div>
          ))}
          {conversation.evaluationList.length === 0 && (
            <Section title={t`Evaluations`}>
              <Text size="sm" c="dimmed">
                <Trans>Nobody has evaluated this conversation yet.</Trans>
              </Text>
            </Section>
          )}
          <AskForReview conversation={conversation} />
          <SurveyCard survey={conversation.survey} />
          <MeasuresCard measures={conversation.measures} recording={conversation.recording} />
          <LegsCard legs={conversation.legs} />
        </>
      )}
    />
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
