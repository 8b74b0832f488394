import type { EngineContext } from '../../context.ts'
import type { DeskForm } from './form.ts'
import type { SampleTruth } from '../index.ts'
import type { Hearing, ToldConversation } from './hearing.ts'

/** What every part of the history is made from. */
export interface Telling {
  context: EngineContext
  seed: number
  endDay: string
  form: DeskForm
  hearing: Hearing
  coached: SampleTruth['coached']
  conversations: readonly ToldConversation[]
  /** Throws where whoever loads the sample has cancelled. */
  refuseCancelled: () => void
}

/** The same workspace as it was at an instant: what is written through it carries that time. */
export function at(context: EngineContext, instant: number): EngineContext {
  return { ...context, now: () => instant }
}

/** What sessions and findings are made from. */
export type WhenAndWhere = Pick<Telling, 'context' | 'endDay'>

/** What the sessions told of are made from. */
export type WhoWasCoached = Pick<Telling, 'context' | 'endDay' | 'coached'>
