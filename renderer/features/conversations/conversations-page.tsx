import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFilterOff, IconMessages } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { ConversationsSearch } from '../../app/search.ts'
import { Empty, Failure, Loading } from '../../ui/states.tsx'
import colours from '../../conversation/colours.module.css'
import styles from './conversations-page.module.css'
import { ConversationFilters, ConversationOrder, hasFilters } from './list/conversation-filters.tsx'
import { ConversationTable } from './list/conversation-table.tsx'
import { ListedBasis } from './list/listed-basis.tsx'
import { filterIn, useConversationPages } from './list/use-conversation-pages.ts'
import { useWhereOneWas } from './list/where-one-was.ts'
import { LeftOut } from '../../ui/left-out.tsx'
import { ConversationsHeading } from './search/conversations-heading.tsx'

/** All conversations with a transcript or a recording, narrowed and ordered by the address. */
export function ConversationsPage() {
  const search = useSearch({ from: '/conversations' })
  const navigate = useNavigate({ from: '/conversations' })
  const [range, setRange] = useState({ first: 0, last: 0 })
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), [])
  const { firstPage, total, item } = useConversationPages(search, range.first, range.last)
  const before = useWhereOneWas()
  const isBack = JSON.stringify(before.search) === JSON.stringify(search)
  const change = (part: Partial<ConversationsSearch>) =>
    void navigate({ search: (present) => ({ ...present, ...part }), replace: true })
  const clear = () => void navigate({ search: { sort: search.sort }, replace: true })
  useHotkeys([['/', () => void navigate({ to: '/conversations/search' })]])

  return (
    <main className={`${styles.page} ${colours.palette}`}>
      <ConversationsHeading
        mode="list"
        status={
          firstPage.data
            ? `${plural(total, { one: '# conversation', other: '# conversations' })}${hasFilters(search) ? (total === 1 ? t` fits these filters` : t` fit these filters`) : ''}`
            : t`Every contact that has a transcript`
        }
        actions={
          <>
            {total > 0 && <ListedBasis filter={filterIn(search)} isFiltered={hasFilters(search)} />}
            <ConversationOrder search={search} onChange={change} />
          </>
        }
      />
      <ConversationFilters
        search={search}
        queues={firstPage.data?.queues ?? []}
        channels={firstPage.data?.channels ?? []}
        onChange={change}
        onClear={clear}
      />
      <LeftOut />
      {firstPage.data === undefined ? (
        firstPage.isError ? (
          <Failure
            error={firstPage.error}
            what={t`the conversations`}
            onRetry={() => void firstPage.refetch()}
          />
        ) : (
          <Loading label={t`conversations`} rows={10} height={28} />
        )
      ) : total === 0 ? (
        <Nothing isFiltered={hasFilters(search)} onClear={clear} />
      ) : (
        <ConversationTable
          // A new list starts at its top.
          key={JSON.stringify(search)}
          total={total}
          item={item}
          onRange={onRange}
          firstRow={isBack ? before.row : null}
          onOpen={(interactionId, row) => {
            before.leave(search, row)
            void navigate({ to: '/conversations/$interactionId', params: { interactionId } })
          }}
        />
      )}
    </main>
  )
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear(): void }) {
  if (isFiltered) {
    return (
      <Empty
        icon={IconFilterOff}
        title={t`No conversation fits these filters`}
        actions={
          <Button variant="default" onClick={onClear}>
            <Trans>Clear filters</Trans>
          </Button>
        }
      >
        <Trans>Widen the days or take a filter away.</Trans>
      </Empty>
    )
  }
  return (
    <Empty
      icon={IconMessages}
      title={t`No conversations yet`}
      actions={
        <Group>
          <Button renderRoot={(props) => <Link {...props} to="/data" search={{ tab: 'import' }} />}>
            <Trans>Import transcripts</Trans>
          </Button>
        </Group>
      }
    >
      <Trans>
        Transcripts in WebVTT, SRT, Contact Lens, Deepgram, AssemblyAI or any other JSON with timed turns
        appear here, read for evidence and sentiment.
      </Trans>
    </Empty>
  )
}
