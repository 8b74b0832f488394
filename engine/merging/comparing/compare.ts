import { plural, t } from '#speech'
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
      { source, name: apartName(source), because: t`You keep it apart.` },
    ]),
  )
  for (const found of compareSources(ours, theirs, exceptOf)) {
    const examples = found.others
      .slice(0, MOST_EXAMPLES)
      .map(
        ({ externalId, here, there }) => t`${{ id: externalId }} is ${{ here }} here and ${{ there }} there`,
      )
      .join('; ')
    const because =
      found.others.length > 0
        ? t`${plural({ ids: found.others.length }, { one: '# id', other: '# ids' })} of ${{ source: found.source }} ${plural({ ids: found.others.length }, { one: 'belongs', other: 'belong' })} to other people in ${{ name }}: ${{ examples }}.`
        : t`${plural({ contacts: found.otherContacts }, { one: '# contact', other: '# contacts' })} of ${{ source: found.source }} looked at have numbers that belong to other contacts here.`
    if (found.isAnother && !choices.same.includes(found.source)) {
      if (!sourcesApart.has(found.source))
        sourcesApart.set(found.source, { source: found.source, name: apartName(found.source), because })
    } else if (!sourcesApart.has(found.source)) others.push(t`${{ because }} They are not joined.`)
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
          t`${{ form }}: ${{ differences: differences.join('; ') }}. It is kept as “${{ apart }}”, and its scores are averaged with no other.`,
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
      ? [
          t`${plural({ sessions: left.plannedSessions }, { one: '# session', other: '# sessions' })} not held yet stay there; they come when they were held.`,
        ]
      : []),
    ...(left.disputes > 0
      ? [
          t`${plural({ disputes: left.disputes }, { one: '# dispute', other: '# disputes' })} stay there; reviews come as they stand after them.`,
        ]
      : []),
    ...(left.calibrations > 0
      ? [
          t`${plural({ calibrations: left.calibrations }, { one: '# calibration session', other: '# calibration sessions' })} stay there.`,
        ]
      : []),
    ...(left.standings > 0 ? [t`What automation is trusted with there holds there only.`] : []),
    ...(left.ownRules > 0
      ? [
          t`${plural({ rules: left.ownRules }, { one: '# rule', other: '# rules' })} written for questions stay there; conversations are read by the rules here.`,
        ]
      : []),
    ...(left.modelAnswers > 0 ? [t`Answers of a language model stay there.`] : []),
    ...(left.quarantined > 0
      ? [
          t`${plural({ rows: left.quarantined }, { one: '# row', other: '# rows' })} could not be read there and lie in its quarantine.`,
        ]
      : []),
  ]
}
