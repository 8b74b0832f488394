import { z } from 'zod'
import patterns from '../../../../resources/patterns/starter.json' with { type: 'json' }
import { starterScorecard } from '../scorecard.ts'
import type { RuleQuestion } from '../scorecard.ts'

const statements = z.object({
  statements: z.array(z.object({ id: z.string(), phrases: z.array(z.string()) })),
})

let sets: ReadonlyMap<string, readonly string[]> | undefined

/**
 * The phrases of the starter questions and statements by name, so that rules use the same lists and none drifts: `closing`,
 * `closing.except`, `closing.near`, `greeting.offer`, `empathy.strong`, `statement.fees`, `further-help.excused` ... Undefined for
 * a name that is none of them.
 */
export function phraseSet(name: string): readonly string[] | undefined {
  sets ??= allSets()
  return sets.get(name)
}

/** The names of all of them. */
export function phraseSetNames(): string[] {
  sets ??= allSets()
  return [...sets.keys()]
}

/** The word lists that phrases of these sets use, and that any rule may use. */
export function starterLists(): Readonly<Record<string, string>> {
  return starterScorecard().lists
}

function allSets(): Map<string, readonly string[]> {
  const scorecard = starterScorecard()
  const named = scorecard.questions.flatMap((question) =>
    Object.entries(setsOf(question)).map(
      ([part, phrases]) => [part === '' ? question.id : `${question.id}.${part}`, phrases] as const,
    ),
  )
  return new Map([
    ...named.filter(([, phrases]) => phrases.length > 0),
    ['leave-taking', scorecard.leaveTaking.phrases] as const,
    ...statements.parse(patterns).statements.map(({ id, phrases }) => [`statement.${id}`, phrases] as const),
    ...scorecard.endedEarly.map(({ by, phrases }) => [`ended-early.${by}`, phrases] as const),
  ])
}

function setsOf({ rule }: RuleQuestion): Record<string, readonly string[]> {
  switch (rule.kind) {
    case 'elements':
      return { ...rule.elements, name: rule.names?.loose ?? [] }
    case 'said': {
      const excused = (by: string) =>
        (rule.excusedBy ?? []).filter((one) => one.by === by).flatMap(({ phrases }) => phrases)
      return {
        '': rule.phrases.map(({ pattern }) => pattern),
        except: rule.except ?? [],
        near: rule.nearMisses?.phrases ?? [],
        'excused-by-customer': excused('customer'),
        'excused-by-agent': excused('agent'),
        ...Object.fromEntries(
          (rule.appliesWhen ?? []).map(({ phrases }, index) => [`applies-${index + 1}`, phrases]),
        ),
      }
    }
    case 'response':
      return {
        '': rule.phrases.map(({ pattern }) => pattern),
        except: rule.except,
        near: rule.nearMisses,
        strong: rule.moment.strong,
        mild: rule.moment.mild,
        'no-moment': rule.moment.not,
      }
  }
}
