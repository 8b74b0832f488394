import { Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Fragment, memo } from 'react'
import type { Conversation } from '../../../../shared/contract/conversations.ts'
import { VerdictIcon } from '../verdict.tsx'
import { compoundName, compoundWords, placeWords } from '../words.ts'
import { joinedSpans, redactionLabel, textPieces } from './text-pieces.ts'
import styles from './transcript.module.css'

export type Segment = Conversation['segments'][number]
export type Mark = Conversation['marks'][number]

/** A mark of evidence within one turn, under an id that is stable for the page. */
export interface TurnEvidence {
  id: string
  mark: Mark
}

interface TurnProps {
  segment: Segment
  speakerName: string
  evidence: TurnEvidence[]
  startsBlock: boolean
  isSelected: boolean
  focusedQuestionId: string | null
  onEvidence(mark: Mark): void
}

const sides: Record<Segment['role'], string | undefined> = {
  agent: styles.fromAgent,
  customer: styles.fromCustomer,
  bot: styles.fromOthers,
  unknown: styles.fromCustomer,
}

/** One turn: the speaker on its side, the text with redactions and evidence, the customer's sentiment as tint and figure. */
export const Turn = memo(function Turn(props: TurnProps) {
  const { segment, speakerName, evidence, startsBlock, isSelected, focusedQuestionId, onEvidence } = props
  const mood = segment.sentiment === null ? null : compoundName(segment.sentiment)
  const place = placeWords(segment.startMs, segment.index)
  return (
    <li
      id={`segment-${segment.index}`}
      className={[styles.item, sides[segment.role], isSelected ? styles.selected : ''].join(' ')}
      aria-current={isSelected ? 'location' : undefined}
      tabIndex={-1}
    >
      {startsBlock && (
        <div className={styles.speaker}>
          <span className={styles.speakerName}>{speakerName}</span>
          <span>{place}</span>
        </div>
      )}
      <div className={styles.line}>
        <div
          className={[
            styles.turn,
            mood === 'negative' ? styles.negative : '',
            mood === 'positive' ? styles.positive : '',
          ].join(' ')}
        >
          <TurnText
            segment={segment}
            evidence={evidence}
            focusedQuestionId={focusedQuestionId}
            onEvidence={onEvidence}
          />
        </div>
        {segment.sentiment !== null && mood !== 'neutral' && (
          <Tooltip label={`Customer sentiment of this turn, −1 to +1: ${mood}`}>
            <span
              className={styles.meta}
              style={{ color: mood === 'negative' ? 'var(--negative)' : 'var(--positive)' }}
            >
              <span className="visually-hidden">{mood} </span>
              {compoundWords(segment.sentiment)}
            </span>
          </Tooltip>
        )}
        {!startsBlock && <span className={`${styles.meta} ${styles.time}`}>{place}</span>}
      </div>
      {evidence.length > 0 && (
        <div className={styles.verdicts}>
          {oncePerQuestion(evidence).map(({ id, mark }) => (
            <button key={id} type="button" className={styles.verdict} onClick={() => onEvidence(mark)}>
              <VerdictIcon verdict={mark.verdict} size={12} />
              {mark.label}
            </button>
          ))}
        </div>
      )}
    </li>
  )
})

/** A question that stands on several phrases of a turn is named once below it. */
function oncePerQuestion(evidence: TurnEvidence[]): TurnEvidence[] {
  const seen = new Set<string>()
  return evidence.filter(({ mark }) => {
    const key = `${mark.questionId} ${mark.verdict} ${mark.label}`
    return !seen.has(key) && seen.add(key)
  })
}

function TurnText({
  segment,
  evidence,
  focusedQuestionId,
  onEvidence,
}: Pick<TurnProps, 'segment' | 'evidence' | 'focusedQuestionId' | 'onEvidence'>) {
  const spans = joinedSpans(
    evidence.flatMap(({ id, mark }) => {
      if (mark.startChar === null || mark.endChar === null) return []
      const start = mark.firstSegment === segment.index ? mark.startChar : 0
      const end =
        (mark.lastSegment ?? mark.firstSegment) === segment.index ? mark.endChar : segment.text.length
      return [{ id, start, end, group: `${mark.questionId} ${mark.verdict}` }]
    }),
  )
  return textPieces(segment.text, spans).map((piece, place) => {
    const content = piece.isRedaction ? (
      <Tooltip label="Taken out before the conversation was stored">
        <span className={styles.redaction}>
          <IconLock size={11} aria-hidden />
          {redactionLabel(piece.text)}
        </span>
      </Tooltip>
    ) : (
      piece.text
    )
    const found = evidence.find(({ id }) => piece.spanIds.includes(id))
    if (!found) return <Fragment key={place}>{content}</Fragment>
    const { mark } = found
    return (
      <mark
        key={place}
        className={[
          styles.evidence,
          styles[mark.verdict ?? 'abstain'],
          mark.questionId !== null && mark.questionId === focusedQuestionId ? styles.focused : '',
        ].join(' ')}
        title={mark.label}
        onClick={() => onEvidence(mark)}
      >
        {content}
      </mark>
    )
  })
}
