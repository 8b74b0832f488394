import { z } from 'zod'
import { basisOrigins, statableBases } from '../domain/lawful-basis.ts'
import { call } from './base.ts'

const basis = z.enum(statableBases)
const count = z.int().nonnegative()

/** How many conversations were left out of how many, and why. */
export const leftOut = z.object({ of: count, refused: count, unknown: count })

/** What holds for one conversation. */
export const conversationBasis = z.object({
  /** Null where it is not known. */
  basis: basis.nullable(),
  /** Who says so: a person of this conversation, an export, or what was said of the source. */
  origin: z.enum(basisOrigins).nullable(),
  /** What a person says of it. */
  saidByPerson: basis.nullable(),
  /** Whether it may be transcribed, scored, searched, quoted and exported. */
  isUsable: z.boolean(),
  /** Whether whoever asks may read and hear it. */
  isReadable: z.boolean(),
})
export type ConversationBasis = z.infer<typeof conversationBasis>

/** What a person had said of single transcripts, to take a change back by. */
const saidBefore = z.array(z.object({ transcriptId: z.int(), basis: basis.nullable() })).max(5_000)

const sourceBasis = z.object({
  id: z.int(),
  name: z.string(),
  /** What was said of the source. */
  basis: basis.nullable(),
  conversations: count,
  /** Of these, by what holds for each. */
  refused: count,
  unknown: count,
})
export type SourceBasis = z.infer<typeof sourceBasis>

/** The most conversations that are spoken of at once. */
export const MOST_AT_ONCE = 500

/** On what lawful basis conversations are kept, which decides whether they may be used. */
export const lawfulBasisContract = {
  /** Whether a basis has to be known, what was said of each source, and how many conversations are left out. */
  sources: call.output(z.object({ isRequired: z.boolean(), sources: z.array(sourceBasis), leftOut })),
  /** How many conversations are left out of searches, exports, transcribing, scoring and everything that quotes: of all of them, as the caller sees them. */
  leftOut: call.output(leftOut),
  ofConversation: call.input(z.object({ interactionId: z.int() })).output(conversationBasis),
  /** Says what everything of a source rests on; null takes back what was said. Gives what was said before. */
  setSource: call
    .input(z.object({ sourceId: z.int(), basis: basis.nullable() }))
    .output(z.object({ before: basis.nullable() })),
  /** Says what some conversations rest on, before their export and their source; null takes back what was said. */
  setConversations: call
    .input(z.object({ interactionIds: z.array(z.int()).min(1).max(MOST_AT_ONCE), basis: basis.nullable() }))
    .output(z.object({ before: saidBefore })),
  /** Puts back what was said before. */
  takeBack: call.input(z.object({ before: saidBefore })).output(z.object({})),
}
