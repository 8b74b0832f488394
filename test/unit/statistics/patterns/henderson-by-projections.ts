/** One observation with its levels. */
export interface Observation {
  agent: number
  team: number
  site: number
  queue: number
  reason: number
  value: number
}

/** Henderson's method III as the textbook writes it, with whole projection matrices: slow, and independent of the product's way. */
export function hendersonByProjections(all: readonly Observation[]): Record<string, number> {
  const y = all.map(({ value }) => value)
  const dummies = (factor: keyof Observation) => {
    const levels = [...new Set(all.map((one) => one[factor]))]
    return levels.map((level) => all.map((one) => (one[factor] === level ? 1 : 0)))
  }
  const one = [all.map(() => 1)]
  const [agent, team, site, queue, reason] = (['agent', 'team', 'site', 'queue', 'reason'] as const).map(
    dummies,
  )
  const fit = (...columns: number[][][]) => {
    const basis = orthonormal(columns.flat())
    const explained = basis.reduce((sum, vector) => sum + dot(vector, y) ** 2, 0)
    const trace = (z: number[][]) =>
      basis.reduce((sum, vector) => sum + z.reduce((own, column) => own + dot(vector, column) ** 2, 0), 0)
    return { explained, rank: basis.length, trace }
  }
  const others = [queue!, reason!]
  const full = fit(agent!, ...others)
  const error = (dot(y, y) - full.explained) / (y.length - full.rank)
  const last = (z: number[][], ...rest: number[][][]) => {
    const without = fit(...rest)
    return (
      (full.explained - without.explained - (full.rank - without.rank) * error) /
      (y.length - without.trace(z))
    )
  }
  const byTeam = fit(team!, ...others)
  const bySite = fit(site!, ...others)
  const nothing = fit(one, ...others)
  const agents =
    (full.explained - byTeam.explained - (full.rank - byTeam.rank) * error) /
    (y.length - byTeam.trace(agent!))
  const teams =
    (byTeam.explained -
      bySite.explained -
      (byTeam.rank - bySite.rank) * error -
      agents * (byTeam.trace(agent!) - bySite.trace(agent!))) /
    (y.length - bySite.trace(team!))
  const sites =
    (bySite.explained -
      nothing.explained -
      (bySite.rank - nothing.rank) * error -
      agents * (bySite.trace(agent!) - nothing.trace(agent!)) -
      teams * (bySite.trace(team!) - nothing.trace(team!))) /
    (y.length - nothing.trace(site!))
  return {
    agent: agents,
    team: teams,
    site: sites,
    queue: last(queue!, agent!, reason!),
    reason: last(reason!, agent!, queue!),
    contact: error,
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

/** Gram-Schmidt, twice over for accuracy; columns that others span are dropped. */
function orthonormal(columns: readonly number[][]): number[][] {
  const basis: number[][] = []
  for (const column of columns) {
    let rest = [...column]
    for (let round = 0; round < 2; round++)
      for (const vector of basis) {
        const along = dot(vector, rest)
        rest = rest.map((value, i) => value - along * vector[i]!)
      }
    const length = Math.sqrt(dot(rest, rest))
    if (length > 1e-8) basis.push(rest.map((value) => value / length))
  }
  return basis
}
