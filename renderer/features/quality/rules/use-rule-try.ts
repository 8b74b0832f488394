import { useEffect, useState } from 'react'
import type { RuleTry, TriedConversation } from '../../../../shared/contract/rules.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { client } from '../../../app/client.ts'

const tryAfterMs = 250

/** How a try stands on screen. */
export interface RuleTrying {
  /** The rule that the figures are of; the one asked for may have something wrong with it meanwhile. */
  tried: QuestionRule
  /** The newest figures; null until there are any. */
  figures: RuleTry | null
  conversations: readonly TriedConversation[]
  error: unknown
}

/** Tries a rule a moment after each change of it, and follows that until it is finished; an earlier try is given up. */
export function useRuleTry(
  asked: { scorecardId: number; questionId: string },
  rule: QuestionRule,
  scope: { days: number; agentId?: number | undefined; limit: number },
  isReady: boolean,
): RuleTrying {
  const [trying, setTrying] = useState<RuleTrying>({
    tried: rule,
    figures: null,
    conversations: [],
    error: null,
  })
  const { scorecardId, questionId } = asked
  const { days, agentId, limit } = scope
  useEffect(() => {
    if (!isReady) return
    const giveUp = new AbortController()
    const timer = setTimeout(() => {
      follow(giveUp.signal).catch((error: unknown) => {
        if (!giveUp.signal.aborted) setTrying((before) => ({ ...before, error }))
      })
    }, tryAfterMs)
    const follow = async (signal: AbortSignal) => {
      const events = await client.rules.try(
        {
          scorecardId,
          questionId,
          rule,
          scope: { days, limit, ...(agentId === undefined ? {} : { agentId }) },
        },
        { signal },
      )
      let conversations: TriedConversation[] = []
      for await (const figures of events) {
        if (signal.aborted) return
        conversations = [...conversations, ...figures.conversations]
        setTrying({ tried: rule, figures, conversations, error: null })
      }
    }
    return () => {
      clearTimeout(timer)
      giveUp.abort()
    }
  }, [scorecardId, questionId, rule, days, agentId, limit, isReady])
  return trying
}
