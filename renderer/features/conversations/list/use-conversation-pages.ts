import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { ConversationFilter, ConversationItem } from '../../../../shared/contract/conversations.ts'
import { orpc } from '../../../app/client.ts'
import type { ConversationsSearch } from '../../../app/search.ts'

export const pageLength = 100

/** Which conversations the address asks for. */
export function filterIn({ agent, team, queue, channel, from, to }: ConversationsSearch): ConversationFilter {
  return { agentId: agent, teamId: team, queue, channel, from, to }
}

/** The same, as the input of the list call. */
export function listInput(search: ConversationsSearch, offset: number) {
  return { ...filterIn(search), sort: search.sort ?? 'newest', offset, limit: pageLength }
}

/**
 * The list as far as it is in view: the first page (which also brings the total) and the pages that hold rows `first` to `last`.
 * A row whose page is still on its way is undefined.
 */
export function useConversationPages(search: ConversationsSearch, first: number, last: number) {
  const firstPage = useQuery(
    orpc.conversations.list.queryOptions({ input: listInput(search, 0), placeholderData: keepPreviousData }),
  )
  const total = firstPage.data?.total ?? 0
  const wanted: number[] = []
  for (
    let page = Math.max(1, Math.floor(first / pageLength));
    page <= Math.floor(last / pageLength);
    page++
  ) {
    if (page * pageLength < total) wanted.push(page)
  }
  const others = useQueries({
    queries: wanted.map((page) =>
      orpc.conversations.list.queryOptions({ input: listInput(search, page * pageLength) }),
    ),
  })
  const item = (row: number): ConversationItem | undefined => {
    const page = Math.floor(row / pageLength)
    const data = page === 0 ? firstPage.data : others[wanted.indexOf(page)]?.data
    return data?.items[row % pageLength]
  }
  return { firstPage, total, item }
}
