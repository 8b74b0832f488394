import { userInfo } from 'node:os'
import type { EngineContext } from '../context.ts'
import { actingAs, isActWritten, ruleOf, tellSoon, type Act } from '../governance/index.ts'
import { whoReviews } from '../quality/index.ts'

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

/** Who is at the keyboard: the name they gave for reviews, else the one they are known by to this computer. */
function personAt(context: EngineContext): string {
  const { name } = whoReviews(context)
  if (name !== null) return name
  try {
    return userInfo().username
  } catch {
    // a user without an entry in the system's list of users
    return 'unknown'
  }
}

/**
 * Lets a call through and keeps it in the audit log, as its rule says: in the transaction in which it changes something. What looks or writes a
 * file is told when the writer has time, which no call waits for: an import may hold it for minutes.
 */
export async function keepInLog<Result>(
  context: EngineContext,
  path: readonly string[],
  input: unknown,
  call: () => Promise<Result>,
): Promise<Result> {
  const rule = ruleOf(path)
  if (!rule) throw new Error(`No rule says what ${path.join('.')} needs.`)
  if (rule.told === 'never' || context.write === null) return call()
  const act: Act = {
    who: personAt(context),
    role: 'owner',
    act: path.join('.'),
    record: recordOf(input),
    policy: '',
    isToldOnce: rule.told === 'once',
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
