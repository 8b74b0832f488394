/** A piece of a query as it was typed. */
export type QueryToken =
  | { kind: 'text'; text: string; isQuoted: boolean; isPrefix: boolean; isExcluded: boolean }
  | { kind: 'or' }
  | { kind: 'near'; within: number }
  | { kind: 'filter'; name: FilterName; value: string }

const filterNames = ['agent', 'customer', 'speaker', 'first', 'last', 'in'] as const
export type FilterName = (typeof filterNames)[number]

const USUAL_WITHIN = 10
const MOST_WITHIN = 100

const filterPattern = /^(agent|customer|speaker|first|last|in):(.*)$/i

/** Divides a query into its pieces. Whatever is typed has a reading: an unclosed quote ends with the text, brackets only divide. */
export function queryTokens(text: string): QueryToken[] {
  const tokens: QueryToken[] = []
  // quotes as typed on phones and in word processors; what divides without meaning anything
  const plain = text.replaceAll(/[“”„«»″]/g, '"').replaceAll(/[\0()[\]{}]/g, ' ')
  const pattern = /(-*)"([^"]*)(?:"(\*?)|$)|[^\s"]+/g
  let isExcludedNext = false
  for (const match of plain.matchAll(pattern)) {
    const [whole, dashes, quoted, star] = match
    if (quoted !== undefined) {
      const isExcluded = isExcludedNext || dashes === '-'
      tokens.push({ kind: 'text', text: quoted, isQuoted: true, isPrefix: star === '*', isExcluded })
      isExcludedNext = false
      continue
    }
    if (whole === 'AND') continue
    if (whole === 'NOT' || whole === '-') {
      // a dash alone is punctuation, unless it stands before a quote
      isExcludedNext = whole === 'NOT' || plain[match.index + 1] === '"'
      continue
    }
    const [operator] = operatorOf(whole)
    if (operator) {
      tokens.push(operator)
      continue
    }
    tokens.push(...wordTokens(whole, isExcludedNext))
    isExcludedNext = false
  }
  return tokens
}

function operatorOf(word: string): QueryToken[] {
  if (word === 'OR' || word === '|' || word === '||') return [{ kind: 'or' }]
  const near = /^~(\d*)$/.exec(word)
  if (near) return [{ kind: 'near', within: Math.min(MOST_WITHIN, Number(near[1] || USUAL_WITHIN)) }]
  return []
}

function wordTokens(word: string, isExcludedNext: boolean): QueryToken[] {
  const filter = filterPattern.exec(word)
  if (filter) {
    const name = filterNames.find((one) => one === filter[1]!.toLowerCase())!
    // `customer:refund` is `customer:` and the word
    if (name === 'agent' || name === 'customer')
      return [
        { kind: 'filter', name, value: '' },
        ...(filter[2] ? wordTokens(filter[2], isExcludedNext) : []),
      ]
    return [{ kind: 'filter', name, value: filter[2]! }]
  }
  const isExcluded = isExcludedNext || /^-[^-]/.test(word)
  return [{ kind: 'text', text: word, isQuoted: false, isPrefix: word.endsWith('*'), isExcluded }]
}
