/** Places of Debrief's own files: where they lie in the source, and where the build leaves them. */
const OWN_FRAME =
  /^\s*(?:at\b|[^@\s]*@).*\/((?:engine|shared|cli|electron|renderer|dist|assets)\/[\w./-]+\.[cm]?[jt]sx?:\d+(?::\d+)?)\)?$/
export const NAME = /^[A-Z][A-Za-z]{0,50}$/
const KNOWN_ENDING = /(?:Error|Problem|Exception)$/
const CODE = /^(?:E[A-Z0-9]{2,20}|(?:SQLITE|ERR)_[A-Z0-9_]{1,60})$/
export const FRAME = /^[\w./-]{1,200}:\d+(?::\d+)?$/
export const MOST_FRAMES = 12
export const MOST_CAUSES = 3

interface Named {
  /** The error's class. */
  name: string
  /** The code that Node, SQLite or Debrief gave it; null where it has none. */
  code: string | null
}

/** What may be told of an error: never its message, which may quote a path, a value of a row or what somebody said. */
export interface Fault extends Named {
  /** File and line of Debrief's own code, the innermost first. */
  frames: string[]
  /** What it came from, the nearest first. */
  causes: Named[]
}

/** What may be told of anything that was thrown. `codes`: the words of Debrief's own that may stand as a code. */
export function faultOf(thrown: unknown, codes: readonly string[] = []): Fault {
  return { ...nameOf(thrown, codes), frames: framesOf(thrown), causes: causesOf(thrown, codes) }
}

/** The same of what a process wrote about its own end: lines that begin with the class of an error, and frames. */
export function faultOfLines(lines: string): Fault {
  const name = /^(?:Uncaught )?([A-Z][A-Za-z]*(?:Error|Problem|Exception))\b/m.exec(lines)?.[1] ?? 'Error'
  return { name, code: null, frames: ownFrames(lines), causes: [] }
}

function nameOf(thrown: unknown, codes: readonly string[]): Named {
  const { name, code } = (thrown ?? {}) as { name?: unknown; code?: unknown }
  const isName = typeof name === 'string' && NAME.test(name) && KNOWN_ENDING.test(name)
  const isCode = typeof code === 'string' && (CODE.test(code) || codes.includes(code))
  return { name: isName ? name : 'Error', code: isCode ? code : null }
}

function causesOf(thrown: unknown, codes: readonly string[]): Fault['causes'] {
  const causes: Fault['causes'] = []
  let cause = (thrown as { cause?: unknown } | null | undefined)?.cause
  while (cause instanceof Error && causes.length < MOST_CAUSES) {
    causes.push(nameOf(cause, codes))
    cause = cause.cause
  }
  return causes
}

function framesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error) || typeof thrown.stack !== 'string') return []
  // what the message says stands before the frames, and may have lines that look like some
  const at = thrown.message === '' ? -1 : thrown.stack.indexOf(thrown.message)
  return ownFrames(at < 0 ? thrown.stack : thrown.stack.slice(at + thrown.message.length))
}

function ownFrames(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => !line.includes('/node_modules/'))
    .flatMap((line) => OWN_FRAME.exec(line.replaceAll('\\', '/'))?.[1] ?? [])
    .filter((frame) => FRAME.test(frame))
    .slice(0, MOST_FRAMES)
}
