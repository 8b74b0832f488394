import { normaliseName } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readFormParts, readPublished, type FormPart } from '../reading.store.ts'

/** A form that both workspaces have, with questions that mean something else, in sentences. */
export interface FormDifference {
  form: string
  differences: string[]
}

const MOST_SENTENCES = 5

function differencesOf(here: FormPart, there: FormPart): string[] {
  const found: string[] = []
  if (normaliseName(here.label) !== normaliseName(there.label))
    found.push(`“${here.label}” is worded “${there.label}” there`)
  if (here.maxPoints !== null && there.maxPoints !== null && here.maxPoints !== there.maxPoints)
    found.push(`“${here.label}” is out of ${here.maxPoints} here and ${there.maxPoints} there`)
  if (here.weight !== null && there.weight !== null && Math.abs(here.weight - there.weight) > 1e-9)
    found.push(`“${here.label}” weighs ${here.weight} here and ${there.weight} there`)
  return found
}

/**
 * Forms of one name whose questions are worded, scaled or weighed otherwise, or that were published otherwise under one version. Their scores
 * are two things. `exceptOf`: what an earlier merge of this workspace brought does not count.
 */
export function compareForms(
  ours: ReadableDatabase,
  theirs: ReadableDatabase,
  exceptOf: number | null,
): FormDifference[] {
  const keyOf = ({ form, stableKey }: FormPart) => `${form}\u001f${stableKey}`
  const here = new Map(readFormParts(ours, exceptOf).map((part) => [keyOf(part), part]))
  const found = new Map<string, string[]>()
  const add = (form: string, differences: readonly string[]) => {
    if (differences.length > 0) found.set(form, [...(found.get(form) ?? []), ...differences])
  }
  for (const there of readFormParts(theirs, null)) {
    const own = here.get(keyOf(there))
    if (own) add(there.form, differencesOf(own, there))
  }
  const published = new Map(
    readPublished(ours).map(({ form, version, definition }) => [`${form}\u001f${version}`, definition]),
  )
  for (const { form, version, definition } of readPublished(theirs)) {
    const own = published.get(`${form}\u001f${version}`)
    if (own !== undefined && own !== definition && !found.has(form))
      add(form, [`version ${version} was published otherwise there`])
  }
  return [...found].map(([form, differences]) => ({
    form,
    differences:
      differences.length <= MOST_SENTENCES
        ? differences
        : [...differences.slice(0, MOST_SENTENCES), `and ${differences.length - MOST_SENTENCES} more`],
  }))
}
