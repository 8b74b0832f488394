/** The items until there are no more, or the signal comes: also one that comes while an item is waited for. */
export async function* untilAborted<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  try {
    while (!signal.aborted) {
      const next = await Promise.race([iterator.next(), aborted])
      if (next === null || next.done === true) return
      yield next.value
    }
  } finally {
    // told, and not waited for: it may be waiting itself
    if (signal.aborted) void iterator.return?.()
    else await iterator.return?.()
  }
}
