/** Somebody who could stand for what would have happened without coaching. */
export interface ControlCandidate {
  agentId: string
  teamId: string | null
  /** E(theta | before), modelling scale. */
  expectedLevel: number
}

/** Under this many controls nothing is claimed. */
export const FEWEST_CONTROLS = 5
const MOST_CONTROLS = 40
/** Under this many other teams a team's own month cannot be told from coaching, and the own team comes first. */
const FEWEST_OTHER_TEAMS = 4

export interface ChosenControls<Candidate> {
  controls: Candidate[]
  from: 'other-teams' | 'own-team' | 'both'
  /** One clause where there are too few; null otherwise. */
  tooFew: string | null
}

/**
 * Controls of a coached agent among uncoached agents with the same queues: within `band` of the baseline, nearest first (ties by id), forty at most. From
 * other teams where there are five and four teams of them, as coaching spills over to the own team (De Grip & Sauermann 2012); else from the own team, which
 * shares the team's good and bad months; else from both. `band` is on the modelling scale.
 */
export function chooseControls<Candidate extends ControlCandidate>(
  coached: ControlCandidate,
  candidates: readonly Candidate[],
  band: number,
): ChosenControls<Candidate> {
  const distance = ({ expectedLevel }: ControlCandidate) => Math.abs(expectedLevel - coached.expectedLevel)
  const near = candidates
    .filter((one) => one.agentId !== coached.agentId && distance(one) <= band)
    .toSorted((a, b) => distance(a) - distance(b) || (a.agentId < b.agentId ? -1 : 1))
  const isOwn = ({ teamId }: ControlCandidate) => teamId !== null && teamId === coached.teamId
  const others = near.filter((one) => !isOwn(one)).slice(0, MOST_CONTROLS)
  const own = near.filter(isOwn).slice(0, MOST_CONTROLS)
  const otherTeams = new Set(others.map(({ teamId }) => teamId))
  if (others.length >= FEWEST_CONTROLS && otherTeams.size >= FEWEST_OTHER_TEAMS)
    return { controls: others, from: 'other-teams', tooFew: null }
  if (own.length >= FEWEST_CONTROLS) return { controls: own, from: 'own-team', tooFew: null }
  const controls = near.slice(0, MOST_CONTROLS)
  const from = own.length === 0 ? 'other-teams' : others.length === 0 ? 'own-team' : 'both'
  if (controls.length >= FEWEST_CONTROLS) return { controls, from, tooFew: null }
  const found = controls.length === 0 ? 'nobody' : `only ${controls.length}`
  return {
    controls,
    from,
    tooFew: `${found} of the same work and level was not coached, and it takes ${FEWEST_CONTROLS}`,
  }
}
