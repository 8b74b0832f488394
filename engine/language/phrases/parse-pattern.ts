import { t } from '#speech'

/** A pattern taken apart. */
export type PatternNode =
  | { kind: 'word'; word: string }
  | { kind: 'words'; words: ReadonlySet<string> }
  | { kind: 'prefix'; prefix: string }
  | { kind: 'other'; not: ReadonlySet<string> }
  | { kind: 'gap'; most: number }
  | { kind: 'sequence'; parts: readonly PatternNode[] }
  | { kind: 'choice'; options: readonly PatternNode[] }
  | { kind: 'optional'; part: PatternNode }

const usualGap = 3

/**
 * Reads a phrase pattern:
 * `word` itself · `word*` any word beginning so · `_` any one word · `~` something redacted · `..` up to three words, `..5` up to five ·
 * `!(a|b)` one word that is none of these · `a|b c` alternatives · `(...)` group · `[...]` optional · `{name}` a word list
 * of the scorecard, as if written there in brackets.
 * Throws an Error with one sentence where a pattern cannot be read.
 */
export function parsePattern(pattern: string, lists: Readonly<Record<string, string>> = {}): PatternNode {
  const parts = tokenise(substitute(pattern, lists))
  const state = { parts, at: 0, pattern }
  const node = choice(state)
  if (state.at < parts.length)
    throw new Error(t`The phrase "${{ phrase: pattern }}" closes a bracket that was never opened.`)
  return node
}

type State = { parts: readonly string[]; at: number; pattern: string }

function substitute(pattern: string, lists: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{([a-z0-9-]+)\}/gi, (_, name: string) => {
    const list = lists[name]
    if (list === undefined)
      throw new Error(
        t`The phrase "${{ phrase: pattern }}" uses the word list "${{ list: name }}", which the form does not have.`,
      )
    return `(${list})`
  })
}

function tokenise(pattern: string): string[] {
  return pattern.toLowerCase().match(/!?\(|\)|\[|\]|\||\.\.\d*|[^\s()[\]|]+/g) ?? []
}

function choice(state: State): PatternNode {
  const options = [sequence(state)]
  while (state.parts[state.at] === '|') {
    state.at++
    options.push(sequence(state))
  }
  return options.length === 1 ? options[0]! : joined(options)
}

/** Single words among the alternatives become one set: long word lists are looked up, not tried one by one. */
function joined(options: readonly PatternNode[]): PatternNode {
  const words = new Set<string>()
  const others: PatternNode[] = []
  for (const option of options)
    if (option.kind === 'word') words.add(option.word)
    else if (option.kind === 'words') for (const word of option.words) words.add(word)
    else if (option.kind === 'choice') others.push(...option.options)
    else others.push(option)
  if (others.length === 0) return { kind: 'words', words }
  return { kind: 'choice', options: words.size === 0 ? others : [{ kind: 'words', words }, ...others] }
}

function sequence(state: State): PatternNode {
  const parts: PatternNode[] = []
  for (
    let part = state.parts[state.at];
    part !== undefined && !['|', ')', ']'].includes(part);
    part = state.parts[state.at]
  )
    parts.push(single(state, part))
  if (parts.length === 0) throw new Error(t`The phrase "${{ phrase: state.pattern }}" has an empty part.`)
  return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts }
}

function single(state: State, part: string): PatternNode {
  state.at++
  if (part === '(') return closed(state, ')', choice(state))
  if (part === '[') return { kind: 'optional', part: closed(state, ']', choice(state)) }
  if (part === '!(') {
    const not = closed(state, ')', choice(state))
    return { kind: 'other', not: new Set(wordsOf(not, state.pattern)) }
  }
  if (part === '~') return { kind: 'word', word: '[]' }
  if (part === '_') return { kind: 'other', not: new Set() }
  if (part.startsWith('..')) return { kind: 'gap', most: part === '..' ? usualGap : Number(part.slice(2)) }
  if (part.endsWith('*')) return { kind: 'prefix', prefix: part.slice(0, -1) }
  return { kind: 'word', word: part }
}

function closed(state: State, bracket: string, node: PatternNode): PatternNode {
  if (state.parts[state.at] !== bracket)
    throw new Error(t`The phrase "${{ phrase: state.pattern }}" opens a bracket and does not close it.`)
  state.at++
  return node
}

function wordsOf(node: PatternNode, pattern: string): string[] {
  if (node.kind === 'word') return [node.word]
  if (node.kind === 'words') return [...node.words]
  if (node.kind === 'choice') return node.options.flatMap((option) => wordsOf(option, pattern))
  throw new Error(
    t`In the phrase "${{ phrase: pattern }}" only single words may stand after an exclamation mark.`,
  )
}
