import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Tooltip } from '@mantine/core'
import { IconPencil, IconPlayerPlayFilled } from '@tabler/icons-react'
import { memo, type ReactNode, type Ref, useState } from 'react'
import type { Conversation } from '../../../shared/contract/conversations.ts'
import { wordAtCharacter } from '../sound/playback.ts'
import type { Sound } from '../../app/sound/sound.ts'
import { VerdictIcon } from '../verdict.tsx'
import { compoundName, compoundWords, moodWords, placeWords } from '../words.ts'
import { characterAt } from './character-at.ts'
import styles from './transcript.module.css'
import { TurnEditor } from './turn-editor.tsx'
import { TurnMenu } from './turn-menu.tsx'
import { SpokenTurnText, TurnText } from './turn-text.tsx'
import { roleNames } from './speaker-name.ts'

export type Segment = Conversation['segments'][number]
export type Mark = Conversation['marks'][number]

/** A mark of evidence within one turn, under an id that is stable for the page. */
export interface TurnEvidence {
  id: string
  mark: Mark
}

/** What can be done with a turn. Stable for the page, so that a turn is drawn again only when it changes. */
export interface TurnActions {
  playFrom(segment: Segment, ms: number): void
  evidence(mark: Mark): void
  correct(segment: Segment, text: string): Promise<void>
  setRole(segment: Segment, role: 'agent' | 'customer', forWholeSpeaker: boolean): void
  restore(segment: Segment): void
  loop(segment: Segment): void
  share(segment: Segment): void
}

interface TurnProps {
  ref?: Ref<HTMLLIElement>
  place: number
  ofTurns: number
  segment: Segment
  speakerName: string
  evidence: TurnEvidence[]
  /** The silence or hold before it. */
  gap: ReactNode
  startsBlock: boolean
  isSelected: boolean
  /** The sound is within it. */
  isSpoken: boolean
  focusedQuestionId: string | null
  sound: Sound | null
  actions: TurnActions
}

const sides: Record<Segment['role'], string | undefined> = {
  agent: styles.fromAgent,
  customer: styles.fromCustomer,
  bot: styles.fromOthers,
  unknown: styles.fromCustomer,
}

/** One turn: the speaker on its side, the text with redactions and evidence, the customer's sentiment as tint and figure. */
export const Turn = memo(function Turn({ ref, ...props }: TurnProps) {
  const { segment, speakerName, evidence, gap, startsBlock, isSelected, isSpoken, sound, actions } = props
  const [isEdited, setIsEdited] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const mood = segment.sentiment === null ? null : compoundName(segment.sentiment)
  const save = (text: string) => {
    setIsSaving(true)
    void actions
      .correct(segment, text)
      .then(() => setIsEdited(false))
      // What went wrong has been said; the text stays in the field.
      .catch(() => {})
      .finally(() => setIsSaving(false))
  }
  const text = {
    segment,
    evidence,
    focusedQuestionId: props.focusedQuestionId,
    hasSound: sound !== null,
    onEvidence: actions.evidence,
  }
  return (
    <li
      ref={ref}
      id={`segment-${segment.index}`}
      data-index={props.place}
      aria-posinset={props.place + 1}
      aria-setsize={props.ofTurns}
      className={[
        styles.item,
        sides[segment.role],
        isSelected ? styles.selected : '',
        isSpoken ? styles.isSpoken : '',
      ].join(' ')}
      aria-current={isSelected ? 'location' : undefined}
      data-spoken={isSpoken || undefined}
      tabIndex={-1}
    >
      {gap}
      {startsBlock && (
        <div className={styles.speaker}>
          <span className={styles.speakerName}>{speakerName}</span>
          <TurnTime segment={segment} sound={sound} actions={actions} />
        </div>
      )}
      {isEdited ? (
        <TurnEditor
          text={segment.text}
          isSaving={isSaving}
          onSave={save}
          onLeave={() => setIsEdited(false)}
        />
      ) : (
        <div className={styles.line}>
          <div
            className={[
              styles.turn,
              mood === 'negative' ? styles.negative : '',
              mood === 'positive' ? styles.positive : '',
            ].join(' ')}
            data-playable={(sound !== null && segment.words !== null) || undefined}
            onClick={(event) => {
              if (!sound || segment.words === null) return
              const character = characterAt(event)
              const word = character === null ? null : wordAtCharacter(segment.words, character)
              if (word) actions.playFrom(segment, word.startMs)
            }}
          >
            {isSpoken && sound ? <SpokenTurnText {...text} sound={sound} /> : <TurnText {...text} />}
          </div>
          {segment.sentiment !== null && mood !== 'neutral' && (
            <Tooltip
              label={t`Customer sentiment of this turn, −1 to +1: ${mood === null ? '' : moodWords[mood]}`}
            >
              <span
                className={styles.meta}
                style={{ color: mood === 'negative' ? 'var(--negative)' : 'var(--positive)' }}
              >
                <span className="visually-hidden">{mood === null ? '' : moodWords[mood]} </span>
                {compoundWords(segment.sentiment)}
              </span>
            </Tooltip>
          )}
          {segment.corrected && <CorrectedNote corrected={segment.corrected} />}
          {!startsBlock && (
            <span className={`${styles.meta} ${styles.time}`}>
              <TurnTime segment={segment} sound={sound} actions={actions} />
            </span>
          )}
          {segment.role === 'unknown' && sound && <WhoseTurn segment={segment} actions={actions} />}
          <TurnMenu
            segment={segment}
            speakerName={speakerName}
            canPlay={sound !== null}
            actions={actions}
            onEdit={() => setIsEdited(true)}
          />
        </div>
      )}
      {evidence.length > 0 && (
        <div className={styles.verdicts}>
          {oncePerQuestion(evidence).map(({ id, mark }) => (
            <button key={id} type="button" className={styles.verdict} onClick={() => actions.evidence(mark)}>
              <VerdictIcon verdict={mark.verdict} size={12} />
              {mark.label}
            </button>
          ))}
        </div>
      )}
    </li>
  )
})

