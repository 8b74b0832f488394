import { emojiLines, valenceLines } from './lexicon-data.ts'

export type SentimentLexicon = {
  /** Lower-case token to mean valence, -4..4. */
  readonly valences: ReadonlyMap<string, number>
  /** One emoji to its Unicode name. */
  readonly emojiNames: ReadonlyMap<string, string>
}

let loaded: SentimentLexicon | undefined

/** The VADER lexicon and the emoji names, parsed once on first use (a few milliseconds). */
export function sentimentLexicon(): SentimentLexicon {
  loaded ??= { valences: parse(valenceLines, Number), emojiNames: parse(emojiLines, (name) => name) }
  return loaded
}

function parse<Value>(lines: string, read: (text: string) => Value): Map<string, Value> {
  const entries = new Map<string, Value>()
  for (const line of lines.split('\n')) {
    const tab = line.indexOf('\t')
    entries.set(line.slice(0, tab), read(line.slice(tab + 1)))
  }
  return entries
}
