import { msg, type MessageDescriptor } from '#speech'
import type { MetricUnit } from './metric-definition.ts'

/** A figure of one conversation or contact that a rule may set a limit to; shares are 0..1, durations in seconds. */
export interface RuleMeasure {
  readonly id: string
  readonly label: MessageDescriptor
  readonly unit: MetricUnit | 'count'
  /** Measured in the conversation itself, or a fact that the contact centre's system gave. */
  readonly from: 'conversation' | 'contact'
}

/**
 * What a rule may measure. Ids that metrics have too (`silence_share`, `aht` ...) mean the same and have the same unit. Figures of
 * speaking turns need times; a chat has none.
 */
export const ruleMeasures = [
  { id: 'duration', label: msg`Length of the conversation`, unit: 'seconds', from: 'conversation' },
  { id: 'silence_share', label: msg`Silence`, unit: 'share', from: 'conversation' },
  { id: 'longest_silence', label: msg`Longest silence`, unit: 'seconds', from: 'conversation' },
  {
    id: 'hold_count',
    label: msg({ message: 'Holds', context: 'measure' }),
    unit: 'count',
    from: 'conversation',
  },
  { id: 'held_time', label: msg`Time on hold in the conversation`, unit: 'seconds', from: 'conversation' },
  { id: 'longest_hold', label: msg`Longest hold`, unit: 'seconds', from: 'conversation' },
  { id: 'talk_share', label: msg`Agent's share of the talk`, unit: 'share', from: 'conversation' },
  { id: 'longest_monologue', label: msg`Longest monologue`, unit: 'seconds', from: 'conversation' },
  { id: 'overtalk_share', label: msg`Both speaking at once`, unit: 'share', from: 'conversation' },
  { id: 'interruption_count', label: msg`Agent's interruptions`, unit: 'count', from: 'conversation' },
  {
    id: 'interruptions_per_minute',
    label: msg`Agent's interruptions a minute`,
    unit: 'per-minute',
    from: 'conversation',
  },
  { id: 'speech_rate', label: msg`Agent's speech rate`, unit: 'words-per-minute', from: 'conversation' },
  {
    id: 'response_latency',
    label: msg`Time the agent takes to answer`,
    unit: 'seconds',
    from: 'conversation',
  },
  { id: 'agent_turns', label: msg`Agent's turns`, unit: 'count', from: 'conversation' },
  { id: 'aht', label: msg`Handle time`, unit: 'seconds', from: 'contact' },
  { id: 'talk_time', label: msg`Talk time`, unit: 'seconds', from: 'contact' },
  { id: 'hold_time', label: msg`Hold time`, unit: 'seconds', from: 'contact' },
  { id: 'acw_time', label: msg`After-call work`, unit: 'seconds', from: 'contact' },
  { id: 'transfer_rate', label: msg`Transferred (1 or 0)`, unit: 'share', from: 'contact' },
] as const satisfies readonly RuleMeasure[]

export type RuleMeasureId = (typeof ruleMeasures)[number]['id']

export const ruleMeasureIds = ruleMeasures.map(({ id }) => id) as [RuleMeasureId, ...RuleMeasureId[]]
