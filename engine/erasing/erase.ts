import { createHash } from 'node:crypto'
import type { AffectedDays } from '../affected-days.ts'
import type { WritableDatabase } from '../store/index.ts'
import { countChosen, countConversations } from './chosen.store.ts'
import { eraseCopies } from './copies.store.ts'
import type { DeletedKeys } from './keys.ts'
import { eraseNamed } from './named.store.ts'
import { erasePerson, keysOfNamings, type Naming } from './person.store.ts'
import { eraseReferences, readReferences } from './references.store.ts'
import { eraseScores } from './scores.store.ts'
import { eraseSound, type GoneSound } from './sound.store.ts'
import { forgetEndedJobs, forgetFileNames, overwriteDeleted } from './tidy.store.ts'
import { eraseComments, eraseRemarks, eraseTexts, eraseWords } from './words.store.ts'

/** What a deletion is to do beside taking the chosen parts away. */
export interface Erasing {
  at: number
  keys: DeletedKeys
  affected: AffectedDays
  /** Whether what names the contacts goes, too: what exports call them, and whose they are. */
  withReferences: boolean
  /** Somebody whose name goes, too. */
  namings?: readonly Naming[]
  /** Texts by which somebody is named, in rows that were set aside, searches and notes. */
  texts?: readonly string[]
}

/** What went. */
export interface Erased {
  /** Table by table or, of files and names, by what they are; what is zero is left out. */
  counts: Record<string, number>
  sounds: GoneSound[]
  /** Whether facts went as a whole: who is who may have rested on them. */
  hasRemovedFacts: boolean
  /** Of what must not come back. */
  keys: string[]
  /** SHA-256 over the sorted keyed hashes of everything that went, in hexadecimal. */
  digest: string
}

/** Takes away what was chosen, within one transaction. Files are for the caller, once it stands. */
export function erase(
  database: WritableDatabase,
  { at, keys, affected, withReferences, namings, texts }: Erasing,
): Erased {
  overwriteDeleted(database, true)
  try {
    const chosen = countChosen(database)
    const gone = new Set<string>()
    const isForGood = withReferences || namings !== undefined
    const named = [...(texts ?? []), ...readReferences(database)]
    if (isForGood) forgetFileNames(database)
    const conversations = countConversations(database)
    const copies = eraseCopies(database, withReferences)
    const { turns, quotes } = eraseWords(database, at)
    const counts: Record<string, number> = {
      turns,
      quotes: quotes + copies,
      conversations,
      subjects: eraseTexts(database),
      comments: eraseComments(database),
      remarks: eraseRemarks(database),
    }
    const { sounds, transcripts } = eraseSound(database, at)
    counts['recordings'] = sounds.length
    counts['soundFilesElsewhere'] = sounds.filter(({ mediaName }) => mediaName === null).length
    counts['scores'] = eraseScores(database, affected)
    for (const { sha256 } of sounds) gone.add(keys.audio(sha256))
    if (withReferences) for (const key of eraseReferences(database, keys)) gone.add(key)
    counts['contacts'] = withReferences ? chosen.references : 0
    if (named.length > 0) counts['setAside'] = eraseNamed(database, named)
    if (namings) {
      for (const key of keysOfNamings(namings, keys)) gone.add(key)
      const of = erasePerson(database, namings, at, affected)
      for (const [table, count] of Object.entries(of)) counts[table] = (counts[table] ?? 0) + count
    }
    if (isForGood) forgetEndedJobs(database)
    const sorted = [...gone].sort()
    return {
      counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
      sounds,
      hasRemovedFacts: transcripts > 0 || counts['scores'] > 0,
      keys: isForGood ? sorted : [],
      digest: createHash('sha256').update(sorted.join('\n')).digest('hex'),
    }
  } finally {
    overwriteDeleted(database, false)
  }
}
