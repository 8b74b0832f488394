import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Loader } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ConversationGroup, FiguresOver } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { withLocalDays } from '../../../ui/dates.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { formatNumber } from '../../../ui/format.ts'
import { ConversationLine } from '../conversation-line.tsx'
import classes from '../patterns.module.css'
import { askedGroup } from './asked-group.ts'

const SHOWN_AT_FIRST = 8
const MORE_AT_ONCE = 50

/** The conversations or evaluations that count in a number, the worst first, under a statement of what they are. */
export function Conversations({
  driverId,
  group,
  over,
  days,
}: {
  driverId: string
  group: ConversationGroup
  over: FiguresOver
  days: number | undefined
}) {
  const query = useInfiniteQuery(
    orpc.patterns.conversations.infiniteOptions({
      input: (offset: number) => ({
        driverId,
        group: askedGroup(group),
        over,
        days,
        offset,
        limit: offset === 0 ? SHOWN_AT_FIRST : MORE_AT_ONCE,
      }),
      initialPageParam: 0,
      getNextPageParam(last, pages) {
        const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0)
        return shown < last.total && last.rows.length > 0 ? shown : undefined
      },
      placeholderData: keepPreviousData,
    }),
  )
  const first = query.data?.pages[0]
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-label={t`Conversations behind the figure`}>
      <h3 className={classes.subtitle}>
        <Trans>
          Conversations {first && first.total > 0 && <span>n = {formatNumber(first.total)}</span>}
        </Trans>
      </h3>
      {query.isPending && <Loader size="sm" mt="xs" aria-label={t`Loading conversations`} />}
      {query.isError && <p role="alert">{errorSentence(query.error)}</p>}
      {first && (
        <p className={classes.statement}>
          {first.missing ??
            (first.total === 0 ? t`None count in it in these days.` : withLocalDays(first.statement))}
        </p>
      )}
      {first && (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={`${row.interactionId} ${row.evaluationId}`}>
              <ConversationLine conversation={row} driver={first.driver} />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          <Trans>
            Show more ({formatNumber(rows.length)} of {formatNumber(first!.total)} shown)
          </Trans>
        </Button>
      )}
    </section>
  )
}
