import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client, orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'

/** With whom and on what: a driver, or an idea of one's own. */
interface Wish {
  agentIds: number[]
  driverId?: string | null
  idea?: string
  days?: number
  plannedAt?: number
}

/** Prepares a session and opens it; where one is prepared already, opens that. */
export function usePrepare() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { mutateAsync, isPending, variables } = useMutation(orpc.sessions.prepare.mutationOptions())
  const takeBack = async (sessionId: number, agentId: number | undefined) => {
    try {
      await client.sessions.remove({ id: sessionId })
      await queryClient.invalidateQueries({ queryKey: orpc.sessions.key() })
      await navigate({ to: '/coaching', search: { agent: agentId } })
    } catch (error) {
      notifyFailed(t`The session could not be taken back`, error)
    }
  }
  const prepare = async (wish: Wish) => {
    try {
      const { id, isNew } = await mutateAsync(wish)
      await navigate({ to: '/coaching/sessions/$sessionId', params: { sessionId: id } })
      if (isNew) notifyDone(t`Session prepared.`, () => void takeBack(id, wish.agentIds[0]))
      else notifyDone(t`This one was prepared already.`)
    } catch (error) {
      notifyFailed(t`No session was prepared`, error)
    }
  }
  return {
    isBusy: isPending,
    /** Whether it is this agent's that is being made: of many buttons only one turns. */
    isBusyWith: (agentId: number) => isPending && variables.agentIds.includes(agentId),
    prepare: (wish: Wish) => void prepare(wish),
  }
}
