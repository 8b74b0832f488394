import type { Channel } from '../company.ts'

/**
 * The notation of the stories. A story starts with `# id | reason | feeling | customers | channels`, then sections:
 * `[open]` is what the customer comes with, `[body]` sections follow in order (`[body ?40]` in 40% of the
 * conversations), `[good]` and `[bad]` are the two ends, `[recap]` and `[recap bad]` what was agreed. `--` separates
 * alternatives of a section; `@ cause=kiosk` above one ties it to alternatives that say the same of `cause` (a list of values
 * fits any of them; `solved` is given by the contact). `A:` is the agent, `C:` the customer, `A: ~` means the agent looks something up first.
 */
export type Feeling = 'annoyed' | 'worried' | 'strained' | 'loss' | 'hassle' | 'neutral'
export type Speaker = 'agent' | 'customer'

export interface ScriptLine {
  speaker: Speaker
  text: string
  isLookup: boolean
}

/** What an alternative takes for granted: per fact the values it fits. */
export type Facts = Record<string, string[]>

export interface Variant<T> {
  facts: Facts
  content: T
}

interface BodySection {
  chance: number
  variants: Variant<ScriptLine[]>[]
}

export interface Story {
  id: string
  reason: string
  feeling: Feeling
  customers: string[]
  channels: Channel[]
  open: Variant<ScriptLine[]>[]
  body: BodySection[]
  good: Variant<ScriptLine[]>[]
  bad: Variant<ScriptLine[]>[]
  recap: Variant<string>[]
  recapBad: Variant<string>[]
}

export function parseLine(line: string): ScriptLine {
  const match = /^([AC]): (~ )?(.+)$/.exec(line)
  if (!match?.[3]) throw new Error(`Not a line of a script: ${line}`)
  return {
    speaker: match[1] === 'A' ? 'agent' : 'customer',
    text: match[3],
    isLookup: match[2] !== undefined,
  }
}

function factsOf(line: string): Facts {
  const claims = line.slice(1).trim().split(' ')
  return Object.fromEntries(
    claims.map((claim) => {
      const [fact = '', values = ''] = claim.split('=')
      return [fact, values.split(',')]
    }),
  )
}

function variantsOf(text: string): Variant<string[]>[] {
  return text
    .split(/^--$/m)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((block) => block.length > 0)
    .map((block) => {
      const [first = '', ...rest] = block
      return first.startsWith('@') ? { facts: factsOf(first), content: rest } : { facts: {}, content: block }
    })
}

function parseStory(source: string): Story {
  const [header = '', ...sections] = source.split(/^\[/m)
  const [id = '', reason = '', feeling = '', customers = '', channels = ''] = header
    .trim()
    .split('|')
    .map((part) => part.trim())
  const story: Story = {
    id,
    reason,
    feeling: feeling as Feeling,
    customers: customers.split(' '),
    channels: channels.split(' ') as Channel[],
    open: [],
    body: [],
    good: [],
    bad: [],
    recap: [],
    recapBad: [],
  }
  for (const section of sections) {
    const end = section.indexOf(']')
    const name = section.slice(0, end)
    const variants = variantsOf(section.slice(end + 1))
    const scripts = () => variants.map(({ facts, content }) => ({ facts, content: content.map(parseLine) }))
    const sentences = () => variants.map(({ facts, content }) => ({ facts, content: content.join(' ') }))
    if (name === 'open') story.open = scripts()
    else if (name === 'good') story.good = scripts()
    else if (name === 'bad') story.bad = scripts()
    else if (name === 'recap') story.recap = sentences()
    else if (name === 'recap bad') story.recapBad = sentences()
    else if (name.startsWith('body')) {
      const chance = /\?(\d+)/.exec(name)?.[1]
      story.body.push({ chance: chance ? Number(chance) / 100 : 1, variants: scripts() })
    } else throw new Error(`Story ${id} has an unknown section [${name}].`)
  }
  return story
}

export const parseStories = (source: string): Story[] =>
  source
    .split(/^# /m)
    .filter((text) => text.trim() !== '')
    .map(parseStory)

/** `## name` and its lines. */
export function parseDecks(source: string): Map<string, string[]> {
  const decks = new Map<string, string[]>()
  for (const part of source.split(/^## /m)) {
    const [name = '', ...lines] = part.split('\n')
    if (name.trim() === '') continue
    decks.set(
      name.trim(),
      lines.map((line) => line.trim()).filter((line) => line !== ''),
    )
  }
  return decks
}
