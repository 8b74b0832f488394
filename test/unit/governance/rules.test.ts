import { expect, test } from 'vitest'
import { capabilities } from '../../../shared/domain/capabilities.ts'
import { ruleOf, rules } from '../../../engine/governance/index.ts'
import { actInWords } from '../../../shared/domain/act-words.ts'
import { contract } from '../../../shared/contract/index.ts'

/** The path of every call of a contract. */
function pathsOf(part: object, before: string[] = []): string[][] {
  if ('~orpc' in part) return [before]
  return Object.entries(part).flatMap(([name, inner]) => pathsOf(inner as object, [...before, name]))
}

const withoutRule = (part: object) =>
  pathsOf(part)
    .filter((path) => !ruleOf(path))
    .map((path) => path.join('.'))

test('every call of the contract has a rule that names what it needs', () => {
  const paths = pathsOf(contract)
  expect(paths.length).toBeGreaterThan(200)
  expect(withoutRule(contract)).toEqual([])
  for (const path of paths) expect([null, ...capabilities]).toContain(ruleOf(path)!.needs)
})

test('whatever is told of a call has words for people', () => {
  const told = pathsOf(contract).filter((path) => ruleOf(path)!.told !== 'never')
  expect(told.length).toBeGreaterThan(100)
  expect(told.map((path) => path.join('.')).filter((act) => actInWords(act) === act)).toEqual([])
})

test('a call without a rule is found', () => {
  expect(withoutRule({ ...contract, secret: { read: contract.audit.head } })).toEqual(['secret.read'])
  expect(ruleOf(['constructor'])).toBeUndefined()
  expect(ruleOf(['audit'])).toBe(rules.audit)
})

test('a rule for what is no call does not stand', () => {
  const calls = new Set(pathsOf(contract).map((path) => path.join('.')))
  const ruled = Object.entries(rules).flatMap(([domain, inner]) =>
    Object.keys(inner).map((name) => `${domain}.${name}`),
  )
  expect(ruled.filter((path) => !calls.has(path))).toEqual([])
})
