/** The kinds of facts that are summed up by day. */
export const countedKinds = ['interactions', 'surveys', 'evaluations', 'transcripts', 'shifts'] as const
export type CountedKind = (typeof countedKinds)[number]

/**
 * The days (whole days since 1970-01-01) on which facts changed, by their kind: the sums of these days are made anew, and no others. A
 * year of contacts is not read again because a survey came in.
 */
export interface AffectedDays {
  /** What belongs to a contact counts by the contact's agent and queue: where one changed, so did that. */
  changed(kind: CountedKind, day: number | null): void
  /** The same for a fact that nothing can belong to yet. */
  added(kind: CountedKind, day: number | null): void
  of(kind: CountedKind): ReadonlySet<number>
  addAll(other: AffectedDays): void
  /** The last of all days, or null. */
  newest(): number | null
}

/** Of what belongs to contacts, all counts anew with a contact; a transcript may be all there is of one. */
const changesWith: Record<CountedKind, readonly CountedKind[]> = {
  interactions: ['interactions', 'surveys', 'evaluations', 'transcripts'],
  transcripts: ['interactions', 'surveys', 'evaluations', 'transcripts'],
  surveys: ['surveys'],
  evaluations: ['evaluations'],
  shifts: ['shifts'],
}

/** No day yet. */
export function createAffectedDays(): AffectedDays {
  const byKind: Record<CountedKind, Set<number>> = {
    interactions: new Set(),
    surveys: new Set(),
    evaluations: new Set(),
    transcripts: new Set(),
    shifts: new Set(),
  }
  return {
    changed(kind, day) {
      if (day !== null) for (const one of changesWith[kind]) byKind[one].add(day)
    },
    added(kind, day) {
      if (day !== null) byKind[kind].add(day)
    },
    of: (kind) => byKind[kind],
    addAll(other) {
      for (const kind of countedKinds) for (const day of other.of(kind)) byKind[kind].add(day)
    },
    newest() {
      let newest: number | null = null
      for (const kind of countedKinds)
        for (const day of byKind[kind]) if (newest === null || day > newest) newest = day
      return newest
    },
  }
}
