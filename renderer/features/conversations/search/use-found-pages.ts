import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { SearchHit, SearchInput } from '../../../../shared/contract/search.ts'
import { orpc } from '../../../app/client.ts'

const pageLength = 50

interface Page {
  total: number
  hits: SearchHit[]
}

function nextOffset(last: Page, pages: Page[]): number | undefined {
  const shown = pages.reduce((sum, page) => sum + page.hits.length, 0)
  return last.hits.length > 0 && shown < last.total ? shown : undefined
}

/** What a search finds, page by page; nothing is asked while there are no words. */
export function useFound(input: SearchInput, isEnabled: boolean) {
  return useInfiniteQuery(
    orpc.search.find.infiniteOptions({
      input: (offset: number) => ({ ...input, offset, limit: pageLength }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
      placeholderData: keepPreviousData,
      enabled: isEnabled,
    }),
  )
}

/** Turns like one turn, page by page. */
export function useSimilar(place: { interactionId: number; segment: number } | null) {
  return useInfiniteQuery(
    orpc.search.similar.infiniteOptions({
      input: (offset: number) => ({
        interactionId: place?.interactionId ?? 0,
        segment: place?.segment ?? 0,
        offset,
        limit: pageLength,
      }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
      enabled: place !== null,
    }),
  )
}
