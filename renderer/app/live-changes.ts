import { matchQuery, type QueryClient } from '@tanstack/react-query'
import type { ChangeEvent, Job } from '../../shared/contract/jobs.ts'
import { client, orpc } from './client.ts'
import { isCovered } from './profile/cover.ts'

const LONGEST_WAIT_MS = 10_000
const COVERED_WAIT_MS = 1000

/** Jobs as they were plus the one that moved, newest first. */
export function withJob(jobs: Job[] | undefined, moved: Job): Job[] {
  const others = (jobs ?? []).filter((job) => job.id !== moved.id)
  return [moved, ...others].toSorted((a, b) => b.id - a.id)
}

const factTopics: ReadonlySet<string> = new Set([
  'imports',
  'people',
  'metrics',
  'conversations',
  'recordings',
  'reviews',
  'merging',
  'workspace',
])

const sessionLists = [orpc.sessions.board.key(), orpc.sessions.week.key(), orpc.sessions.ofAgent.key()]

/** What is drawn of a sound is of its bytes, which never change; of one that was deleted it would be asked for in vain. */
const ofBytes = orpc.recordings.peaks.key()

function take(queryClient: QueryClient, event: ChangeEvent): void {
  if (event.job) {
    const { job } = event
    queryClient.setQueryData(orpc.jobs.list.queryKey(), (jobs) => withJob(jobs, job))
  }
  if (event.type !== 'data.changed') return
  // what is found over many conversations changes with any of them
  if (event.topics.some((topic) => topic === 'conversations' || topic === 'people'))
    void queryClient.invalidateQueries({ queryKey: orpc.patterns.key() })
  // how many are left out
  if (event.topics.some((topic) => factTopics.has(topic) || topic === 'policy'))
    void queryClient.invalidateQueries({ queryKey: orpc.lawfulBasis.key() })
  // whether a finding went away follows from the facts
  if (event.topics.some((topic) => topic === 'metrics' || topic === 'people'))
    void queryClient.invalidateQueries({ queryKey: orpc.systemic.key() })
  // what came of sessions, and whom to see, follow from the figures
  if (event.topics.some((topic) => topic === 'coaching' || topic === 'people'))
    void queryClient.invalidateQueries({ queryKey: orpc.sessions.key() })
  // who ties, who was coached since a draw, and what it shows
  if (event.topics.some((topic) => topic === 'sessions' || topic === 'coaching' || topic === 'people'))
    void queryClient.invalidateQueries({ queryKey: orpc.waitingLists.key() })
  // what a question is worth follows from answers, weights and forms
  if (event.topics.some((topic) => topic === 'coaching' || topic === 'scorecards'))
    void queryClient.invalidateQueries({ queryKey: orpc.worth.key() })
  // what is missing follows from all facts, and from who is who
  if (event.topics.some((topic) => factTopics.has(topic)))
    void queryClient.invalidateQueries({ queryKey: orpc.health.key() })
  // what is held about somebody changes with what is deleted of them
  if (event.topics.some((topic) => factTopics.has(topic) || topic === 'privacy'))
    void queryClient.invalidateQueries({ queryKey: orpc.access.key() })
  for (const topic of event.topics)
    // what came of sessions costs much to ask, and typing does not change it
    for (const queryKey of topic === 'session-lists' ? sessionLists : [orpc[topic].key()])
      void queryClient.invalidateQueries({
        queryKey,
        predicate: (query) => !matchQuery({ queryKey: ofBytes }, query),
      })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/**
 * Listens to the engine's changes until `signal` fires, and marks what they touch as stale. After a lost connection it listens
 * again and refreshes everything, since events may have been missed.
 */
export async function followChanges(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  let waitMs = 500
  let hasMissedEvents = false
  while (!signal.aborted) {
    // nobody is here: asking would be refused, and each refusal stands in the log
    if (isCovered()) {
      await pause(COVERED_WAIT_MS, signal)
      continue
    }
    try {
      const events = await client.jobs.watch(undefined, { signal })
      if (hasMissedEvents) void queryClient.invalidateQueries()
      hasMissedEvents = false
      waitMs = 500
      for await (const event of events) take(queryClient, event)
    } catch {
      // A lost connection shows itself in the queries on screen; here it only means to listen again.
    }
    hasMissedEvents = true
    await pause(waitMs, signal)
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)
  }
}
