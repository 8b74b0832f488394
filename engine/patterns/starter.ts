import { z } from 'zod'
import starter from '../../resources/patterns/starter.json' with { type: 'json' }

const phrases = z.array(z.string().min(1)).min(1)

const starterPatterns = z.strictObject({
  /** What has to be said in full and in peace. */
  statements: z.array(z.strictObject({ id: z.string().min(1), phrases })),
  /** Questions that belong into a conversation beside those of the scorecard. */
  questions: z.array(
    z.strictObject({
      id: z.string().min(1),
      /** Asked before this share of the conversation's words. */
      toShare: z.number().min(0).max(1),
      /** Nothing to ask where the customer begins with so many words: they have said it. */
      excusedByCustomerWords: z.number().int().positive().optional(),
      /** Any other question of the agent will do, where the transcript has question marks. */
      takesQuestionMarks: z.boolean().optional(),
      phrases,
      except: phrases.optional(),
    }),
  ),
  /** Questions of the starter scorecard that are looked at too: their answers are there already. */
  answered: z.array(z.string().min(1)),
})

export type StarterPatterns = z.infer<typeof starterPatterns>
export type Statement = StarterPatterns['statements'][number]
export type DiscoveryQuestion = StarterPatterns['questions'][number]

let parsed: StarterPatterns | undefined

/** The statements and questions every workspace looks for (English). */
export function patternsToFind(): StarterPatterns {
  parsed ??= starterPatterns.parse(starter)
  return parsed
}
