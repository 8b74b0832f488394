import { expect, it } from 'vitest'
import { z } from 'zod'
import {
  compileRule,
  exampleConversation,
  prepareConversation,
  ruleLibrary,
} from '../../../../engine/quality/rules/building-blocks/index.ts'
import heldOut from './held-out.json' with { type: 'json' }

// Written when the rules were done. The rules were not changed by what came out, so that the figures in docs/methods.md say what to
// expect of talk nobody has seen; whoever changes a rule writes new ones.
const dialogues = z
  .record(
    z.string(),
    z.array(
      z.strictObject({
        outcome: z.enum(['pass', 'fail']),
        turns: z.array(
          z.strictObject({
            speaker: z.enum(['agent', 'customer']),
            text: z.string(),
            startMs: z.number().optional(),
            endMs: z.number().optional(),
          }),
        ),
      }),
    ),
  )
  .parse(heldOut)

const answered = ruleLibrary().flatMap(({ id, rule }) => {
  const compiled = compileRule(id, rule)
  return dialogues[id]!.map((dialogue) => {
    const conversation = exampleConversation({ ...dialogue, note: 'held out' })
    return { truth: dialogue.outcome, outcome: compiled.outcome(prepareConversation(conversation)).outcome }
  })
})
const count = (truth: string, outcome: string) =>
  answered.filter((one) => one.truth === truth && one.outcome === outcome).length

it('of talk the rules have not seen, no more answers are wrong than the methods say', () => {
  expect(answered).toHaveLength(114)
  expect(count('pass', 'fail')).toBeLessThanOrEqual(5)
  expect(count('fail', 'fail')).toBeGreaterThanOrEqual(43)
  expect(count('fail', 'pass')).toBe(0)
  expect(count('pass', 'pass')).toBeGreaterThanOrEqual(41)
})
