import { plural, t } from '#speech'
import type { HealthSubject } from '../../shared/contract/health.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { HORIZON_DAYS, sumOf, type Scene } from './scene.ts'
import { whoIsWithout, type Without } from './without.ts'
import { dayBefore, namesOf, noneOf, saysNothing, type Found } from './words.ts'

/** Of which one person can be without: conversations are read of some contacts only. */
const ofPeople = ['surveys', 'evaluations', 'shifts'] as const
const ofTeams = [...ofPeople, 'transcripts'] as const

export interface Gaps {
  found: Found[]
  teams: Map<HealthSubject, Map<number, Without>>
  people: Map<HealthSubject, Map<number, Without>>
}

/** Teams and people without what the others have. What fell silent for everybody is not said again of each, nor a team's silence of its people. */
export function findGaps(scene: Scene, silent: ReadonlyMap<HealthSubject, number>): Gaps {
  const gaps: Gaps = { found: [], teams: new Map(), people: new Map() }
  const contacts = scene.days.contacts
  const teamIds = [...contacts.byTeam]
    .filter(([, days]) => sumOf(days, -scene.windowDays) > 0)
    .map(([id]) => id)
  for (const subject of ofTeams) {
    if (silent.has(subject)) continue
    const teams = whoIsWithout(scene, subject, scene.days[subject].byTeam, contacts.byTeam, teamIds)
    gaps.teams.set(subject, teams)
    for (const [teamId, without] of teams) gaps.found.push(teamFinding(scene, subject, teamId, without))
  }
  for (const subject of ofPeople) {
    if (silent.has(subject)) continue
    const teams = gaps.teams.get(subject)
    const others = scene.active.filter((id) => !teams?.has(scene.teamOf(id) ?? 0))
    const people = whoIsWithout(scene, subject, scene.days[subject].byPerson, contacts.byPerson, others)
    gaps.people.set(subject, people)
    if (people.size > 0) gaps.found.push(peopleFinding(scene, subject, people))
  }
  return gaps
}

function teamFinding(
  scene: Scene,
  subject: HealthSubject,
  teamId: number,
  { since, expected }: Without,
): Found {
  const name = scene.directory.teams.get(teamId)?.name ?? t`a team`
  const [rows, none, means] = [Math.round(expected), noneOf(subject), saysNothing(subject)]
  const silentDays = since === null ? Infinity : scene.to - since + 1
  return {
    id: `team-without:${subject}:${teamId}`,
    state: since === null ? 'none' : dayOfNumber(since),
    kind: 'team-without',
    // half of what is looked at is missing: a figure of this team would be about the other half
    severity: silentDays * 2 >= scene.windowDays ? 'blocking' : 'worth-knowing',
    subject,
    who: t`Team ${{ id: name }}`,
    agentIds: scene.active.filter((id) => scene.teamOf(id) === teamId),
    teamIds: [teamId],
    since: since === null ? null : dayOfNumber(since),
    count: Math.round(expected),
    sentence:
      since === null
        ? t`${{ none }} for team ${{ team: name }}, while other teams have some: by their contacts about ${plural({ rows }, { one: '# was', other: '# were' })} to be expected; ${{ means }}.`
        : t`${{ none }} for team ${{ team: name }} since ${{ since: dayBefore(since) }}, while contacts went on: about ${plural({ rows }, { one: '# was', other: '# were' })} to be expected; ${{ means }}.`,
    todo: lookFor(subject, name),
    link: { page: 'data', tab: 'import' },
  }
}

function peopleFinding(scene: Scene, subject: HealthSubject, people: ReadonlyMap<number, Without>): Found {
  const agentIds = [...people.keys()]
  const names = agentIds.map((id) => scene.directory.people.get(id)?.name ?? t`Agent ${{ id }}`)
  const sinces = [...people.values()].map(({ since }) => since)
  const [first] = agentIds
  return {
    id: `people-without:${subject}`,
    state: JSON.stringify([...people].map(([id, { since }]) => [id, since])).slice(0, 200),
    kind: 'people-without',
    severity: 'worth-knowing',
    subject,
    who: people.size === 1 ? names[0]! : t`${{ agents: people.size }} agents`,
    agentIds,
    teamIds: [],
    since: people.size === 1 && sinces[0] !== null ? dayOfNumber(sinces[0]!) : null,
    count: people.size,
    sentence: peopleWithout(subject, names, sinces),
    todo:
      subject === 'evaluations'
        ? t`Plan some`
        : t`See whether the export names them otherwise, or leaves them out`,
    link:
      subject === 'evaluations'
        ? { page: 'quality', tab: 'plans' }
        : people.size === 1
          ? { page: 'coaching', agent: first }
          : { page: 'data', tab: 'people' },
  }
}

function lookFor(subject: HealthSubject, team: string): string {
  switch (subject) {
    case 'contacts':
      return t`Look for the export with contacts of team ${{ team }}`
    case 'evaluations':
      return t`Look for the export with evaluations of team ${{ team }}`
    case 'surveys':
      return t`Look for the export with surveys of team ${{ team }}`
    case 'shifts':
      return t`Look for the export with shifts of team ${{ team }}`
    case 'transcripts':
      return t`Look for the export with transcripts of team ${{ team }}`
  }
}

/** Who has none, and since when. */
function peopleWithout(
  subject: HealthSubject,
  people: readonly string[],
  sinces: readonly (number | null)[],
): string {
  const [names, n] = [namesOf(people), people.length]
  const [what, means] = [subjectWithin(subject), saysNothing(subject)]
  const [since] = sinces
  if (n === 1 && since !== null && since !== undefined)
    return t`${{ names }} has no ${{ what }} since ${{ since: dayBefore(since) }}, though their contacts went on; ${{ means }}.`
  if (sinces.every((one) => one === null))
    return t`${{ names }} ${plural({ n }, { one: 'has', other: 'have' })} no ${{ what }} in the last ${{ days: HORIZON_DAYS }} days, though their contacts went on; ${{ means }}.`
  return t`${{ names }} have no ${{ what }} of late, though their contacts went on; ${{ means }}.`
}

/** `surveys`, after a word that says there are none. */
function subjectWithin(subject: HealthSubject): string {
  switch (subject) {
    case 'contacts':
      return t`contacts`
    case 'evaluations':
      return t`evaluations`
    case 'surveys':
      return t`surveys`
    case 'shifts':
      return t`shifts`
    case 'transcripts':
      return t`transcripts`
  }
}
