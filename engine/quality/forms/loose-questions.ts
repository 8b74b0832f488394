import { t } from '#speech'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { Notes } from './notes.ts'

/** Tells of questions of a draft that no section holds, for files that go by sections. */
export function noteLoose({ sections, questions }: ScorecardDefinition, notes: Notes): void {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const isReached = (id: string): boolean => {
    let section = byId.get(id)
    for (let depth = 0; section !== undefined && depth < sections.length; depth++) {
      if (section.parentId === null) return true
      section = byId.get(section.parentId)
    }
    return false
  }
  for (const { sectionId, title } of questions) if (!isReached(sectionId)) notes.about(title, noteLeftOut)
}

const noteLeftOut = (names: string) =>
  t`It stands in a section that does not exist, and was left out: ${{ names }}.`
