import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { orpc } from '../../../app/client.ts'
import { speakerName } from '../../../conversation/transcript/speaker-name.ts'
import { placeWords } from '../../../conversation/words.ts'
import { Section } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import styles from './disputes.module.css'

/** Longer conversations are read on their own page. */
const mostTurns = 400

interface SaidProps {
  interactionId: number
  /** The turns an answer or a dispute points at. */
  marked: readonly number[]
  /** Lets the reader point at a turn, or at none. */
  onChoose?(
    turn: { segment: number; text: string; startMs: number | null; endMs: number | null } | null,
  ): void
  chosen?: number | null
}

/** What was said, with the turns marked that this is about; blind to what others made of it. */
export function Said({ interactionId, marked, onChoose, chosen = null }: SaidProps) {
  const query = useQuery(orpc.conversations.get.queryOptions({ input: { interactionId, isBlind: true } }))
  const first = useRef<HTMLLIElement>(null)
  const lowest = Math.min(...marked)
  const isThere = query.data !== undefined
  useEffect(() => {
    if (isThere) first.current?.scrollIntoView({ block: 'center' })
  }, [isThere])
  return (
    <Section
      title={t`What was said`}
      note={onChoose ? t`choose the turn that shows it, if one does` : undefined}
    >
      <QueryView
        query={query}
        what={t`the conversation`}
        loading={<Loading label={t`the conversation`} rows={6} />}
      >
        {({ segments, agent }) =>
          segments.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>There is no transcript of this conversation.</Trans>
            </Text>
          ) : (
            <ol className={styles.said} aria-label={t`Turns`} tabIndex={0}>
              {segments.slice(0, mostTurns).map((turn) => {
                const segment = turn.index
                const isChosen = chosen === segment
                const words = (
                  <>
                    <time>{placeWords(turn.startMs, segment)}</time>
                    <span className={styles.who}>{speakerName(turn, agent)}</span>
                    <span>{turn.text}</span>
                  </>
                )
                return (
                  <li
                    key={segment}
                    ref={segment === lowest ? first : undefined}
                    data-marked={marked.includes(segment) || isChosen || undefined}
                  >
                    {onChoose ? (
                      <button
                        type="button"
                        className={styles.turn}
                        aria-pressed={isChosen}
                        onClick={() =>
                          onChoose(
                            isChosen
                              ? null
                              : { segment, text: turn.text, startMs: turn.startMs, endMs: turn.endMs },
                          )
                        }
                      >
                        {words}
                      </button>
                    ) : (
                      <div className={styles.turn}>{words}</div>
                    )}
                  </li>
                )
              })}
            </ol>
          )
        }
      </QueryView>
    </Section>
  )
}
