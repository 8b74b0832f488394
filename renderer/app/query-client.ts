import { isDefinedError, ORPCError } from '@orpc/client'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { orpc } from './client.ts'

/** A profile that was left, by itself after a while or elsewhere, is asked for again. */
function whoIsThere(error: unknown): void {
  if (error instanceof ORPCError && error.code === 'SIGN_IN')
    void queryClient.invalidateQueries({ queryKey: orpc.profiles.me.key() })
}

/** One cache for all server data. What changes in the engine arrives as an event (`live-changes.ts`), so nothing goes stale by age. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: whoIsThere }),
  mutationCache: new MutationCache({ onError: whoIsThere }),
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
