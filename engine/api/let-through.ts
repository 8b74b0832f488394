import {
  actingAs,
  isActWritten,
  lacksConsent,
  personBehind,
  policyInForce,
  policyLabel,
  refusal,
  ruleOf,
  tellSoon,
  type Act,
} from '../governance/index.ts'
import type { EngineServices } from '../services.ts'
import { nameOf } from './whoever-calls.ts'

/** What an input says of the record it is about: its numbers and the ids of drivers and metrics, never a text somebody wrote. */
function recordOf(input: unknown): string {
  if (input === null || typeof input !== 'object') return ''
  return Object.entries(input)
    .filter(([name]) => /^(id|ids|.*Ids?)$/.test(name))
    .flatMap(([name, value]) => {
      const values: unknown[] = Array.isArray(value) ? value : [value]
      const plain = values.filter((one) => typeof one === 'number' || isPlainId(one)).slice(0, 20)
      if (plain.length === 0) return []
      const more = values.length > plain.length ? ` and ${values.length - plain.length} more` : ''
      return [`${name} ${plain.join(' ')}${more}`]
    })
    .join(', ')
}

/** Ids that Debrief makes itself; a text of a source could be anything. */
const isPlainId = (value: unknown) =>
  typeof value === 'string' && /^[a-z_]+(:\d+)?$/.test(value) && value.length <= 60

/**
 * Lets a call through if its rule and the policy allow it, and keeps it in the audit log, as its rule says: in the transaction in which it changes
 * something. What looks or writes a file, and what was refused, is told when the writer has time, which no call waits for: an import may hold it for
 * minutes.
 */
export async function letThrough<Result>(
  context: EngineServices,
  path: readonly string[],
  input: unknown,
  call: () => Promise<Result>,
): Promise<Result> {
  const rule = ruleOf(path)
  if (!rule) throw new Error(`No rule says what ${path.join('.')} needs.`)
  const policy = policyInForce(context.read)
  const person = personBehind(context.read, policy.document, context.signedIn, context.caller)
  const problem =
    refusal(policy, person, rule.needs) ?? lacksConsent(context.read, policy, person, rule, context.now())
  if (problem === null && (rule.told === 'never' || context.write === null)) return call()
  const act: Act = {
    who: nameOf(context, person),
    role: person?.role ?? 'nobody',
    act: path.join('.'),
    record: recordOf(input),
    policy: policyLabel(policy),
    isToldOnce: rule.told === 'once',
  }
  if (problem) {
    void tellSoon(context, act, 'refused')
    throw problem
  }
  return actingAs(act, async () => {
    try {
      const result = await call()
      if (!isActWritten()) void tellSoon(context, act, 'done')
      return result
    } catch (error) {
      if (isActWritten()) void tellSoon(context, act, 'failed')
      throw error
    }
  })
}
