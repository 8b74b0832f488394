import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { orpc } from '../../../app/client.ts'
import type { SearchSearch } from '../../../app/search.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Failure, Loading } from '../../../ui/states.tsx'
import colours from '../../../conversation/colours.module.css'
import { ConversationFilters } from '../list/conversation-filters.tsx'
import { LeftOut } from '../../../ui/left-out.tsx'
import { ConversationsHeading } from './conversations-heading.tsx'
import { HitList } from './hit-list.tsx'
import { MoreFilters } from './more-filters.tsx'
import { SaveSearch } from './save-search.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { SearchBox } from './search-box.tsx'
import { filterCount, inputOf } from './search-input.ts'
import styles from './search-page.module.css'
import { Examples, NoHit, Unreadable } from './search-states.tsx'
import { SimilarTurns } from './similar-turns.tsx'
import { TurnFilters } from './turn-filters.tsx'
import { useFound } from './use-found-pages.ts'

/** Everything said, searched by the address: words, filters, or a turn to find more like. */
export function SearchPage() {
  const search = useSearch({ from: '/conversations/search' })
  if (search.like !== undefined && search.turn !== undefined)
    return <SimilarTurns interactionId={search.like} segment={search.turn} />
  return <WordSearch search={search} />
}

function WordSearch({ search }: { search: SearchSearch }) {
  const navigate = useNavigate({ from: '/conversations/search' })
  const list = useRef<HTMLOListElement>(null)
  const query = search.q?.trim() ?? ''
  const found = useFound(inputOf(search), query !== '')
  const choices = useQuery(orpc.conversations.list.queryOptions({ input: { limit: 1 } }))
  const change = (part: Partial<SearchSearch>) =>
    void navigate({ search: (present) => ({ ...present, ...part }), replace: true })
  const clear = () => void navigate({ search: { q: search.q }, replace: true })
  const first = query === '' ? undefined : found.data?.pages[0]
  const status =
    first === undefined
      ? t`Words in everything agents and customers said`
      : first.total === 0
        ? t`Nothing found`
        : first.hasMore
          ? t`More than ${formatNumber(first.total)} turns; shown are the best of those brought in last`
          : t`${plural(first.total, { one: '# turn', other: '# turns' })} in ${plural(first.conversations, { one: '# conversation', other: '# conversations' })}`
  const { agent, team, queue, channel, from, to } = search

  return (
    <main className={`${styles.page} ${colours.palette}`}>
      <ConversationsHeading mode="search" status={status} />
      <Group gap="xs" wrap="nowrap">
        <SearchBox
          query={search.q ?? ''}
          onQuery={(text) => change({ q: text || undefined })}
          onDown={() => list.current?.querySelector<HTMLElement>('[data-hit]')?.focus()}
        />
        <SaveSearch search={search} />
      </Group>
      <SavedSearches search={search} />
      <div className={styles.filters}>
        <ConversationFilters
          search={{ agent, team, queue, channel, from, to }}
          queues={choices.data?.queues ?? []}
          channels={choices.data?.channels ?? []}
          onChange={change}
        />
        <TurnFilters search={search} onChange={change} />
        <MoreFilters search={search} onChange={change} />
        {filterCount(search) > 0 && (
          <Button
            variant="subtle"
            color="gray"
            px="xs"
            leftSection={<IconFilterOff size={15} aria-hidden />}
            onClick={clear}
          >
            <Trans>Clear</Trans>
          </Button>
        )}
      </div>
      <LeftOut />
      {query === '' ? (
        <Examples onTry={(text) => change({ q: text })} />
      ) : found.isError ? (
        isUnreadable(found.error) ? (
          <Unreadable error={found.error} />
        ) : (
          <Failure error={found.error} what={t`what was said`} onRetry={() => void found.refetch()} />
        )
      ) : first === undefined ? (
        <Loading label={t`what was said`} rows={9} height={28} />
      ) : first.total === 0 ? (
        <NoHit search={search} result={first} onChange={change} onClear={clear} />
      ) : (
        <>
          <HitList
            ref={list}
            hits={found.data?.pages.flatMap((page) => page.hits) ?? []}
            isStale={found.isPlaceholderData}
            hasNextPage={found.hasNextPage}
            isFetchingNextPage={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
            onTop={() => document.querySelector<HTMLElement>('main input')?.focus()}
          />
          {first.hasMore && !found.hasNextPage && (
            <Text size="sm" c="dimmed" ta="center">
              <Trans>There are more. Add a word or a filter to see others.</Trans>
            </Text>
          )}
        </>
      )}
    </main>
  )
}

function isUnreadable(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'INVALID_INPUT'
}
