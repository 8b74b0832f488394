import { piecesOfName } from './name-pieces.ts'

/** What a key in a name, a heading or a field of a sidecar is about. */
export type NamedIdea = 'agent' | 'customer' | 'contact' | 'queue'

const KEYS: Readonly<Record<string, NamedIdea>> = {
  agent: 'agent',
  agentname: 'agent',
  agentid: 'agent',
  operator: 'agent',
  cust: 'customer',
  customer: 'customer',
  ani: 'customer',
  caller: 'customer',
  guid: 'contact',
  contactid: 'contact',
  callid: 'contact',
  conversationid: 'contact',
  interactionid: 'contact',
  ucid: 'contact',
  queue: 'queue',
  skill: 'queue',
  campaign: 'queue',
}
const OTHER_KEYS = new Set(['dt', 'date', 'time', 'id', 'dir', 'direction', 'lang', 'language'])

/**
 * Pairs in a name without its ending: `AGENT_ChrisL_DT_...` (keys in capitals) and `agent=ana`. A value goes on until the next key or
 * date; one that nothing ends is taken only where it is a single word, so that no half of a name becomes an agent. An idea named twice is
 * left out.
 */
export function keyValuesOf(name: string): Map<NamedIdea, string> {
  const found = new Map<NamedIdea, string | null>()
  const take = (idea: NamedIdea | null, value: string) => {
    const text = value.replace(/^[\s_=-]+|[\s_=-]+$/g, '')
    if (idea && text !== '') found.set(idea, found.has(idea) && found.get(idea) !== text ? null : text)
  }
  const pieces = piecesOfName(name)
  const ideaAt = (index: number): NamedIdea | 'other' | null => {
    const piece = pieces[index]
    if (piece?.kind !== 'word') return null
    const key = piece.text.toLowerCase()
    const isPair = pieces[index + 1]?.text === '='
    if (!isPair && (piece.text !== piece.text.toUpperCase() || !pieces[index + 1]?.text.startsWith('_')))
      return null
    return Object.hasOwn(KEYS, key) ? KEYS[key]! : OTHER_KEYS.has(key) || isPair ? 'other' : null
  }
  for (const [index, piece] of pieces.entries()) {
    const idea = ideaAt(index)
    if (idea === null || idea === 'other') continue
    let stop = index + 2
    const isPair = pieces[index + 1]!.text === '='
    const isEnd = (at: number) => {
      const { kind } = pieces[at]!
      return (
        ideaAt(at) !== null ||
        kind === 'moment' ||
        kind === 'date' ||
        (isPair && kind === 'separator' && /[_,; ]/.test(pieces[at]!.text))
      )
    }
    while (stop < pieces.length && !isEnd(stop)) stop++
    const value = name.slice(piece.end, pieces[stop]?.start ?? name.length)
    const words = pieces.slice(index + 2, stop).filter(({ kind }) => kind !== 'separator').length
    if (stop < pieces.length || words === 1 || isPair) take(idea, value)
  }
  return new Map([...found].flatMap(([idea, value]) => (value === null ? [] : [[idea, value] as const])))
}
