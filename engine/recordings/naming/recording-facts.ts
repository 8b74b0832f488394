/** What is known of a recording before it is heard. */
export interface RecordingFacts {
  /** Name, id or e-mail address as written. */
  agent: string | null
  startedAtMs: number | null
  direction: 'inbound' | 'outbound' | null
  /** Never shown or stored as it is: it may be a telephone number. */
  customerRef: string | null
  /** The id of the contact in the log. */
  contactRef: string | null
  queue: string | null
  reason: string | null
  title: string | null
  kind: 'call' | 'video-meeting' | 'field-visit' | 'talk' | null
  agentChannel: 0 | 1 | null
  languageCode: string | null
  /** Whether the customer consented to being recorded. */
  consent: boolean | null
  basis: 'sidecar' | 'pattern' | 'name' | 'none'
  warnings: string[]
}

/** Nothing known. */
export const nothingKnown: RecordingFacts = {
  agent: null,
  startedAtMs: null,
  direction: null,
  customerRef: null,
  contactRef: null,
  queue: null,
  reason: null,
  title: null,
  kind: null,
  agentChannel: null,
  languageCode: null,
  consent: null,
  basis: 'none',
  warnings: [],
}
