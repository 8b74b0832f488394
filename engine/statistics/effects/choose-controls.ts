import { t } from '#speech'

/** Somebody who could stand for what would have happened without coaching. */
export interface ControlCandidate {
  agentId: string
  teamId: string | null
  /** E(theta | before), modelling scale. */
  expectedLevel: number
}

/** Under this many controls nothing is claimed. */
export const FEWEST_CONTROLS = 5
const ENOUGH_CONTROLS = 10
const MOST_CONTROLS = 40
/** Under this many other teams a team's own month cannot be told from coaching, and the own team comes first. */
const FEWEST_OTHER_TEAMS = 4

export interface ChosenControls<Candidate> {
  controls: Candidate[]
  from: 'other-teams' | 'own-team' | 'both'
  /** False where too few were within the band, so that the nearest beyond it stand in. */
  isNear: boolean
  /** One clause where there are too few; null otherwise. */
  tooFew: string | null
}

/**
 * Controls of a coached agent among uncoached agents with the same queues: those within `band` of the baseline, nearest first (ties by id), forty at most; where
 * fewer than ten are, as happens to whoever is far off, the nearest ten. (What is expected of each has seen their own level, so that far ones cost likeness and
 * no bias of selection.) From other teams where there are five and four teams of them, as coaching spills over to the own team (De Grip & Sauermann 2012); else
 * from the own team, which shares the team's good and bad months; else from both. `band` is on the modelling scale.
 */
export function chooseControls<Candidate extends ControlCandidate>(
  coached: ControlCandidate,
  candidates: readonly Candidate[],
  band: number,
): ChosenControls<Candidate> {
  const distance = ({ expectedLevel }: ControlCandidate) => Math.abs(expectedLevel - coached.expectedLevel)
  const nearestFirst = candidates
    .filter((one) => one.agentId !== coached.agentId)
    .toSorted((a, b) => distance(a) - distance(b) || (a.agentId < b.agentId ? -1 : 1))
  const isOwn = ({ teamId }: ControlCandidate) => teamId !== null && teamId === coached.teamId
  const isWithin = (one: ControlCandidate) => distance(one) <= band
  const nearest = (of: readonly Candidate[]) => {
    const within = of.filter(isWithin)
    return within.length >= ENOUGH_CONTROLS ? within.slice(0, MOST_CONTROLS) : of.slice(0, ENOUGH_CONTROLS)
  }
  const others = nearest(nearestFirst.filter((one) => !isOwn(one)))
  const own = nearest(nearestFirst.filter(isOwn))
  const chosen = (controls: Candidate[], from: ChosenControls<Candidate>['from']) => ({
    controls,
    from,
    isNear: controls.every(isWithin),
    tooFew: null,
  })
  const otherTeams = new Set(others.map(({ teamId }) => teamId))
  if (others.length >= FEWEST_CONTROLS && otherTeams.size >= FEWEST_OTHER_TEAMS)
    return chosen(others, 'other-teams')
  if (own.length >= FEWEST_CONTROLS) return chosen(own, 'own-team')
  const all = chosen(
    nearest(nearestFirst),
    own.length === 0 ? 'other-teams' : others.length === 0 ? 'own-team' : 'both',
  )
  if (all.controls.length >= FEWEST_CONTROLS) return all
  const [found, needed] = [all.controls.length, FEWEST_CONTROLS]
  return {
    ...all,
    tooFew:
      found === 0
        ? t`nobody on the same work was not coached, and it takes ${{ needed }}`
        : t`only ${{ found }} on the same work was not coached, and it takes ${{ needed }}`,
  }
}
