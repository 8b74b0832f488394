import { addDays } from '../days.ts'
import { TEAMS } from '../company.ts'
import { rankedWindow } from '../../ranked-window.ts'
import { readDirectory } from '../../people/index.ts'
import { TRANSFERS_COACHED, WRAP_UP } from '../planted.ts'
import { instantOf } from './calendar.ts'
import { sitDown } from './sitting-down.ts'
import type { WhenAndWhere } from './telling.ts'

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
export async function coachWrapUps(telling: WhenAndWhere): Promise<void> {
  const { context, endDay } = telling
  const idOf = idsByName(telling)
  const { daysBack, driver, worked, lookedSo } = WRAP_UP
  const window = rankedWindow(context, { to: addDays(endDay, -daysBack - 1) })
  const coach = TEAMS.Summit.supervisor
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
        sharedNotes: 'Long wrap-ups after technician appointments. Agreed on keys for the reasons used most.',
        agreements: [
          {
            behaviour: 'Uses the short keys for the ten commonest reasons',
            seenBy: 'Wrap-ups after appointments are no longer than the others',
            dueInDays: 28,
            closed: { afterDays: 28, state: 'kept', note: 'Uses them.' },
          },
        ],
      },
    },
  ])
}

/** One session on transfers, too lately for a verdict. */
export async function coachTransfers(telling: WhenAndWhere): Promise<void> {
  const { context, endDay } = telling
  const { daysBack, name } = TRANSFERS_COACHED
  await sitDown(context, rankedWindow(context, { to: addDays(endDay, -daysBack - 1) }), [
    {
      people: [idsByName(telling)(name)],
      coach: TEAMS.Juniper.supervisor,
      driverId: 'transfer_rate',
      at: instantOf(endDay, daysBack, 11),
      held: {
        minutes: 30,
        isPraised: true,
        sharedNotes: 'Hands on disputed transactions that the guide answers. Not sure where the guide is.',
        agreements: [
          {
            behaviour: 'Looks into the guide on disputes before handing on',
            seenBy: 'At most one dispute a week goes to the second line',
            dueInDays: 35,
          },
        ],
        acknowledged: {
          agrees: true,
          comment: 'The second line asked me to pass them on in summer. Is that over?',
        },
      },
    },
  ])
}
