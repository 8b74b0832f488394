/** What a deletion counts, one and many, in English; a name that is not here is that of a table. */
export const deletedThings: Readonly<Record<string, readonly [one: string, many: string]>> = {
  conversations: ['conversation', 'conversations'],
  turns: ['turn of a conversation', 'turns of conversations'],
  quotes: ['quote', 'quotes'],
  subjects: ['subject or description', 'subjects and descriptions'],
  comments: ['comment of a customer', 'comments of customers'],
  remarks: ['remark of a reviewer', 'remarks of reviewers'],
  recordings: ['recording', 'recordings'],
  soundFilesElsewhere: [
    'sound file outside of Debrief, which was let go',
    'sound files outside of Debrief, which were let go',
  ],
  scores: ['score', 'scores'],
  contacts: ['contact, whose reference went', 'contacts, whose references went'],
  setAside: ['row that was set aside', 'rows that were set aside'],
  anonymous: ['fact that names nobody any more', 'facts that name nobody any more'],
  identities: ['name in a source', 'names in sources'],
  coaching_sessions: ['coaching session', 'coaching sessions'],
  coaching_session_people: ['part in a group session', 'parts in group sessions'],
  commitments: ['commitment', 'commitments'],
  coached_marks: ['note of a coaching', 'notes of coachings'],
  roster_entries: ['entry of a roster', 'entries of rosters'],
  team_spells: ['time in a team', 'times in teams'],
  period_summaries: ['summary of a period', 'summaries of periods'],
  profiles: ['profile', 'profiles'],
}

/** Counts of a deletion in words, the most telling first; what only follows from others is left out. */
export function deletedInWords(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(deletedThings).flatMap(([what, [one, many]]) => {
    const n = counts[what] ?? 0
    return n === 0 ? [] : [`${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`]
  })
}
