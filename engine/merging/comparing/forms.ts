import { t } from '#speech'
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
    found.push(t`“${{ label: here.label }}” is worded “${{ wording: there.label }}” there`)
  if (here.maxPoints !== null && there.maxPoints !== null && here.maxPoints !== there.maxPoints)
    found.push(
      t`“${{ label: here.label }}” is out of ${{ here: here.maxPoints }} here and ${{ there: there.maxPoints }} there`,
    )
  if (here.weight !== null && there.weight !== null && Math.abs(here.weight - there.weight) > 1e-9)
    found.push(
      t`“${{ label: here.label }}” weighs ${{ here: here.weight }} here and ${{ there: there.weight }} there`,
    )
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
  const found = compareParts(readFormParts(ours, exceptOf), readFormParts(theirs, null))
  const add = (form: string, differences: readonly string[]) => {
    if (differences.length > 0) found.set(form, [...(found.get(form) ?? []), ...differences])
  }
  const published = new Map(
    readPublished(ours).map(({ form, version, definition }) => [`${form}\u001f${version}`, definition]),
  )
  for (const { form, version, definition } of readPublished(theirs)) {
    const own = published.get(`${form}\u001f${version}`)
    if (own !== undefined && own !== definition && !found.has(form))
      add(form, [t`version ${{ version }} was published otherwise there`])
  }
  return shortened(found)
}

/** The same where only the questions of a form are known, as in an aggregate. */
export function compareQuestions(
  ours: ReadableDatabase,
  there: readonly FormPart[],
  exceptOf: number | null,
): FormDifference[] {
  return shortened(compareParts(readFormParts(ours, exceptOf), there))
}

function compareParts(ours: readonly FormPart[], theirs: readonly FormPart[]): Map<string, string[]> {
  const keyOf = ({ form, stableKey }: FormPart) => `${form}\u001f${stableKey}`
  const here = new Map(ours.map((part) => [keyOf(part), part]))
  const found = new Map<string, string[]>()
  for (const there of theirs) {
    const own = here.get(keyOf(there))
    const differences = own ? differencesOf(own, there) : []
    if (differences.length > 0) found.set(there.form, [...(found.get(there.form) ?? []), ...differences])
  }
  return found
}

function shortened(found: ReadonlyMap<string, string[]>): FormDifference[] {
  return [...found].map(([form, differences]) => ({
    form,
    differences:
      differences.length <= MOST_SENTENCES
        ? differences
        : [
            ...differences.slice(0, MOST_SENTENCES),
            t`and ${{ more: differences.length - MOST_SENTENCES }} more`,
          ],
  }))
}