/** For a turn of which nobody said whose it is. */
function WhoseTurn({ segment, actions }: Pick<TurnProps, 'segment' | 'actions'>) {
  return (
    <span className={styles.whose} role="group" aria-label={t`Whose turn is it?`}>
      <button type="button" onClick={() => actions.setRole(segment, 'agent', false)}>
        <Trans>Agent</Trans>
      </button>
      <button type="button" onClick={() => actions.setRole(segment, 'customer', false)}>
        <Trans>Customer</Trans>
      </button>
    </span>
  )
}

/** When the turn is; with sound, pressing plays from there. */
function TurnTime({ segment, sound, actions }: Pick<TurnProps, 'segment' | 'sound' | 'actions'>) {
  const place = placeWords(segment.startMs, segment.index)
  const { startMs } = segment
  if (!sound || startMs === null) return <span>{place}</span>
  return (
    <button
      type="button"
      className={styles.playFrom}
      aria-label={t`Play from ${place}`}
      onClick={() => actions.playFrom(segment, startMs)}
    >
      <IconPlayerPlayFilled size={9} aria-hidden />
      {place}
    </button>
  )
}

function CorrectedNote({ corrected }: { corrected: NonNullable<Segment['corrected']> }) {
  const before = [
    corrected.text === null ? null : t`Before: “${corrected.text}”`,
    corrected.role === null ? null : t`Said before by: ${roleNames[corrected.role]}`,
  ].filter((part) => part !== null)
  const label = before.join('. ')
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: true }}>
      <span
        className={`${styles.meta} ${styles.corrected}`}
        tabIndex={0}
        role="note"
        aria-label={t`Corrected. ${label}`}
      >
        <Trans>
          <IconPencil size={11} aria-hidden />
          corrected
        </Trans>
      </span>
    </Tooltip>
  )
}

/** A question that stands on several phrases of a turn is named once below it. */
function oncePerQuestion(evidence: TurnEvidence[]): TurnEvidence[] {
  const seen = new Set<string>()
  return evidence.filter(({ mark }) => {
    const key = `${mark.questionId} ${mark.verdict} ${mark.label}`
    return !seen.has(key) && seen.add(key)
  })
}
