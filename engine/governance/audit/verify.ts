import { t } from '#speech'
import { EMPTY, hashOf, ROOT, type AuditHead, type AuditLink } from './link.ts'

/** Where a chain breaks first, and how it looks there. */
export interface BrokenLink {
  /** The place of the first entry that is not as it was written; where entries are missing, of the first that is. */
  seq: number
  /** What it looks like, in a sentence. */
  sentence: string
}

/** What a look at the whole chain came to. */
export interface ChainCheck {
  /** Entries that are there. */
  entries: number
  head: AuditHead
  broken: BrokenLink | null
  /** Entries after the newest anchor: written as Debrief ended suddenly, or added by something else. */
  beyondAnchor: number
}

/**
 * Walks a chain from its first entry and names the first link that does not hold: a changed entry, one that is missing, one put in, another
 * order; and, against the anchors, a chain that was cut short or written anew. An anchor is a head told earlier: kept beside the
 * workspace, printed or exported. Without any anchor a chain cut at its end cannot be told from a shorter one.
 */
export function checkChain(links: Iterable<AuditLink>, anchors: readonly AuditHead[]): ChainCheck {
  const wanted = new Map(anchors.filter(({ seq }) => seq > 0).map(({ seq, hash }) => [seq, hash]))
  let previous = ROOT
  let head = EMPTY
  let entries = 0
  let broken: BrokenLink | null = null
  for (const link of links) {
    entries += 1
    head = { seq: link.seq, hash: link.hash }
    broken ??= faultOf(link, entries, previous, wanted.get(link.seq))
    previous = link.hash
  }
  const newest = Math.max(0, ...wanted.keys())
  if (broken === null && newest > entries)
    broken = {
      seq: entries + 1,
      sentence: t`The log ends at entry ${{ entries }}, and went on to entry ${{ newest }} at least: it was cut short, or an older copy of the workspace stands here.`,
    }
  return { entries, head, broken, beyondAnchor: Math.max(0, entries - newest) }
}

function faultOf(
  link: AuditLink,
  place: number,
  previous: string,
  anchor: string | undefined,
): BrokenLink | null {
  if (link.seq !== place)
    return {
      seq: place,
      sentence:
        link.seq > place
          ? t`Entry ${{ place }} is missing: entry ${{ seq: link.seq }} comes where it should be.`
          : t`Entry ${{ seq: link.seq }} comes where entry ${{ place }} should be.`,
    }
  if (link.previous !== previous)
    return {
      seq: place,
      sentence: t`Entry ${{ place }} does not follow on the one before it: one of them was changed, exchanged or put in.`,
    }
  if (hashOf(link) !== link.hash)
    return { seq: place, sentence: t`Entry ${{ place }} was changed after it was written.` }
  if (anchor !== undefined && anchor !== link.hash)
    return {
      seq: place,
      sentence: t`Entry ${{ place }} is not the one that was anchored: the log was written anew up to there.`,
    }
  return null
}
