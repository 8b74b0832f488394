import { t } from '@lingui/core/macro'
import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight'
import { IconMessage, IconMessageSearch, IconMessages } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SearchHit } from '../../shared/contract/search.ts'
import { formatClock } from '../ui/format.ts'
import { Instant } from '../ui/time.tsx'
import { orpc } from './client.ts'
import { useMay } from './profile/use-may.ts'

const ICON = { size: 18, stroke: 1.6, 'aria-hidden': true }
const MOST_HITS = 4
const MOST_CONVERSATIONS = 3
const SHORTEST = 3

/** What is typed as a query that also finds the word still being typed. */
export function asTyped(text: string): string {
  return /(?:^|\s)[\p{L}\p{N}]{3,}$/u.test(text) ? `${text}*` : text
}

/** A window of the turn's text around the first word that was found. */
function excerpt({ turn, highlights }: SearchHit): string {
  const from = highlights[0]?.startChar ?? 0
  const start = from > 40 ? turn.text.indexOf(' ', from - 40) + 1 : 0
  return start > 0 ? `… ${turn.text.slice(start)}` : turn.text
}

/** What the palette finds in conversations for what is typed, and the way to the whole search. */
export function useSaidGroups(typed: string): SpotlightActionGroupData[] {
  const navigate = useNavigate()
  const may = useMay()
  const text = typed.trim()
  const isLongEnough = text.length >= SHORTEST && may('conversations')
  const found = useQuery(
    orpc.search.find.queryOptions({
      input: { query: asTyped(text), limit: MOST_HITS },
      enabled: isLongEnough,
      placeholderData: keepPreviousData,
    }),
  )
  const named = useQuery(
    orpc.search.byReference.queryOptions({
      input: { reference: text, limit: MOST_CONVERSATIONS },
      enabled: isLongEnough,
    }),
  )
  if (text === '') return []
  const open = (interactionId: number, segment?: number) =>
    void navigate({
      to: '/conversations/$interactionId',
      params: { interactionId },
      search: segment === undefined ? {} : { segment },
    })
  const conversations = (named.data ?? []).map(({ interactionId, contactRef, at }): SpotlightActionData => ({
    id: `conversation ${interactionId}`,
    label: contactRef,
    rightSection: <Instant at={at} show="day" />,
    leftSection: <IconMessages {...ICON} />,
    onClick: () => open(interactionId),
  }))
  const hits = isLongEnough && found.isSuccess ? found.data.hits : []
  const said = hits.map((hit): SpotlightActionData => ({
    id: `said ${hit.interactionId} ${hit.turn.index}`,
    label: excerpt(hit),
    description: [
      hit.agent?.name,
      hit.queue,
      hit.turn.startMs !== null && `at ${formatClock(hit.turn.startMs)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    leftSection: <IconMessage {...ICON} />,
    onClick: () => open(hit.interactionId, hit.turn.index),
  }))
  const everything: SpotlightActionData = {
    id: 'search everything said',
    label: t`Search everything said for “${text}”`,
    leftSection: <IconMessageSearch {...ICON} />,
    highlightQuery: false,
    onClick: () => void navigate({ to: '/conversations/search', search: { q: text } }),
  }
  return [
    ...(conversations.length > 0 ? [{ group: t`Conversations`, actions: conversations }] : []),
    { group: t`Said in conversations`, actions: [...said, everything] },
  ]
}
