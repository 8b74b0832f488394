/** The six bases of Art. 6(1) GDPR, in its order. */
export const lawfulBases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const

/** What may be said of a source or a conversation: one of the bases, or that consent was refused or withdrawn. */
export const statableBases = [...lawfulBases, 'refused'] as const
export type StatableBasis = (typeof statableBases)[number]

/** Who says it: a person, an export, or what a person said of the source. */
export const basisOrigins = ['person', 'export', 'source'] as const
export type BasisOrigin = (typeof basisOrigins)[number]

/** How many conversations were left out of how many, and why. */
export interface LeftOut {
  of: number
  refused: number
  unknown: number
}

const count = new Intl.NumberFormat('en-GB')

/** That in one sentence; null where none was. */
export function leftOutSentence({ of, refused, unknown }: LeftOut): string | null {
  const all = refused + unknown
  if (all === 0) return null
  const were = `${count.format(all)} of ${count.format(of)} ${of === 1 ? 'conversation' : 'conversations'} ${all === 1 ? 'was' : 'were'} left out`
  const their = all === 1 ? 'its' : 'their'
  if (refused === 0) return `${were}: ${their} lawful basis is not known.`
  if (unknown === 0) return `${were}: consent was refused or withdrawn.`
  return `${were}: of ${count.format(unknown)} the lawful basis is not known, and for ${count.format(refused)} consent was refused or withdrawn.`
}
