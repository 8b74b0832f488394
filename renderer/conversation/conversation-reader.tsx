import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useMemo, useState, type ReactNode } from 'react'
import type { Conversation } from '../../shared/contract/conversations.ts'
import { Instant } from '../ui/time.tsx'
import { Empty } from '../ui/states.tsx'
import colours from './colours.module.css'
import styles from './conversation-reader.module.css'
import { MomentList } from './moments/moment-list.tsx'
import type { Moment } from './moments/moments.ts'
import { RecordingState } from './recording/recording-state.tsx'
import { WhoSpeaks } from './recording/who-speaks.tsx'
import { PlayerBar } from './sound/player-bar.tsx'
import { useFollow } from './sound/use-follow.ts'
import { useListening, type Listening } from './sound/use-listening.ts'
import { useRecordingSound } from './sound/use-sound.ts'
import { SpeakerTimeline } from './timeline/speaker-timeline.tsx'
import { TimelineLegend } from './timeline/timeline-legend.tsx'
import { Transcript } from './transcript/transcript.tsx'
import type { TurnActions } from './transcript/turn.tsx'
import { useCorrections } from './use-corrections.ts'
import { usePlaceKeys } from './use-place-keys.ts'

/** The place in a conversation that its address names. */
export interface Place {
  segment?: number
  question?: string
}

interface ConversationReaderProps {
  conversation: Conversation
  selectedSegment: number | null
  focusedQuestionId: string | null
  /** Where the sound stands ready, in milliseconds, as a shared link says. */
  atMs: number | null
  /** Whether `j`, `k`, `n` and `p` go through turns and moments; the keys of the sound work always. */
  hasPlaceKeys: boolean
  onPlace(place: Place): void
  header: ReactNode
  sideLabel: string
  /** What stands beside the words; it can play from them. */
  renderSide(listening: Listening): ReactNode
}

/**
 * One conversation to read and hear: timeline, sound, moments and words, all leading to the same place, and whatever stands beside them.
 */
export function ConversationReader(props: ConversationReaderProps) {
  const { conversation, selectedSegment, focusedQuestionId, atMs, hasPlaceKeys, onPlace } = props
  const { segments, marks, recording, interactionId } = conversation
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [isFollowing, setIsFollowing] = useFollow(scroller)
  const selectedStart = segments.find(({ index }) => index === selectedSegment)?.startMs
  const sound = useRecordingSound(recording, atMs ?? selectedStart ?? 0)
  const corrections = useCorrections(interactionId)

  const go = (segment: number | null, question: string | null = null) =>
    onPlace({ ...(segment === null ? {} : { segment }), ...(question === null ? {} : { question }) })
  const listening = useListening({
    conversation,
    sound,
    selectedSegment,
    atMs,
    isFollowing,
    onFollow: setIsFollowing,
    onGo: go,
  })
  usePlaceKeys(hasPlaceKeys ? conversation : nowhere, selectedSegment, listening.goTo)

  const { playFrom, playEvidence, loopTurn, shareTurn } = listening
  const actions = useMemo<TurnActions>(
    () => ({
      playFrom,
      evidence: playEvidence,
      loop: loopTurn,
      share: shareTurn,
      correct: corrections.correctText,
      restore: (segment) => void corrections.restore(segment),
      // What went wrong has been said.
      setRole: (segment, role, forWholeSpeaker) =>
        void corrections.setRole(segment, role, forWholeSpeaker).catch(() => {}),
    }),
    [playFrom, playEvidence, loopTurn, shareTurn, corrections],
  )
  const onMoment = (moment: Moment) => {
    if (moment.mark.startMs !== null) listening.playEvidence(moment.mark, moment.segment)
    else go(moment.segment, moment.mark.questionId)
  }
  const isDrawn = segments.length > 0 || recording?.isHeard === true
  const moments = (
    <>
      {(isDrawn || !recording) && (
        <MomentList
          legend={isDrawn && <TimelineLegend marks={marks} recording={recording} />}
          conversation={conversation}
          selectedSegment={selectedSegment}
          onSelect={sound ? onMoment : (moment) => go(moment.segment, moment.mark.questionId)}
        />
      )}
      {recording?.isHeard && (
        <WhoSpeaks
          conversation={conversation}
          recording={recording}
          onSetRole={(segment, role) => actions.setRole(segment, role, true)}
        />
      )}
    </>
  )

  return (
    <main
      ref={setScroller}
      className={`${styles.page} ${colours.palette}`}
      data-listening={sound !== null || undefined}
    >
      {props.header}
      <div className={styles.body}>
        <div className={styles.main}>
          {recording && <RecordingState recording={recording} hasTranscript={segments.length > 0} />}
          <section className={`${styles.lane} ${sound ? styles.listening : ''}`} aria-label={t`Timeline`}>
            {isDrawn && (
              <SpeakerTimeline
                conversation={conversation}
                selectedSegment={selectedSegment}
                sound={sound}
                onSelect={go}
              />
            )}
            {sound ? (
              <PlayerBar
                sound={sound}
                isFollowing={isFollowing}
                onFollow={listening.follow}
                onTurn={listening.turn}
                onMoment={marks.length > 0 ? listening.moment : null}
                onLoop={listening.loop}
                onShare={listening.share}
              />
            ) : (
              moments
            )}
          </section>
          {sound && (
            <section className={styles.lane} aria-label={t`Moments and speakers`}>
              {moments}
            </section>
          )}
          <section className={styles.words} aria-label={t`What was said`}>
            {segments.length > 0 ? (
              <Transcript
                conversation={conversation}
                scroller={scroller}
                selectedSegment={selectedSegment}
                focusedQuestionId={focusedQuestionId}
                sound={sound}
                isFollowing={isFollowing}
                actions={actions}
              />
            ) : (
              <NoTranscript conversation={conversation} />
            )}
          </section>
        </div>
        <aside className={styles.side} aria-label={props.sideLabel} tabIndex={-1}>
          {props.renderSide(listening)}
        </aside>
      </div>
    </main>
  )
}

const nowhere: Pick<Conversation, 'segments' | 'marks'> = { segments: [], marks: [] }

function NoTranscript({ conversation: { recording, wordsDeletedAt } }: { conversation: Conversation }) {
  if (wordsDeletedAt !== null) {
    return (
      <Empty title={t`Deleted for good`}>
        <Trans>
          What was said here was deleted on <Instant at={wordsDeletedAt} show="day" />. What was measured and
          scored before stays.
        </Trans>
      </Empty>
    )
  }
  if (recording?.transcription) {
    return (
      <Empty title={t`No words were found`}>
        <Trans>
          {recording.transcription.model} found nothing to write down in this recording. What it left out as
          silence, repetition or mere guesses: {discardedPieces(recording.transcription.discarded)}.
        </Trans>
      </Empty>
    )
  }
  if (recording) {
    return (
      <Empty title={t`No words yet`}>
        <Trans>Its words come with a transcription.</Trans>
      </Empty>
    )
  }
  return (
    <Empty title={t`No transcript`}>
      <Trans>This contact came without a transcript. Import one under Data and it will appear here.</Trans>
    </Empty>
  )
}

function discardedPieces(discarded: { silent: number; improbable: number; repeated: number }): string {
  const sum = discarded.silent + discarded.improbable + discarded.repeated
  return sum === 1 ? '1 piece' : t`${sum} pieces`
}
