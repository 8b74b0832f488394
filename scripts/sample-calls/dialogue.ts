import type { CUSTOMER_VOICES } from './people.ts'

export type Speaker = 'agent' | 'customer'

/** A turn, or what else is heard. Gaps are counted from the end of what was heard before; below zero they overlap. */
export type Line =
  | { by: Speaker; text: string; gapMs: number; pace: number }
  | { by: Speaker; text: string; meanwhile: number }
  | { holdMs: number }
  | { rings: number }

export interface Dialogue {
  /** Agent's login in the sample. */
  agent: string
  customer: keyof typeof CUSTOMER_VOICES
  kind: string
  title: string
  queue: string | null
  reason: string
  direction: 'inbound' | 'outbound'
  /** One microphone in the room instead of a line for each. */
  isMono: boolean
  /** Outside the queue: when it was, and the reference it has instead of a contact id. */
  outside: { startTime: string; reference: string } | null
  lines: readonly Line[]
}

/** What the agent says, after a pause. Digits to be read one by one are written `[4012|four zero one two]`. */
export const agent = (text: string, gapMs = 380, pace = 1): Line => ({ by: 'agent', text, gapMs, pace })
export const customer = (text: string, gapMs = 380, pace = 1): Line => ({
  by: 'customer',
  text,
  gapMs,
  pace,
})
/** A short word while the other goes on, at this share of the turn before. */
export const meanwhile = (by: Speaker, text: string, share: number): Line => ({ by, text, meanwhile: share })
export const hold = (seconds: number): Line => ({ holdMs: seconds * 1000 })
export const rings = (count: number): Line => ({ rings: count })

type Told = Pick<Dialogue, 'agent' | 'customer' | 'kind' | 'title' | 'reason' | 'lines'>

/** A call to a queue of the sample. */
export const queueCall = (queue: string, told: Told): Dialogue => ({
  ...told,
  queue,
  direction: 'inbound',
  isMono: false,
  outside: null,
})
