import { t } from '@lingui/core/macro'
import { Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { Sound } from '../../app/sound/sound.ts'
import { wordAt } from '../sound/playback.ts'
import { useSoundState } from '../sound/use-sound.ts'
import { joinedSpans, redactionLabel, textPieces } from './text-pieces.ts'
import styles from './transcript.module.css'
import type { Mark, Segment, TurnEvidence } from './turn.tsx'

interface TurnTextProps {
  segment: Segment
  evidence: TurnEvidence[]
  focusedQuestionId: string | null
  /** Whether there is a recording, in which redacted stretches are silent. */
  hasSound: boolean
  onEvidence(mark: Mark): void
}

const spokenId = 'spoken'

/** The text of the turn being spoken, the word at the sound's position marked. */
export function SpokenTurnText({ sound, ...props }: TurnTextProps & { sound: Sound }) {
  const { words } = props.segment
  const place = useSoundState(sound, ({ positionMs }) => wordAt(words, positionMs))
  return <TurnText {...props} spoken={place === null ? null : (words?.[place] ?? null)} />
}

/** A turn's text in pieces: plain, evidence, what was taken out, the word being spoken. Each piece knows where in the text it begins. */
export function TurnText(props: TurnTextProps & { spoken?: { startChar: number; endChar: number } | null }) {
  const { segment, evidence, focusedQuestionId, hasSound, onEvidence, spoken = null } = props
  const spans = joinedSpans(
    evidence.flatMap(({ id, mark }) => {
      if (mark.startChar === null || mark.endChar === null) return []
      const start = mark.firstSegment === segment.index ? mark.startChar : 0
      const end =
        (mark.lastSegment ?? mark.firstSegment) === segment.index ? mark.endChar : segment.text.length
      return [{ id, start, end, group: `${mark.questionId} ${mark.verdict}` }]
    }),
  )
  if (spoken) spans.push({ id: spokenId, start: spoken.startChar, end: spoken.endChar })
  return textPieces(segment.text, spans).map((piece) => {
    const isSpoken = piece.spanIds.includes(spokenId)
    const content = piece.isRedaction ? (
      <Tooltip
        label={
          hasSound
            ? t`Taken out before the conversation was stored, and silent in playback`
            : t`Taken out before the conversation was stored`
        }
      >
        <span className={styles.redaction}>
          <IconLock size={11} aria-hidden />
          {redactionLabel(piece.text)}
        </span>
      </Tooltip>
    ) : (
      piece.text
    )
    const found = evidence.find(({ id }) => piece.spanIds.includes(id))
    if (!found) {
      return (
        <span key={piece.start} data-from={piece.start} className={isSpoken ? styles.spoken : undefined}>
          {content}
        </span>
      )
    }
    const { mark } = found
    return (
      <mark
        key={piece.start}
        data-from={piece.start}
        className={[
          styles.evidence,
          styles[mark.verdict ?? 'abstain'],
          mark.questionId !== null && mark.questionId === focusedQuestionId ? styles.focused : '',
          isSpoken ? styles.spoken : '',
        ].join(' ')}
        title={mark.label}
        onClick={(event) => {
          // The evidence is played, not the word that was hit.
          event.stopPropagation()
          onEvidence(mark)
        }}
      >
        {content}
      </mark>
    )
  })
}
