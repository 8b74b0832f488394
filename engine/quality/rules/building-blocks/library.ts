import { z } from 'zod'
import closing from '../../../../resources/rules/closing.json' with { type: 'json' }
import disclosure from '../../../../resources/rules/disclosure.json' with { type: 'json' }
import empathy from '../../../../resources/rules/empathy.json' with { type: 'json' }
import furtherHelp from '../../../../resources/rules/further-help.json' with { type: 'json' }
import greeting from '../../../../resources/rules/greeting.json' with { type: 'json' }
import hold from '../../../../resources/rules/hold.json' with { type: 'json' }
import identification from '../../../../resources/rules/identification.json' with { type: 'json' }
import recap from '../../../../resources/rules/recap.json' with { type: 'json' }
import solution from '../../../../resources/rules/solution.json' with { type: 'json' }
import transfer from '../../../../resources/rules/transfer.json' with { type: 'json' }
import { ruleExample, type RuleExample } from '../../../../shared/domain/rule-example.ts'
import { questionRule } from '../../../../shared/domain/rule.ts'
import type { BlockConversation } from './prepare.ts'

const libraryRule = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** The question it answers. */
  text: z.string().min(1),
  /** What it looks for and what it leaves open, in a few sentences. */
  description: z.string().min(1),
  rule: questionRule,
  examples: z.array(ruleExample),
})

export type LibraryRule = z.infer<typeof libraryRule>

let rules: readonly LibraryRule[] | undefined

/** The ready rules for the common questions (English), each with the examples that it is tested by. */
export function ruleLibrary(): readonly LibraryRule[] {
  rules ??= z
    .array(libraryRule)
    .parse([
      greeting,
      identification,
      empathy,
      hold,
      disclosure,
      solution,
      transfer,
      recap,
      furtherHelp,
      closing,
    ])
  return rules
}

/** An example as a rule reads it. */
export function exampleConversation({ turns, languageCode = 'en', ...more }: RuleExample): BlockConversation {
  const { isStartMissing, isEndMissing, agentNames } = more
  return {
    segments: turns.map(({ speaker, text, startMs = null, endMs = null }) => ({
      speaker,
      text,
      startMs,
      endMs,
    })),
    languageCode,
    ...(isStartMissing === undefined ? {} : { isStartMissing }),
    ...(isEndMissing === undefined ? {} : { isEndMissing }),
    ...(agentNames === undefined ? {} : { agentNames }),
  }
}
