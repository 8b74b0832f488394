import { t } from '#speech'
import {
  actingAs,
  fence,
  guardInput,
  hasProfiles,
  holdAlike,
  isActWritten,
  lacksApproval,
  personBehind,
  policyInForce,
  policyLabel,
  refusal,
  ruleOf,
  scopeOf,
  tellSoon,
  unnoticed,
  type Act,
  type Person,
  type Sight,
} from '../governance/index.ts'
import type { PolicyDocument } from '../../shared/domain/policy.ts'
import { isOnlyReading, isRecordingUsable, MAY_SAY_BASIS } from '../lawful-basis/index.ts'
import { asProblem, Problem } from '../problem.ts'
import { workingAs } from '../working-as.ts'
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
  call: (seen: EngineServices) => Promise<Result>,
): Promise<Result> {
  const rule = ruleOf(path)
  if (!rule) throw new Error(`No rule says what ${path.join('.')} needs.`)
  const policy = policyInForce(context.read)
  // a page asks by itself whether one is still there: that must not be what keeps one there
  const isUse = rule.needs !== null || rule.told !== 'never'
  const signedIn = isUse ? context.signedIn : unnoticed(context.signedIn)
  const person = personBehind(context.read, policy.document, signedIn, context.caller)
  const unknown = hidesUnknown(policy.document, person, path)
  const sight = person && rule.needs !== null ? context.sights.of(person, policy.document, unknown) : null
  const gated = gatedRead(context, unknown)
  const problem =
    refusal(policy, person, rule.needs) ??
    lacksApproval(context.read, policy, person, rule, context.now()) ??
    (sight && beyondSight(path, input, sight))
  const asSeen = () => workingAs(person?.profile?.name ?? null, seeing)
  const seeing = async () => {
    if (!sight) return watched(context, path, await call({ ...context, read: gated }), null)
    const seen = {
      ...context,
      read: sight.read,
      ...(comparesWithEverybody(path, sight) && { whole: gated }),
    }
    try {
      const result = await call(seen)
      return watched(context, path, result, sight)
    } catch (error) {
      throw veiled(error, sight)
    }
  }
  if (problem === null && (rule.told === 'never' || context.write === null)) return asSeen()
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
      const result = await asSeen()
      if (!isActWritten()) void tellSoon(context, act, 'done')
      return result
    } catch (error) {
      if (isActWritten()) void tellSoon(context, act, 'failed')
      throw error
    }
  })
}

/** Why whoever is behind this caller may not call this; null where they may. For what a door carries beside calls: sound, and files that come in. */
export function beyondCall(context: EngineServices, path: readonly string[], input: unknown): Problem | null {
  const rule = ruleOf(path)
  if (!rule) throw new Error(`No rule says what ${path.join('.')} needs.`)
  const policy = policyInForce(context.read)
  const person = personBehind(context.read, policy.document, context.signedIn, context.caller)
  const sight =
    person && context.sights.of(person, policy.document, hidesUnknown(policy.document, person, path))
  return refusal(policy, person, rule.needs) ?? (sight && beyondSight(path, input, sight))
}

/** The connection that shows everything except words that may not be used. */
function gatedRead({ gates, read }: EngineServices, unknown: boolean): EngineServices['read'] {
  const gated = gates.through(unknown)
  if (gated !== read) holdAlike(gated, read)
  return gated
}

/** Whether words of conversations without a known lawful basis are kept from a call: where one has to be known, except from somebody who reads and may say what it is. */
function hidesUnknown({ privacy }: PolicyDocument, person: Person | null, path: readonly string[]): boolean {
  return (
    privacy.lawfulBasis === 'required' && !(isOnlyReading(path) && person?.may.has(MAY_SAY_BASIS) === true)
  )
}

/** Why whoever is behind this caller may not hear a recording, in one sentence; null where they may. */
export function whyNotHeard(context: EngineServices, recordingId: number): string | null {
  const policy = policyInForce(context.read)
  const person = personBehind(context.read, policy.document, context.signedIn, context.caller)
  const unknown = hidesUnknown(policy.document, person, ['recordings', 'peaks'])
  return isRecordingUsable(context.read, recordingId, unknown ? 'required' : 'assumed')
    ? null
    : t`It is not played: its lawful basis does not allow it. The page of the conversation says why.`
}

/** Why a call asks for more than somebody sees; null where it does not. */
function beyondSight(path: readonly string[], input: unknown, sight: Sight): Problem | null {
  try {
    guardInput(path, input, sight)
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** Figures are compared with everybody's; what shows no names, and everything else, rests on what is seen. */
const comparesWithEverybody = (path: readonly string[], sight: Sight) =>
  !sight.isScoped || scopeOf(path) === 'figures'

/** What a call gives, as it may be seen; of a stream each event, until whoever listens has left the profile it was opened in. */
function watched<Result>(
  context: EngineServices,
  path: readonly string[],
  result: Result,
  sight: Sight | null,
): Result {
  const call = path.join('.')
  // a call's output is wrapped by the server that carries it
  const carried = result as { output: unknown }
  const { output } = carried
  if (isStream(output)) return { ...carried, output: whileIn(context, output, sight, call) } as Result
  return sight ? ({ ...carried, output: fence(call, output, sight) } as Result) : result
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return value !== null && typeof value === 'object' && Symbol.asyncIterator in value
}

async function* whileIn(
  { read, signedIn, caller }: EngineServices,
  stream: AsyncIterable<unknown>,
  sight: Sight | null,
  call: string,
): AsyncGenerator<unknown> {
  const began = signedIn.peek(caller)
  for await (const event of stream) {
    if (signedIn.peek(caller) !== began || (began === null && hasProfiles(read))) return
    yield sight ? fence(call, event, sight) : event
  }
}

/** A refusal names nobody either. */
function veiled(error: unknown, sight: Sight): unknown {
  const problem = asProblem(error)
  return problem ? new Problem(problem.code, sight.veil(problem.message)) : error
}
