import { isDefinedError } from '@orpc/client'
import { QueryClient } from '@tanstack/react-query'

/** One cache for all server data. What changes in the engine arrives as an event (`live-changes.ts`), so nothing goes stale by age. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // The engine is on this machine: a refusal stays one, only a lost connection is worth another try.
      retry: (count, error) => count < 2 && !isDefinedError(error),
      retryDelay: 400,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
