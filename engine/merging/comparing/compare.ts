import type { ReadableDatabase } from '../../store/index.ts'
import { readLeftBehind } from '../reading.store.ts'
import { compareForms } from './forms.ts'
import { compareSources } from './people-of-others.ts'
import { comparePreferences } from './preferences.ts'

/** What was chosen for sources of the same name: kept apart, or taken for one. What was not chosen follows from the ids. */
export interface SourceChoices {
  apart: readonly string[]
  same: readonly string[]
}

/** What merging a workspace would do beside adding facts, and what is to be known of it. */
export interface Comparison {
  /** Sources of theirs that are kept apart here, with the name they get. */
  sourcesApart: { source: string; name: string; because: string }[]
  /** Forms of theirs that are kept apart here, with the name they get and what differs. */
  formsApart: { form: string; name: string; differences: string[] }[]
  /** Definitions that differ, ids of other people, what stays behind: a sentence each. */
  definitions: string[]
  others: string[]
  leftBehind: string[]
}

const MOST_EXAMPLES = 3
const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Compares two workspaces before anything of `theirs` is written into `ours`. `exceptOf`: what was merged of it before does not count. */
export function compareWorkspaces(
  ours: ReadableDatabase,
  theirs: ReadableDatabase,
  given: { name: string; choices: SourceChoices; exceptOf: number | null },
): Comparison {
  const { name, choices, exceptOf } = given
  const apartName = (what: string) => `${what} (${name})`
  const others: string[] = []
  const sourcesApart = new Map(
    choices.apart.map((source) => [
      source,
      { source, name: apartName(source), because: 'You keep it apart.' },
    ]),
  )
  for (const found of compareSources(ours, theirs, exceptOf)) {
    const examples = found.others
      .slice(0, MOST_EXAMPLES)
      .map(({ externalId, here, there }) => `${externalId} is ${here} here and ${there} there`)
      .join('; ')
    const because =
      found.others.length > 0
        ? `${count(found.others.length, 'id')} of ${found.source} ${found.others.length === 1 ? 'belongs' : 'belong'} to other people in ${name}: ${examples}.`
        : `${count(found.otherContacts, 'contact')} of ${found.source} looked at have numbers that belong to other contacts here.`
    if (found.isAnother && !choices.same.includes(found.source)) {
      if (!sourcesApart.has(found.source))
        sourcesApart.set(found.source, { source: found.source, name: apartName(found.source), because })
    } else if (!sourcesApart.has(found.source)) others.push(`${because} They are not joined.`)
  }
  const formsApart = compareForms(ours, theirs, exceptOf).map(({ form, differences }) => ({
    form,
    name: apartName(form),
    differences,
  }))
  return {
    sourcesApart: [...sourcesApart.values()],
    formsApart,
    definitions: [
      ...formsApart.map(
        ({ form, name: apart, differences }) =>
          `${form}: ${differences.join('; ')}. It is kept as “${apart}”, and its scores are averaged with no other.`,
      ),
      ...comparePreferences(ours, theirs, exceptOf),
    ],
    others,
    leftBehind: leftBehindOf(theirs),
  }
}

function leftBehindOf(theirs: ReadableDatabase): string[] {
  const left = readLeftBehind(theirs)
  return [
    ...(left.plannedSessions > 0
      ? [`${count(left.plannedSessions, 'session')} not held yet stay there; they come when they were held.`]
      : []),
    ...(left.disputes > 0
      ? [`${count(left.disputes, 'dispute')} stay there; reviews come as they stand after them.`]
      : []),
    ...(left.calibrations > 0 ? [`${count(left.calibrations, 'calibration session')} stay there.`] : []),
    ...(left.standings > 0 ? [`What automation is trusted with there holds there only.`] : []),
    ...(left.ownRules > 0
      ? [
          `${count(left.ownRules, 'rule')} written for questions stay there; conversations are read by the rules here.`,
        ]
      : []),
    ...(left.modelAnswers > 0 ? [`Answers of a language model stay there.`] : []),
    ...(left.quarantined > 0
      ? [`${count(left.quarantined, 'row')} could not be read there and lie in its quarantine.`]
      : []),
  ]
}
