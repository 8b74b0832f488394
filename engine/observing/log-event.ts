import { z } from 'zod'
import { fault } from '../../shared/domain/fault-shape.ts'

const count = z.number().int().nonnegative()
const ms = z.number().int().nonnegative()
/** A name that stands in the code: of a call, an act or a kind of work. */
const word = z.string().regex(/^[a-z][A-Za-z-]{0,40}(?:\.[a-z][A-Za-z-]{0,40}){0,3}$/)
const code = z.string().regex(/^[A-Z0-9_]{2,70}$/)
const incidentId = z.string().regex(/^[0-9a-f]{8}$/)

/**
 * Everything the log may tell: numbers, words of the code and faults, and nothing else. There is no field for a text, so that no name,
 * number, path or word said can get in; what does not fit is not written.
 */
export const logEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('started'), schema: count, isReadOnly: z.boolean() }),
  z.strictObject({ event: z.literal('call-failed'), call: word, incidentId, fault }),
  z.strictObject({ event: z.literal('request-failed'), incidentId, fault }),
  z.strictObject({ event: z.literal('call-slow'), call: word, ms, rows: count.nullable() }),
  z.strictObject({ event: z.literal('job-failed'), job: count, kind: word, incidentId, fault }),
  z.strictObject({ event: z.literal('job-refused'), job: count, kind: word, code }),
  z.strictObject({ event: z.literal('job-unkept'), job: count, fault }),
  z.strictObject({ event: z.literal('backup-undecided'), fault }),
  z.strictObject({ event: z.literal('clocks-undecided'), fault }),
  z.strictObject({ event: z.literal('question-unanswered'), run: count, transcript: count }),
  z.strictObject({ event: z.literal('audit-unkept'), act: word, fault }),
  z.strictObject({ event: z.literal('anchor-unkept'), fault }),
  z.strictObject({ event: z.literal('recording-unheard'), recording: count, fault }),
  z.strictObject({ event: z.literal('voices-failed'), recording: count, fault }),
  z.strictObject({ event: z.literal('watch-failed'), fault }),
  z.strictObject({ event: z.literal('protection-failed'), fault }),
  z.strictObject({ event: z.literal('checked'), problems: count }),
  z.strictObject({ event: z.literal('isolated') }),
  z.strictObject({ event: z.literal('stalled'), ms }),
  z.strictObject({ event: z.literal('page-stalled'), ms }),
  z.strictObject({
    event: z.literal('crashed'),
    incidentId,
    where: z.enum(['engine', 'transcriber', 'main', 'page']),
  }),
  /** Something else was to be written, and did not fit what may be told. */
  z.strictObject({ event: z.literal('left-out') }),
])
export type LogEvent = z.infer<typeof logEvent>

/** Writes an event to the log; never throws. */
export type Log = (event: LogEvent) => void

export type LogLevel = 'info' | 'warn' | 'error'

/** How much each event matters. */
export const levels: Record<LogEvent['event'], LogLevel> = {
  started: 'info',
  'call-failed': 'error',
  'request-failed': 'error',
  'call-slow': 'warn',
  'job-failed': 'error',
  'job-refused': 'warn',
  'job-unkept': 'error',
  'backup-undecided': 'error',
  'clocks-undecided': 'error',
  'question-unanswered': 'warn',
  'audit-unkept': 'error',
  'anchor-unkept': 'error',
  'recording-unheard': 'error',
  'voices-failed': 'error',
  'watch-failed': 'error',
  'protection-failed': 'error',
  checked: 'info',
  isolated: 'error',
  stalled: 'warn',
  'page-stalled': 'warn',
  crashed: 'error',
  'left-out': 'error',
}
