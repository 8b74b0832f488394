import { expect, test } from 'vitest'
import { z } from 'zod'
import { partsOfRecord } from '../../../renderer/features/settings/words/record-words.ts'
import { contract } from '../../../shared/contract/index.ts'

interface Shape {
  properties?: Record<string, unknown>
  anyOf?: Shape[]
}

/** The names of the ids the calls of the contract take. */
function idsTaken(part: object): string[] {
  if (!('~orpc' in part)) return Object.values(part).flatMap((inner: object) => idsTaken(inner))
  const { inputSchema } = part['~orpc'] as { inputSchema?: z.ZodType }
  if (!inputSchema) return []
  const shape = z.toJSONSchema(inputSchema, { unrepresentable: 'any', io: 'input' }) as Shape
  return [shape, ...(shape.anyOf ?? [])]
    .flatMap(({ properties }) => Object.keys(properties ?? {}))
    .filter((name) => /^(id|ids|.*Ids?)$/.test(name))
}

test('every id that the log may name has a word on the page', () => {
  const names = new Set(idsTaken(contract))
  expect(names.size).toBeGreaterThan(30)
  expect([...names].filter((name) => partsOfRecord(`${name} 1`)[0]!.words === name)).toEqual([])
})

test('a record is told part by part, and one from an older Debrief as it stands', () => {
  expect(partsOfRecord('agentId 31, interactionIds 7 9 and 3 more')).toEqual([
    { name: 'agentId', words: 'agent', values: '31' },
    { name: 'interactionIds', words: 'conversations', values: '7 9 and 3 more' },
  ])
  expect(partsOfRecord('somethingId 4')).toEqual([{ name: 'somethingId', words: 'somethingId', values: '4' }])
  expect(partsOfRecord('')).toEqual([])
})
