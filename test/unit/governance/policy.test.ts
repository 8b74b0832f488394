import { describe, expect, test } from 'vitest'
import { refusal, createSignedIn } from '../../../engine/governance/index.ts'
import { capabilities } from '../../../shared/domain/capabilities.ts'
import { policyDocument, roles, starterPolicies } from '../../../shared/domain/policy.ts'

const policy = { version: 3, document: starterPolicies.strict }

describe('starter policies', () => {
  test('are whole policies that survive a file', () => {
    for (const starter of Object.values(starterPolicies))
      expect(policyDocument.parse(JSON.parse(JSON.stringify(starter)))).toEqual(starter)
  })

  test('leave somebody who can change them, and nobody may be given what an administrator lacks', () => {
    for (const starter of Object.values(starterPolicies)) {
      expect(starter.roles.administrator).toEqual(capabilities)
      for (const role of roles) expect(capabilities).toEqual(expect.arrayContaining(starter.roles[role]))
    }
  })

  test('send nothing anywhere', () => {
    for (const { destinations } of Object.values(starterPolicies)) expect(destinations).toEqual([])
  })
})

describe('what is refused', () => {
  const person = (role: 'director' | 'administrator') => ({
    profile: null,
    name: 'Ada',
    role,
    may: new Set(policy.document.roles[role]),
  })

  test('what a role may not, with the policy that says so', () => {
    expect(refusal(policy, person('director'), 'figures')).toBeNull()
    const problem = refusal(policy, person('director'), 'conversations')
    expect(problem).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(problem?.message).toContain('As director you may not see what was said: the policy "Strict 3"')
  })

  test('everything but what anybody may, while nobody has entered a profile', () => {
    expect(refusal(policy, null, null)).toBeNull()
    for (const needed of capabilities)
      expect(refusal(policy, null, needed)).toMatchObject({ code: 'SIGN_IN' })
  })
})

describe('who has entered a profile', () => {
  test('is left after as long without a call as the policy says, counted from the last call', () => {
    let now = 0
    const signedIn = createSignedIn(
      () => now,
      () => 10,
    )
    signedIn.enter('window', 1)
    signedIn.enter('other', 2)
    now = 9 * 60_000
    expect(signedIn.profileOf('window')).toBe(1)
    now = 18 * 60_000
    expect(signedIn.profileOf('window')).toBe(1)
    expect(signedIn.profileOf('other')).toBeNull()
    signedIn.leaveAll(1)
    expect(signedIn.profileOf('window')).toBeNull()
  })
})
