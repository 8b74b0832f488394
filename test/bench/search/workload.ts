import type { SearchInput } from '../../../shared/contract/search.ts'
import { connect } from '../../../engine/store/index.ts'
import { randomFrom, type Random } from '../simulation/random.ts'
import { wordAt } from './said.ts'

/** A kind of search, and one of that kind after the other. */
export interface Kind {
  name: string
  next(): SearchInput
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[random.integer(0, items.length - 1)]!

/** Words between two ranks of commonness, evenly over the logarithm of the rank. */
function wordBetween(random: Random, first: number, last: number): string {
  return wordAt(Math.floor(Math.exp(Math.log(first) + random.uniform() * Math.log(last / first))) - 1)
}

/** Searches as they may come: words of all ranks, several words that stand in one turn somewhere, and each filter on such words. */
export function searchKinds(file: string, transcripts: number): Kind[] {
  const random = randomFrom(11)
  const { raw } = connect(file, 'read')
  const text = raw.prepare('SELECT text FROM segments WHERE transcript_id = ? AND position = ?').pluck()
  const turn = (least: number): string[] => {
    for (;;) {
      const said = text.get(random.integer(1, transcripts), random.integer(0, 19)) as string
      const words = said.split(' ')
      if (words.length >= least) return words
    }
  }
  const plain = (name: string, query: () => string): Kind => ({ name, next: () => ({ query: query() }) })
  const any = () => (random.uniform() < 0.5 ? wordBetween(random, 1, 30_000) : turn(4).slice(1, 3).join(' '))
  const filtered = (name: string, filter: () => Omit<SearchInput, 'query'>): Kind => ({
    name: `any words, ${name}`,
    next: () => ({ query: any(), ...filter() }),
  })
  const month = () => {
    const from = Date.UTC(2025, 8, 1) + random.integer(0, 330) * 86_400_000
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    return { from: day(from), to: day(from + 30 * 86_400_000) }
  }
  return [
    plain('one of the 20 commonest words', () => wordBetween(random, 1, 20)),
    plain('a common word (to rank 1,000)', () => wordBetween(random, 20, 1000)),
    plain('a rare word', () => wordBetween(random, 1000, 30_000)),
    plain('two words of a turn', () => turn(6).slice(2, 4).join(' ')),
    plain(
      'three words, one excluded',
      () => `${turn(6).slice(2, 5).join(' ')} -${wordBetween(random, 1, 1000)}`,
    ),
    plain('a phrase of two', () => `"${turn(6).slice(2, 4).join(' ')}"`),
    plain('a phrase of three', () => `"${turn(6).slice(2, 5).join(' ')}"`),
    plain('near', () => `${turn(9)[1]} ~5 ${turn(9)[5]}`),
    plain('either of two', () => `${wordBetween(random, 20, 30_000)} OR ${wordBetween(random, 20, 30_000)}`),
    plain('the beginning of a word', () => `${wordBetween(random, 300, 30_000).slice(0, 4)}*`),
    plain('two words anywhere in a conversation', () => `${turn(4).slice(1, 3).join(' ')} in:conversation`),
    filtered('agent', () => ({ agentId: random.integer(1, 1000) })),
    filtered('team', () => ({ teamId: random.integer(1, 50) })),
    filtered('queue', () => ({ queue: `Queue ${random.integer(1, 10)}` })),
    filtered('a month', month),
    filtered('speaker', () => ({ speaker: pick(random, ['agent', 'customer'] as const) })),
    filtered('first minute', () => ({ firstMs: 60_000 })),
    filtered('last minute', () => ({ lastMs: 60_000 })),
    filtered('mood of the turn', () => ({ sentiment: { of: 'turn', max: -0.5 } })),
    filtered('score', () => ({ score: { max: 0.5 } })),
    filtered('measure', () => ({ measure: { metricId: 'silence_share', min: 0.2 } })),
    filtered('agent, month, customer', () => ({
      agentId: random.integer(1, 1000),
      speaker: 'customer',
      ...month(),
    })),
  ]
}
