import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Conversation } from '../../shared/contract/conversations.ts'
import { orpc } from '../app/client.ts'
import { notifyDone, notifyFailed } from '../ui/notify.tsx'

type Segment = Conversation['segments'][number]

/** Corrections of a conversation's turns. Each is told with a way back, and shown as soon as the conversation was read anew. */
export function useCorrections(interactionId: number) {
  const queryClient = useQueryClient()
  const correct = useMutation(orpc.conversations.correct.mutationOptions())
  const undo = useMutation(orpc.conversations.undoCorrections.mutationOptions())
  const { mutateAsync: correctAsync } = correct
  const { mutateAsync: undoAsync } = undo
  return useMemo(() => {
    const show = (conversation: Conversation) =>
      queryClient.setQueryData(orpc.conversations.get.queryKey({ input: { interactionId } }), conversation)
    const restore = async (segment: Segment) => {
      try {
        show(await undoAsync({ interactionId, segment: segment.index }))
        notifyDone(t`The original is back. The conversation was read anew.`)
      } catch (error) {
        notifyFailed(t`The correction could not be taken back`, error)
      }
    }
    const change = async (
      segment: Segment,
      part: { text?: string; role?: 'agent' | 'customer'; forWholeSpeaker?: boolean },
      done: string,
    ) => {
      try {
        show(await correctAsync({ interactionId, segment: segment.index, ...part }))
        notifyDone(t`${done} The conversation was read anew.`, () => void restore(segment))
      } catch (error) {
        notifyFailed(t`The turn could not be corrected`, error)
        throw error
      }
    }
    return {
      restore,
      correctText: (segment: Segment, text: string) => change(segment, { text }, 'Corrected.'),
      setRole: (segment: Segment, role: 'agent' | 'customer', forWholeSpeaker: boolean) =>
        change(
          segment,
          { role, forWholeSpeaker },
          forWholeSpeaker
            ? t`All of this speaker’s turns are the ${role}’s now.`
            : t`This turn is the ${role}’s now.`,
        ),
    }
  }, [queryClient, interactionId, correctAsync, undoAsync])
}
