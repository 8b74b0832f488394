import { z } from 'zod'
import { basisOrigins, statableBases } from '../domain/lawful-basis.ts'
import { call } from './base.ts'
import { conversationFilter } from './conversations.ts'

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
const saidBefore = z.array(z.object({ transcriptId: z.int(), basis: basis.nullable() })).max(200_000)
export type SaidBefore = z.infer<typeof saidBefore>

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

/** The most conversations of a list that are spoken of at once: what it changes is handed back whole, to be taken back by. */
export const MOST_LISTED = 20_000

const listed = z.object({
  conversations: count,
  /** What they rest on now. */
  now: z.array(z.object({ basis: basis.nullable(), n: count })),
  /** Of how many a person said something. */
  saidByPerson: count,
})
export type ListedBases = z.infer<typeof listed>

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
  /** What all conversations of a list rest on now. `INVALID_INPUT` where it has more than `MOST_LISTED`. */
  listed: call.input(conversationFilter).output(listed),
  /**
   * Says what all conversations of a list rest on, as `setConversations` does; gives what was said before. `conversations`: how many somebody saw in it;
   * `CONFLICT` where it has another number by now. `INVALID_INPUT` where it has more than `MOST_LISTED`.
   */
  setListed: call
    .input(conversationFilter.extend({ basis: basis.nullable(), conversations: z.int().min(1) }))
    .output(z.object({ before: saidBefore })),
  /** Puts back what was said before. */
  takeBack: call.input(z.object({ before: saidBefore })).output(z.object({})),
}
