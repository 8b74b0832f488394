import { Button, Loader } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConversationGroup, PatternDriver } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { countOf } from '../../../ui/format.ts'
import { ConversationLine } from '../conversation-line.tsx'
import classes from '../patterns.module.css'

const SHOWN_AT_FIRST = 6
const MOST_SHOWN = 200

/** The conversations or evaluations behind a figure, the worst first. */
export function CellConversations({
  driver,
  group,
  days,
}: {
  driver: PatternDriver
  group: ConversationGroup
  days: number | undefined
}) {
  const [limit, setLimit] = useState(SHOWN_AT_FIRST)
  const query = useQuery(
    orpc.patterns.conversations.queryOptions({
      input: {
        driverId: driver.id,
        group: group.kind === 'everyone' ? { kind: 'everyone' } : { kind: group.kind, key: group.key },
        days,
        limit,
      },
      placeholderData: keepPreviousData,
    }),
  )
  const { data } = query
  return (
    <section aria-label="Conversations behind the figure">
      <h3 className={classes.subtitle}>
        Conversations{' '}
        {data && data.total > 0 && (
          <span>the worst of {countOf(data.total, 'contact or review', 'contacts or reviews')}</span>
        )}
      </h3>
      {query.isPending && <Loader size="sm" mt="xs" aria-label="Loading conversations" />}
      {query.isError && <p role="alert">{errorSentence(query.error)}</p>}
      {data?.missing && <p>{data.missing}</p>}
      {data && data.missing === null && data.total === 0 && <p>None lie in these days.</p>}
      {data && (
        <ul className={classes.list}>
          {data.rows.map((row) => (
            <li key={`${row.interactionId} ${row.evaluationId}`}>
              <ConversationLine conversation={row} driver={driver} />
            </li>
          ))}
        </ul>
      )}
      {data && data.rows.length < Math.min(data.total, MOST_SHOWN) && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          loading={query.isPlaceholderData}
          onClick={() => setLimit(Math.min(MOST_SHOWN, limit * 4))}
        >
          Show more
        </Button>
      )}
    </section>
  )
}
