import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WhatIf } from '../../../../shared/contract/scorecards.ts'
import { orpc } from '../../../app/client.ts'
import { formatDay } from '../../../ui/dates.ts'
import { formatValue } from '../../../ui/format.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import styles from './what-if.module.css'

/** What the draft would have done to last month's scores, worked out when asked for. */
export function WhatIfSection({ scorecardId }: { scorecardId: number }) {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <Section title={t`On last month’s reviews`}>
      {isAsked ? (
        <Answer scorecardId={scorecardId} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            <Trans>See what this draft would have done to the scores of the last four weeks.</Trans>
          </Text>
          <Button variant="default" onClick={() => setIsAsked(true)}>
            <Trans>Try it</Trans>
          </Button>
        </>
      )}
    </Section>
  )
}

function Answer({ scorecardId }: { scorecardId: number }) {
  // a draft that changed is another question
  const query = useQuery({
    ...orpc.scorecards.whatIf.queryOptions({ input: { id: scorecardId, days: 28 } }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  return (
    <QueryView query={query} what={t`last month’s scores`}>
      {(found) => (
        <>
          <Text size="sm">{found.sentence}</Text>
          {found.comparable > 0 && (
            <>
              <Pairs found={found} />
              <Text size="xs" c="dimmed">
                <Trans>
                  <Plural value={found.higher} one="# score" other="# scores" /> higher, {found.lower} lower,{' '}
                  {found.same} the same
                  {found.newlyZero > 0 ? t`; ${found.newlyZero} would fall to 0` : ''}
                  {found.noLongerZero > 0 ? t`; ${found.noLongerZero} would no longer be 0` : ''}.
                </Trans>
              </Text>
            </>
          )}
          {found.largest.length > 0 && (
            <ul className={styles.largest} aria-label={t`The largest changes`}>
              {found.largest.slice(0, 6).map((one) => (
                <li key={one.evaluationId}>
                  {one.interactionId === null ? (
                    <span>{one.agent ?? t`not known`}</span>
                  ) : (
                    <TextLink
                      to="/conversations/$interactionId"
                      params={{ interactionId: one.interactionId }}
                      search={{ evaluation: one.evaluationId }}
                    >
                      {one.agent ?? t`not known`}
                    </TextLink>
                  )}
                  <span>{one.day === null ? '' : formatDay(one.day, 'short')}</span>
                  <span>
                    {formatValue(one.before, 'score')} → {formatValue(one.after, 'score')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </QueryView>
  )
}

const size = 200

/** Each review's score before (across) and after (up); on the line nothing changes. */
function Pairs({ found }: { found: WhatIf }) {
  return (
    <svg
      className={styles.pairs}
      viewBox={`-26 -6 ${size + 36} ${size + 30}`}
      role="img"
      aria-label={t`Scores before and after: ${found.sentence}`}
    >
      <rect width={size} height={size} className={styles.frame} />
      <line x1={0} y1={size} x2={size} y2={0} className={styles.line} />
      {found.pairs.map(({ before, after }, index) => (
        <circle key={index} cx={before * size} cy={size - after * size} r={2.6} className={styles.dot} />
      ))}
      <text x={0} y={size + 14}>
        0
      </text>
      <text x={size} y={size + 14} textAnchor="end">
        <Trans>before: 100%</Trans>
      </text>
      <text x={-4} y={10} textAnchor="end">
        <Trans>after</Trans>
      </text>
    </svg>
  )
}
