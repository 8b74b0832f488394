import { Failure } from '../errors.ts'

/** More bytes came than the door takes. */
export class TooLarge extends Failure {}

/** Nothing came for too long, or too little in all the time there was. */
export class TooSlow extends Failure {}

/** How much a request may bring and how long it may take over it. */
export interface Bounds {
  bytes: number
  /** The longest pause between two pieces. */
  pauseMs: number
  /** The longest time for all of it; no bound when left out. */
  wholeMs?: number
}

/** Passes bytes on as they come and throws once there are more than the bound, whatever length was announced, or they come too slowly. */
export async function* bytesUpTo(
  { bytes, pauseMs, wholeMs = Infinity }: Bounds,
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  const until = Date.now() + wholeMs
  let received = 0
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), Math.min(pauseMs, until - Date.now()))
      if (done) return
      received += value.byteLength
      if (received > bytes) throw new TooLarge('The file is larger than Debrief takes at once.')
      yield value
    }
  } finally {
    // whoever broke it off has gone already
    await reader.cancel().catch(() => {})
  }
}

async function inTime<Result>(task: Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new TooSlow('The content of the request came too slowly; send it again.')),
      Math.max(ms, 0),
    )
  })
  try {
    return await Promise.race([task, late])
  } finally {
    clearTimeout(timer)
  }
}
