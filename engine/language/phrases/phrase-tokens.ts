/** One normalised word; words of a contraction share the span of the contraction. */
export type PhraseToken = {
  /** Lower case, without apostrophes; `[]` for a placeholder such as "[PII]" or "[card number]". */
  readonly word: string
  /** Offsets in the original text, end exclusive. */
  readonly start: number
  readonly end: number
}

const fillers = new Set('um uh uhm umm er erm ah eh hm hmm mm mmm mhm huh uhhuh mmhm'.split(' '))

const noises = new Set(
  'noise laughter laughs music silence inaudible unintelligible crosstalk cough breathing unk hold'.split(
    ' ',
  ),
)

// Both as written and as recognition writes them. Left out where the bare form is another word (ill, well, were, id, shed).
const contractions = new Map<string, readonly string[]>(
  Object.entries({
    "i'm": 'i am',
    im: 'i am',
    "i've": 'i have',
    ive: 'i have',
    "i'll": 'i will',
    "i'd": 'i would',
    "you're": 'you are',
    youre: 'you are',
    "you've": 'you have',
    youve: 'you have',
    "you'll": 'you will',
    youll: 'you will',
    "you'd": 'you would',
    youd: 'you would',
    "we're": 'we are',
    "we've": 'we have',
    weve: 'we have',
    "we'll": 'we will',
    "we'd": 'we would',
    "they're": 'they are',
    theyre: 'they are',
    "they've": 'they have',
    theyve: 'they have',
    "they'll": 'they will',
    theyll: 'they will',
    "it's": 'it is',
    "it'll": 'it will',
    itll: 'it will',
    "that's": 'that is',
    thats: 'that is',
    "that'll": 'that will',
    "what's": 'what is',
    whats: 'what is',
    "how's": 'how is',
    hows: 'how is',
    "who's": 'who is',
    "where's": 'where is',
    "there's": 'there is',
    theres: 'there is',
    "here's": 'here is',
    heres: 'here is',
    "he's": 'he is',
    "she's": 'she is',
    "let's": 'let us',
    lets: 'let us',
    "can't": 'can not',
    cant: 'can not',
    cannot: 'can not',
    "won't": 'will not',
    wont: 'will not',
    "shan't": 'shall not',
    "ain't": 'is not',
    ok: 'okay',
    gonna: 'going to',
    wanna: 'want to',
    gotta: 'got to',
    gimme: 'give me',
    lemme: 'let me',
    thankyou: 'thank you',
    ty: 'thank you',
    goodbye: 'good bye',
    pls: 'please',
    plz: 'please',
    u: 'you',
    ur: 'your',
    cancelled: 'canceled',
    apologise: 'apologize',
    apologised: 'apologized',
    summarise: 'summarize',
  }).map(([form, words]) => [form, words.split(' ')] as const),
)
for (const verb of 'do does did is are was were has have had could would should must need might'.split(' '))
  for (const form of [`${verb}n't`, `${verb}nt`]) contractions.set(form, [verb, 'not'])

const wordOrMark = /\[[^\][]{1,40}\]|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

/**
 * The words of a text as phrases are matched: case, apostrophes, contractions and usual spellings levelled, fillers and noise
 * marks dropped, punctuation ignored (recognition often writes none). Every word keeps its place in the original text.
 */
export function phraseTokens(text: string): PhraseToken[] {
  const tokens: PhraseToken[] = []
  wordOrMark.lastIndex = 0
  for (let match = wordOrMark.exec(text); match !== null; match = wordOrMark.exec(text)) {
    const start = match.index
    const end = wordOrMark.lastIndex
    for (const word of levelled(match[0])) tokens.push({ word, start, end })
  }
  return tokens
}

/** What was levelled before; forgotten where names and noise make too many. */
const levelledBefore = new Map<string, readonly string[]>()
const mostRemembered = 20_000

function levelled(written: string): readonly string[] {
  const known = levelledBefore.get(written)
  if (known !== undefined) return known
  const words = level(written)
  if (levelledBefore.size >= mostRemembered) levelledBefore.clear()
  levelledBefore.set(written, words)
  return words
}

function level(written: string): readonly string[] {
  if (written.startsWith('[')) return noises.has(written.slice(1, -1).toLowerCase()) ? [] : ['[]']
  const lower = written.toLowerCase().replaceAll('’', "'")
  if (fillers.has(lower)) return []
  return contractions.get(lower) ?? [lower.endsWith("'s") ? lower.slice(0, -2) : lower.replaceAll("'", '')]
}

/** How many real words a text holds; fillers, noise marks and placeholders do not count. */
export function countWords(text: string): number {
  let count = 0
  for (const match of text.matchAll(wordOrMark)) if (!match[0].startsWith('[')) count++
  return count
}
