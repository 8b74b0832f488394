import { listed } from './refusals.ts'

/** Collects what is lost on the way, with the names of what it concerns, so that a hundred questions give one sentence. */
export interface Notes {
  /** A sentence of its own. */
  add(sentence: string): void
  /** One more that `sentence` is about; it is given their names. */
  about(name: string, sentence: (names: string) => string): void
  /** All sentences, in the order their subject first came up. */
  sentences(): string[]
}

/** An empty collection. Sentences made by the same function are one. */
export function createNotes(): Notes {
  const entries: (string | { sentence: (names: string) => string; names: string[] })[] = []
  const groups = new Map<
    (names: string) => string,
    { sentence: (names: string) => string; names: string[] }
  >()
  return {
    add(sentence) {
      if (!entries.includes(sentence)) entries.push(sentence)
    },
    about(name, sentence) {
      const group = groups.get(sentence)
      if (group !== undefined) {
        group.names.push(name)
        return
      }
      const started = { sentence, names: [name] }
      groups.set(sentence, started)
      entries.push(started)
    },
    sentences: () =>
      entries.map((entry) => (typeof entry === 'string' ? entry : entry.sentence(listed(entry.names)))),
  }
}
