import { msg, say, type MessageDescriptor } from '#speech'
import { starterPolicies } from './policy.ts'

const names: Record<string, MessageDescriptor> = {
  [starterPolicies.strict.name]: msg`Strict`,
  [starterPolicies['works-council'].name]: msg`EU works council`,
  [starterPolicies['small-team'].name]: msg`Small team`,
}

/** What a policy is called: one that Debrief comes with by its name in the language at hand, any other as somebody called it. */
export function policyNameInWords(name: string): string {
  const known = names[name]
  return known && Object.hasOwn(names, name) ? say(known) : name
}
