import type { FormCells } from './form-cells.ts'
import { freshId } from './fresh-id.ts'
import type { Reading } from './reading.ts'
import { isSame } from './same-words.ts'

/** The id of the section or subsection a row stands in; a new one is added to what was read. */
export function sectionFor(cells: FormCells, { sections, questions }: Reading): string {
  const title = cells.cell('section')
  const id = cells.cell('section id')
  if (title === '' && id === '') {
    // an empty cell under the first of a section is that section
    const last = questions.at(-1)?.draft.sectionId
    if (last !== undefined && cells.cell('subsection') === '') return last
  }
  const place = (one: string, ownId: string, parentId: string | null, kind: 'section' | 'subsection') => {
    const known = sections.find((section) =>
      ownId === ''
        ? isSame(section.title, one) && (section.parentId ?? null) === parentId
        : section.id === ownId,
    )
    if (known) {
      // its weight may stand in any of its rows
      known.weight ??= cells.number(`${kind} weight`)
      return known.id
    }
    const fresh =
      ownId ||
      freshId(
        one,
        sections.map((section) => section.id),
      )
    sections.push({
      id: fresh,
      title: one || ownId,
      instructions: cells.cell(`${kind} instructions`),
      weight: cells.number(`${kind} weight`),
      parentId,
    })
    return fresh
  }
  const parent = place(title || (id === '' ? 'Questions' : ''), id, null, 'section')
  const [subsection, subsectionId] = [cells.cell('subsection'), cells.cell('subsection id')]
  return subsection === '' && subsectionId === ''
    ? parent
    : place(subsection, subsectionId, parent, 'subsection')
}
