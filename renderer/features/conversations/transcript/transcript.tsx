import { IconPlayerPause, IconVolumeOff } from '@tabler/icons-react'
import { Fragment, useMemo } from 'react'
import type { Conversation } from '../../../../shared/contract/conversations.ts'
import { durationWords } from '../words.ts'
import { speakerName } from './speaker-name.ts'
import styles from './transcript.module.css'
import { type Mark, type Segment, Turn, type TurnEvidence } from './turn.tsx'

interface TranscriptProps {
  conversation: Pick<Conversation, 'segments' | 'marks' | 'agent'>
  selectedSegment: number | null
  focusedQuestionId: string | null
  onEvidence(mark: Mark): void
}

const noEvidence: TurnEvidence[] = []

/** The turns in order, with the evidence that stands on each and the silences and holds between them. */
export function Transcript({
  conversation,
  selectedSegment,
  focusedQuestionId,
  onEvidence,
}: TranscriptProps) {
  const evidence = useMemo(() => evidenceBySegment(conversation.marks), [conversation.marks])
  const gaps = useMemo(() => gapsBefore(conversation.segments, conversation.marks), [conversation])
  return (
    <ol className={styles.transcript} aria-label="Transcript">
      {conversation.segments.map((segment, place) => {
        const before = conversation.segments[place - 1]
        const gap = gaps.get(segment.index)
        return (
          <Fragment key={segment.index}>
            {gap && (
              <li className={styles.gap}>
                <span>
                  {gap.kind === 'hold' ? (
                    <IconPlayerPause size={13} aria-hidden />
                  ) : (
                    <IconVolumeOff size={13} aria-hidden />
                  )}
                  {gapWords(gap)}
                </span>
              </li>
            )}
            <Turn
              segment={segment}
              speakerName={speakerName(segment, conversation.agent)}
              evidence={evidence.get(segment.index) ?? noEvidence}
              startsBlock={gap !== undefined || before?.speaker !== segment.speaker}
              isSelected={selectedSegment === segment.index}
              focusedQuestionId={focusedQuestionId}
              onEvidence={onEvidence}
            />
          </Fragment>
        )
      })}
    </ol>
  )
}

function gapWords(gap: Mark): string {
  const length = gap.startMs !== null && gap.endMs !== null ? durationWords(gap.endMs - gap.startMs) : null
  if (gap.kind === 'hold') return length ? `on hold, ${length}` : 'on hold'
  return length ? `${length} of silence` : 'silence'
}

function evidenceBySegment(marks: readonly Mark[]): Map<number, TurnEvidence[]> {
  const found = new Map<number, TurnEvidence[]>()
  for (const [place, mark] of marks.entries()) {
    if (mark.kind !== 'evidence' || mark.firstSegment === null) continue
    const last = mark.lastSegment ?? mark.firstSegment
    for (let segment = mark.firstSegment; segment <= last; segment++) {
      found.set(segment, [...(found.get(segment) ?? []), { id: `evidence-${place}`, mark }])
    }
  }
  return found
}

/** The silence or hold that stands directly before a turn, by the turn's index. The longer one where there are two. */
function gapsBefore(segments: readonly Segment[], marks: readonly Mark[]): Map<number, Mark> {
  const gaps = new Map<number, Mark>()
  for (const mark of marks) {
    if ((mark.kind !== 'silence' && mark.kind !== 'hold') || mark.startMs === null) continue
    const { startMs } = mark
    const next = segments.find((segment) => segment.startMs !== null && segment.startMs >= startMs + 1)
    if (!next) continue
    const known = gaps.get(next.index)
    const lengthOf = (gap: Mark) => (gap.endMs ?? 0) - (gap.startMs ?? 0)
    if (!known || lengthOf(known) < lengthOf(mark)) gaps.set(next.index, mark)
  }
  return gaps
}
