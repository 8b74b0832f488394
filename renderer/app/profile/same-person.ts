import type { WhoIsHere } from '../../../shared/contract/profiles.ts'

type Here = Pick<WhoIsHere, 'profile' | 'may' | 'seesEverybody'>

const mayAll = (one: Here, other: Here) => other.may.every((what) => one.may.includes(what))

/** Whether a page that was drawn for one must not stay for another. Whoever makes the first profile goes on as an administrator. */
export function isAnother(drawnFor: Here, here: Here): boolean {
  if (drawnFor.profile === null)
    return here.profile !== null && (here.profile.role !== 'administrator' || !mayAll(here, drawnFor))
  return drawnFor.profile.id !== here.profile?.id || drawnFor.profile.role !== here.profile.role
}

/** Whether somebody who enters again finds the page as they left it: in the same profile, with the same rights. */
export function isAsBefore(drawnFor: Here, entered: Here): boolean {
  return (
    drawnFor.profile !== null &&
    !isAnother(drawnFor, entered) &&
    drawnFor.seesEverybody === entered.seesEverybody &&
    mayAll(drawnFor, entered) &&
    mayAll(entered, drawnFor)
  )
}
