import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLock, IconVersions } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { SearchHit } from '../../../../shared/contract/search.ts'
import { PlayMoment } from '../../../app/sound/play-moment.tsx'
import { Instant } from '../../../ui/time.tsx'
import { speakerName } from '../../../conversation/transcript/speaker-name.ts'
import { redactionLabel, textPieces } from '../../../conversation/transcript/text-pieces.ts'
import {
  channelWords,
  compoundName,
  compoundWords,
  moodWords,
  placeWords,
} from '../../../conversation/words.ts'
import styles from './hit-card.module.css'

const sides: Record<SearchHit['turn']['role'], string | undefined> = {
  agent: styles.agent,
  customer: styles.customer,
  bot: styles.other,
  unknown: styles.other,
}

/** What tells a hit from all others. */
export function hitKey(hit: SearchHit): string {
  return `${hit.interactionId} ${hit.turn.index}`
}

/** One turn that was found, with what was said before and after it; leads to its place in the conversation. */
export function HitCard({ hit }: { hit: SearchHit }) {
  const { turn } = hit
  const mood = turn.sentiment === null ? 'neutral' : compoundName(turn.sentiment)
  return (
    <li className={styles.hit}>
      <Link
        to="/conversations/$interactionId"
        params={{ interactionId: hit.interactionId }}
        search={{ segment: turn.index, ...(turn.startMs !== null && { at: turn.startMs }) }}
        className={styles.link}
        data-hit={hitKey(hit)}
      >
        <span className={styles.facts}>
          <span className={styles.who}>{hit.agent?.name ?? t`agent not known`}</span>
          {hit.agent?.team && <span>{hit.agent.team}</span>}
          <span>{[hit.queue, hit.channel && channelWords(hit.channel)].filter(Boolean).join(', ')}</span>
          <Instant at={hit.at} />
          {mood !== 'neutral' && turn.sentiment !== null && (
            <span className={mood === 'negative' ? styles.negative : styles.positive}>
              <Trans>
                customer {moodWords[mood]} {compoundWords(turn.sentiment)}
              </Trans>
            </span>
          )}
        </span>
        <span className={styles.turns}>
          {hit.before && <Line turn={hit.before} agent={hit.agent} />}
          <Line turn={turn} agent={hit.agent} highlights={hit.highlights} />
          {hit.after && <Line turn={hit.after} agent={hit.agent} />}
        </span>
      </Link>
      <PlayMoment
        className={styles.play}
        interactionId={hit.interactionId}
        startMs={turn.startMs}
        endMs={turn.endMs}
        label={hit.agent?.name ?? t`the conversation`}
      />
      <Tooltip label={t`More like this moment`}>
        <ActionIcon
          renderRoot={(props) => (
            <Link
              {...props}
              to="/conversations/search"
              search={{ like: hit.interactionId, turn: turn.index }}
            />
          )}
          variant="subtle"
          color="gray"
          className={styles.more}
          aria-label={t`More like this moment of ${hit.agent?.name ?? t`the conversation`} at ${placeWords(turn.startMs, turn.index)}`}
        >
          <IconVersions size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}

function Line({
  turn,
  agent,
  highlights,
}: {
  turn: SearchHit['turn']
  agent: SearchHit['agent']
  /** Given for the turn that was found; the others are its surroundings. */
  highlights?: SearchHit['highlights']
}) {
  return (
    <span className={`${styles.line} ${highlights ? styles.found : ''}`}>
      <span className={styles.place}>{placeWords(turn.startMs, turn.index)}</span>
      <span className={`${styles.speaker} ${sides[turn.role]}`}>{speakerName(turn, agent)}</span>
      <span className={styles.text}>
        <Words text={turn.text} highlights={highlights ?? []} />
      </span>
    </span>
  )
}

/** A turn's text with what was looked for marked, and redactions as chips. */
export function Words({ text, highlights }: { text: string; highlights: SearchHit['highlights'] }) {
  const spans = highlights.map(({ startChar, endChar }) => ({ id: 'found', start: startChar, end: endChar }))
  return textPieces(text, spans).map((piece, place) => {
    if (piece.isRedaction)
      return (
        <span key={place} className={styles.redaction}>
          <IconLock size={11} aria-hidden />
          {redactionLabel(piece.text)}
        </span>
      )
    if (piece.spanIds.length > 0) return <mark key={place}>{piece.text}</mark>
    return <Fragment key={place}>{piece.text}</Fragment>
  })
}
