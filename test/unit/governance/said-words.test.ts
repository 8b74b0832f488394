import { expect, test } from 'vitest'
import { doingInWords } from '../../../engine/governance/policy/said-words.ts'
import { capabilities } from '../../../shared/domain/capabilities.ts'
import { doing } from '../../../shared/domain/policy-words.ts'

test('what a refusal says one may not do is what the terminal says', () => {
  expect(Object.fromEntries(capabilities.map((one) => [one, doingInWords(one)]))).toEqual(doing)
})
