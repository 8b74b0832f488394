import { create } from 'zustand'
import type { ConversationsSearch } from '../../../app/search.ts'

/** Where in the list one was when a conversation was opened, so that the way back leads there. */
interface WhereOneWas {
  search: ConversationsSearch
  row: number | null
  leave(search: ConversationsSearch, row: number): void
}

export const useWhereOneWas = create<WhereOneWas>((set) => ({
  search: {},
  row: null,
  leave: (search, row) => set({ search, row }),
}))
