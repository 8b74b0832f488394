/** How long to wait before the first look, and between looks, in milliseconds. */
export interface Pauses {
  first: number
  between: number
}

/** Looks after something for as long as it is open: one look at a time, and none keeps the process alive. `onError` is told what a look threw; the next one comes all the same. */
export function lookNowAndThen(
  look: () => Promise<void>,
  { first, between }: Pauses,
  onError: (error: unknown) => void,
): { close(): void } {
  let isClosed = false
  let timer: NodeJS.Timeout
  const lookIn = (ms: number) => {
    if (isClosed) return
    timer = setTimeout(() => void lookNow(), ms)
    timer.unref()
  }
  const lookNow = async () => {
    try {
      await look()
    } catch (error) {
      if (!isClosed) onError(error)
    }
    lookIn(between)
  }
  lookIn(first)
  return {
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
