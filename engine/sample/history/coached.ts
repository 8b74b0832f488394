import { addDays } from '../days.ts'
import { TEAMS } from '../company.ts'
import { rankedWindow } from '../../ranked-window.ts'
import { readDirectory } from '../../people/index.ts'
import { HOLDS_COACHED, WRAP_UP } from '../planted.ts'
import { instantOf } from './calendar.ts'
import { sitDown } from './sitting-down.ts'
import type { WhenAndWhere, WhoWasCoached } from './telling.ts'

/** Numbers of people by name. */
function idsByName({ context }: WhenAndWhere): (name: string) => number {
  const people = [...readDirectory(context.read).people.values()]
  return (name) => {
    const found = people.find((person) => person.name === name)
    if (!found) throw new Error(`The sample has nobody called ${name}.`)
    return found.id
  }
}

/** Two sessions on wrap-up time whose eight weeks are over, of one day and by one coach. */
export async function coachWrapUps(telling: WhoWasCoached): Promise<void> {
  const { context, endDay } = telling
  const idOf = idsByName(telling)
  const { daysBack, driver } = WRAP_UP
  const { worked, lookedSo } = telling.coached
  const window = rankedWindow(context, { to: addDays(endDay, -daysBack - 1) })
  const coach = TEAMS.Harbor.supervisor
  await sitDown(context, window, [
    {
      people: [idOf(worked.name)],
      coach,
      driverId: driver,
      at: instantOf(endDay, daysBack, 10),
      held: {
        minutes: 35,
        isPraised: true,
        sharedNotes:
          'Writes everything down twice: in the notes during the call, and again in the form. We went through three calls and looked at what the form needs.',
        privateNotes: 'Afraid of leaving something out since the audit in spring. Praise the notes first.',
        agreements: [
          {
            behaviour: 'Fills in the form while the customer is still there',
            seenBy: 'The form is sent within a minute of the goodbye in the three calls we listen to next',
            dueInDays: 28,
            closed: { afterDays: 27, state: 'kept', note: 'In all three.' },
          },
        ],
        acknowledged: { agrees: true, comment: 'Good to hear that short notes are enough.' },
      },
    },
    {
      people: [idOf(lookedSo.name)],
      coach,
      driverId: driver,
      at: instantOf(endDay, daysBack, 14),
      held: {
        minutes: 25,
        isPraised: false,
        sharedNotes: 'Long wrap-ups after payment arrangements. Agreed on keys for the reasons used most.',
        agreements: [
          {
            behaviour: 'Uses the short keys for the ten commonest reasons',
            seenBy: 'Wrap-ups after payment arrangements are no longer than the others',
            dueInDays: 28,
            closed: { afterDays: 28, state: 'kept', note: 'Uses them.' },
          },
        ],
      },
    },
  ])
}

/** One session on holds, too lately for a verdict. */
export async function coachHolds(telling: WhoWasCoached): Promise<void> {
  const { context, endDay } = telling
  const { daysBack } = HOLDS_COACHED
  const { name, driver } = telling.coached.tooEarly
  await sitDown(context, rankedWindow(context, { to: addDays(endDay, -daysBack - 1) }), [
    {
      people: [idsByName(telling)(name)],
      coach: TEAMS.Harbor.supervisor,
      driverId: driver,
      at: instantOf(endDay, daysBack, 11),
      held: {
        minutes: 30,
        isPraised: true,
        sharedNotes:
          'Asks the second line about bill disputes that the guide answers, while the customer holds. Not sure where the guide is. From tomorrow four days of five are at home, where the telephone logs no holds: it will take longer to see.',
        agreements: [
          {
            behaviour: 'Looks into the guide on disputes before putting anybody on hold',
            seenBy: 'No hold in three of the four dispute calls we listen to next',
            dueInDays: 35,
          },
        ],
        acknowledged: {
          agrees: true,
          comment: 'The second line told us in summer to ask first. Is that over?',
        },
      },
    },
  ])
}
