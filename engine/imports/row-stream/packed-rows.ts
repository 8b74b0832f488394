import type { AgentRef, ContactFacts, InteractionFacts, RowFacts } from '../facts.ts'
import type { RowSetAside, RowSink } from './row-sink.ts'

/**
 * What a batch came to, as it travels between threads: contacts of a log (nearly every row of a large file) in columns of typed arrays,
 * everything else as it is. Copying a million small objects would cost more than reading them did.
 */
export interface PackedBatch {
  contacts: PackedContacts
  /** Rows that state anything but a plain contact. */
  others: { facts: RowFacts; rowNumber: number }[]
  setAside: RowSetAside[]
  skipped: Map<string, number>
}

interface PackedContacts {
  count: number
  rowNumbers: Float64Array
  /** `NUMBERS.length` to a row; NaN where nothing is stated. */
  numbers: Float64Array
  /** `WORDS` to a row: places in `agents` and `words`; -1 where nothing is stated. */
  words: Int32Array
  flags: Uint8Array
  contactRefs: PackedTexts
  legRefs: PackedTexts
  dictionary: { agents: AgentRef[]; words: string[] }
}

/** Texts that hardly ever repeat, one behind the other; length -1: nothing is stated. */
interface PackedTexts {
  text: string
  lengths: Int32Array
}

const NUMBERS = 8
const WORDS = 8
const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const
/** Bits of `flags`: two for each of three flags (stated, true), then whether there is a contact and an interaction at all. */
const HAS_CONTACT = 64
const HAS_INTERACTION = 128

/** Whether a row states a contact and who dealt with it, and nothing else. */
function isPlainContact({ survey, evaluation, shift, summary, roster, interaction }: RowFacts): boolean {
  const hasMore = survey ?? evaluation ?? shift ?? summary ?? roster
  return !hasMore && !interaction?.subject && !interaction?.description
}

/** A sink that packs up to `capacity` rows. `customerHash` turns a customer's number into what may leave the reader. */
export function createPacker(
  capacity: number,
  customerHash: (customer: string) => number,
): RowSink & { packed(): PackedBatch } {
  const others: PackedBatch['others'] = []
  const setAside: RowSetAside[] = []
  const skipped = new Map<string, number>()
  const rowNumbers = new Float64Array(capacity)
  const numbers = new Float64Array(capacity * NUMBERS)
  const words = new Int32Array(capacity * WORDS)
  const flags = new Uint8Array(capacity)
  const agents = dictionary<AgentRef>()
  const spellings = dictionary<string>()
  const contactRefs = textPacker(capacity)
  const legRefs = textPacker(capacity)
  let count = 0

  const addContact = (facts: RowFacts, rowNumber: number) => {
    const { agent, contact, interaction } = facts
    rowNumbers[count] = rowNumber
    let number = count * NUMBERS
    numbers[number++] = contact?.startedAtMs ?? Number.NaN
    numbers[number++] = contact?.endedAtMs ?? Number.NaN
    numbers[number++] = interaction?.waitMs ?? Number.NaN
    numbers[number++] = interaction?.talkMs ?? Number.NaN
    numbers[number++] = interaction?.holdMs ?? Number.NaN
    numbers[number++] = interaction?.acwMs ?? Number.NaN
    numbers[number++] = interaction?.handleMs ?? Number.NaN
    numbers[number] = contact?.customer ? customerHash(contact.customer) : Number.NaN
    let word = count * WORDS
    words[word++] = agents.place(agent)
    words[word++] = spellings.place(contact?.queue ?? null)
    words[word++] = spellings.place(contact?.reason ?? null)
    words[word++] = spellings.place(contact?.channel ?? null)
    words[word++] = contact?.direction ? DIRECTIONS.indexOf(contact.direction) : -1
    words[word++] = spellings.place(contact?.languageCode ?? null)
    words[word++] = spellings.place(interaction?.disposition ?? null)
    words[word] = contact?.consent === undefined || contact.consent === null ? -1 : Number(contact.consent)
    flags[count] =
      flagBits(interaction?.isTransferred) |
      (flagBits(interaction?.isAnswered) << 2) |
      (flagBits(interaction?.isResolved) << 4) |
      (contact === null ? 0 : HAS_CONTACT) |
      (interaction === null ? 0 : HAS_INTERACTION)
    contactRefs.add(contact?.contactRef ?? null)
    legRefs.add(contact?.legRef ?? null)
    count++
  }

  return {
    take(facts, rowNumber) {
      if (isPlainContact(facts)) addContact(facts, rowNumber)
      else others.push({ facts: hashed(facts, customerHash), rowNumber })
    },
    setAside: (row) => void setAside.push(row),
    skip: (why, rows) => void skipped.set(why, (skipped.get(why) ?? 0) + rows),
    packed: () => ({
      others,
      setAside,
      skipped,
      contacts: {
        count,
        rowNumbers,
        numbers,
        words,
        flags,
        contactRefs: contactRefs.packed(),
        legRefs: legRefs.packed(),
        dictionary: { agents: agents.entries, words: spellings.entries },
      },
    }),
  }
}

