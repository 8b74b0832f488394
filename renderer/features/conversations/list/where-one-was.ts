import { create } from 'zustand'
import type { ConversationsSearch, SearchSearch } from '../../../app/search.ts'

/** Where one was when a conversation was opened, so that the way back leads there: a row of the list, or a hit of a search. */
interface WhereOneWas {
  search: ConversationsSearch
  row: number | null
  found: { search: SearchSearch; hit: string } | null
  leave(search: ConversationsSearch, row: number): void
  leaveSearch(search: SearchSearch, hit: string): void
}

export const useWhereOneWas = create<WhereOneWas>((set) => ({
  search: {},
  row: null,
  found: null,
  leave: (search, row) => set({ search, row, found: null }),
  leaveSearch: (search, hit) => set({ found: { search, hit } }),
}))
