import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { addParts } from '../../../app/add-parts.ts'
import { client, orpc } from '../../../app/client.ts'
import { useUnsaved } from '../../../app/use-unsaved.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { createTurns } from './in-turn.ts'

/** What is typed into a session and saved at every stroke. */
type Written = Partial<
  Pick<
    SessionPage,
    | 'title'
    | 'coach'
    | 'sharedNotes'
    | 'privateNotes'
    | 'agenda'
    | 'questions'
    | 'moments'
    | 'plannedAt'
    | 'plannedMinutes'
    | 'nextAt'
    | 'draft'
  >
>

const refusedWords = (place: string) => t`${place} was not saved`

const placeWords: Record<keyof Written, string> = {
  title: t`The title`,
  coach: t`The name`,
  sharedNotes: t`The notes`,
  privateNotes: t`Your own notes`,
  agenda: t`The agenda`,
  questions: t`The questions`,
  moments: t`The moments`,
  plannedAt: t`The date`,
  plannedMinutes: t`The length`,
  nextAt: t`The next date`,
  draft: t`The draft`,
}

/** A session as it is on screen and what can be done with it. What is typed is shown and saved at once. */
export function useSession(saved: SessionPage) {
  const queryClient = useQueryClient()
  const { id } = saved
  const key = useMemo(() => orpc.sessions.get.queryKey({ input: { id } }), [id])
  const unsaved = useUnsaved<SessionPage>(key, refusedWords)
  useSyncExternalStore(unsaved.subscribe, unsaved.version)
  const session = unsaved.over(saved)
  useEffect(() => unsaved.settle(saved), [unsaved, saved])
  const step = useMutation({ mutationFn: (task: () => Promise<unknown>) => task() })
  const { mutateAsync: run } = step
  const [inTurn] = useState(createTurns)

  const actions = useMemo(() => {
    /** The session itself is waited for; what came of it may take longer, and nobody waits for that to press the next button. */
    const refresh = async () => {
      void queryClient.invalidateQueries({ queryKey: orpc.sessions.key() })
      await queryClient.invalidateQueries({ queryKey: key, exact: true }, { cancelRefetch: false })
    }
    /** Does one thing after what was typed is saved; says what failed, and what is done where `done` is given. */
    const act = async (
      task: () => Promise<unknown>,
      failed: string,
      done?: { says: string; undo?: () => Promise<unknown> },
    ) => {
      try {
        // busy until the page shows it, so that nothing is sent twice
        await run(() =>
          inTurn(async () => {
            await unsaved.flush()
            await task()
            await refresh()
          }),
        )
        if (done)
          notifyDone(done.says, done.undo && (() => void act(done.undo!, t`That could not be taken back`)))
        return true
      } catch (error) {
        notifyFailed(failed, error)
        return false
      }
    }
    return {
      act,
      write(changed: Written) {
        addParts(unsaved, changed, placeWords, (part) => client.sessions.write({ id, ...part }))
      },
      /** Somebody's words as they are typed, before it is noted whether they agree. */
      writeWords(agentId: number, text: string) {
        unsaved.add({
          place: t`What was said (${agentId})`,
          onto: (state) => ({
            ...state,
            people: state.people.map((one) => (one.id === agentId ? { ...one, draftWords: text } : one)),
          }),
          save: () => client.sessions.write({ id, words: { agentId, text } }).then(() => null),
        })
      },
      /** What stands now, also where the page has not drawn it yet. */
      now(): SessionPage {
        return unsaved.over(queryClient.getQueryData<SessionPage>(key)!)
      },
    }
  }, [unsaved, queryClient, run, inTurn, id, key])
  return { session, ...actions, isBusy: step.isPending }
}
export type SessionActions = Omit<ReturnType<typeof useSession>, 'session'>