function hashed(facts: RowFacts, customerHash: (customer: string) => number): RowFacts {
  const { contact } = facts
  if (!contact?.customer) return facts
  return {
    ...facts,
    contact: { ...contact, customer: null, customerHash: customerHash(contact.customer) },
  }
}

/** What of a packed batch can be handed over instead of copied. */
export function buffersOf({ contacts }: PackedBatch): ArrayBuffer[] {
  const { rowNumbers, numbers, words, flags, contactRefs, legRefs } = contacts
  return [rowNumbers, numbers, words, flags, contactRefs.lengths, legRefs.lengths].map(
    // made above, so never shared
    ({ buffer }) => buffer as ArrayBuffer,
  )
}

/** Hands on what was packed, customers hashed, rows in the order of the file. */
export function unpackInto(sink: RowSink, { others, setAside, skipped, contacts }: PackedBatch): void {
  const contactRefs = textReader(contacts.contactRefs)
  const legRefs = textReader(contacts.legRefs)
  let other = 0
  const takeOthers = (before: number) => {
    for (; other < others.length && others[other]!.rowNumber < before; other++)
      sink.take(others[other]!.facts, others[other]!.rowNumber)
  }
  for (let row = 0; row < contacts.count; row++) {
    const rowNumber = contacts.rowNumbers[row]!
    if (other < others.length) takeOthers(rowNumber)
    sink.take(contactAt(contacts, row, contactRefs.next(), legRefs.next()), rowNumber)
  }
  takeOthers(Infinity)
  for (const row of setAside) sink.setAside(row)
  for (const [why, rows] of skipped) sink.skip(why, rows)
}

function contactAt(
  { numbers, words, flags, dictionary: { agents, words: spellings } }: PackedContacts,
  row: number,
  contactRef: string | null,
  legRef: string | null,
): RowFacts {
  const number = row * NUMBERS
  const word = row * WORDS
  const bits = flags[row]!
  const contact: ContactFacts | null =
    (bits & HAS_CONTACT) === 0
      ? null
      : {
          contactRef,
          legRef,
          startedAtMs: stated(numbers[number]!),
          endedAtMs: stated(numbers[number + 1]!),
          queue: spellings[words[word + 1]!] ?? null,
          reason: spellings[words[word + 2]!] ?? null,
          channel: spellings[words[word + 3]!] ?? null,
          direction: DIRECTIONS[words[word + 4]!] ?? null,
          customer: null,
          customerHash: stated(numbers[number + 7]!),
          languageCode: spellings[words[word + 5]!] ?? null,
          consent: words[word + 7]! < 0 ? null : words[word + 7] === 1,
        }
  const interaction: InteractionFacts | null =
    (bits & HAS_INTERACTION) === 0
      ? null
      : {
          waitMs: stated(numbers[number + 2]!),
          talkMs: stated(numbers[number + 3]!),
          holdMs: stated(numbers[number + 4]!),
          acwMs: stated(numbers[number + 5]!),
          handleMs: stated(numbers[number + 6]!),
          isTransferred: flagOf(bits),
          isAnswered: flagOf(bits >> 2),
          isResolved: flagOf(bits >> 4),
          disposition: spellings[words[word + 6]!] ?? null,
          subject: null,
          description: null,
        }
  const agent = agents[words[word]!] ?? null
  return {
    agent,
    contact,
    interaction,
    survey: null,
    evaluation: null,
    shift: null,
    summary: null,
    roster: null,
  }
}

function stated(number: number): number | null {
  return number === number ? number : null
}

function flagBits(flag: boolean | null | undefined): number {
  return flag === null || flag === undefined ? 0 : flag ? 3 : 1
}

function flagOf(bits: number): boolean | null {
  return (bits & 1) === 0 ? null : (bits & 2) !== 0
}

/** Each entry once, in the order it came. */
function dictionary<Entry>(): { entries: Entry[]; place(entry: Entry | null): number } {
  const entries: Entry[] = []
  const places = new Map<Entry, number>()
  return {
    entries,
    place(entry) {
      if (entry === null) return -1
      let place = places.get(entry)
      if (place === undefined) {
        place = entries.push(entry) - 1
        places.set(entry, place)
      }
      return place
    },
  }
}

function textPacker(count: number): { add(text: string | null): void; packed(): PackedTexts } {
  const lengths = new Int32Array(count)
  const texts: string[] = []
  let at = 0
  return {
    add(text) {
      lengths[at++] = text === null ? -1 : text.length
      if (text !== null) texts.push(text)
    },
    packed: () => ({ text: texts.join(''), lengths }),
  }
}

function textReader({ text, lengths }: PackedTexts): { next(): string | null } {
  let row = 0
  let at = 0
  return {
    next() {
      const length = lengths[row++]!
      if (length < 0) return null
      at += length
      return text.slice(at - length, at)
    },
  }
}
