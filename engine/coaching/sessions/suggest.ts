import { t } from '#speech'
import type { AssessedDriver, Evidence, MustAddress, RankedAgent } from '../../../shared/contract/coaching.ts'
import type {
  AgendaItem,
  Commitment,
  SessionFigure,
  SessionMoment,
} from '../../../shared/contract/session.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { findEvidence } from '../evidence/moments.ts'
import { agentLabel, rankedAgent, type RankedWindow } from '../ranking.ts'
import type { DriverAssessment } from '../assessment/index.ts'
import { inWords } from './in-words.ts'

const MOST_MOMENTS = 3
const MOST_OF_A_GROUP = 6

/** One agent of a session as the ranking sees them; `driver` is what they were assessed on, where they were. */
export interface SuggestedPerson {
  personId: number
  name: string
  team: string | null
  ranked: RankedAgent | null
  driver: AssessedDriver | undefined
  figure: SessionFigure | null
}

/** A person with the figure a session on `driverId` begins from. */
export function suggestPerson(
  database: ReadableDatabase,
  window: RankedWindow,
  personId: number,
  driverId: string | null,
): SuggestedPerson {
  const assessed = window.assessment.agents.find(({ agentId }) => agentId === String(personId))
  const ranked = assessed ? rankedAgent(database, window, assessed, 'actions') : null
  const driver = ranked?.drivers.find((one) => one.driver.id === driverId)
  const assessment: DriverAssessment | undefined = assessed?.drivers.find((one) => one.driverId === driverId)
  const { name, team } = agentLabel(window.gathered, personId)
  const definition = driverId === null ? undefined : window.gathered.definitions.get(driverId)
  return {
    personId,
    name,
    team,
    ranked,
    driver,
    figure:
      driver && assessment && definition
        ? withFailures(
            figureOf(driver, inWords(assessment, definition), definition),
            ranked?.mustAddress.find(({ questionId }) => questionId === driverId),
          )
        : null,
  }
}

function figureOf(driver: AssessedDriver, words: string, definition: MetricDefinition): SessionFigure {
  const { posterior, n, restsOn, benchmark } = driver
  return {
    unit: driver.unit,
    scale: definition.scale,
    polarity: driver.polarity,
    n,
    restsOn,
    posterior,
    peerMean: driver.peerMean,
    benchmark,
    probabilityOfGap: driver.probabilityOfGap,
    status: driver.status,
    inWords: words,
    sentence: driver.sentence,
    watch: driver.followUp.watch,
  }
}

/** Where the focus is critical and was failed, that comes before any average. */
function withFailures(figure: SessionFigure, failed: MustAddress | undefined): SessionFigure {
  if (!failed) return figure
  return {
    ...figure,
    inWords: `${failed.sentence} ${figure.inWords}`,
    watch: t`Watch whether it fails again: one failure of a critical question counts, whatever the average is.`,
  }
}

/** What went well and can be said first: a strength of the ranking, else what is surely not worse than the peers and looks better; null for neither. */
function strengthLine(person: SuggestedPerson, window: RankedWindow): string | null {
  const { ranked } = person
  if (!ranked || !window.isRanked) return null
  const [best] = ranked.strengths
  if (best) return t`${{ label: best.driver.label }}: among the best here`
  const definitionOf = (id: string) => window.gathered.definitions.get(id)!
  const towardsBetter = ({ polarity, posterior, peerMean }: AssessedDriver) =>
    polarity.direction === 'higher'
      ? posterior.mean - peerMean
      : polarity.direction === 'lower'
        ? peerMean - posterior.mean
        : 0
  const [better] = ranked.drivers
    .filter(
      (driver) =>
        driver.driver.id !== person.driver?.driver.id &&
        driver.driver.kind !== 'auto-question' &&
        driver.probabilityOfGap < 0.2 &&
        driver.n >= definitionOf(driver.driver.id).leastN &&
        towardsBetter(driver) > 0,
    )
    .toSorted(
      (a, b) =>
        towardsBetter(b) / definitionOf(b.driver.id).smallestDifference -
        towardsBetter(a) / definitionOf(a.driver.id).smallestDifference,
    )
  if (!better) return null
  const value = (number: number) => formatValue(number, definitionOf(better.driver.id))
  return t`${{ label: better.driver.label }}: ${{ mean: value(better.posterior.mean) }}, and peers ${{ peerMean: value(better.peerMean) }}`
}

/** One strength, one behaviour, what was agreed last time; as much of it as there is. */
export function suggestAgenda(
  people: readonly SuggestedPerson[],
  window: RankedWindow,
  focusLabel: string,
  earlier: readonly Commitment[],
): AgendaItem[] {
  const [only] = people
  const isAlone = people.length === 1 && only !== undefined
  const strength = isAlone ? strengthLine(only, window) : null
  const last = earlier.filter(({ state }) => state === 'open').slice(0, 3)
  return [
    {
      kind: 'strength',
      text: strength ?? (isAlone ? t`Something that went well, with an example` : t`What each does well`),
      isDone: false,
    },
    ...last.map(({ behaviour, agent }): AgendaItem => ({
      kind: 'commitment',
      text: isAlone ? behaviour : `${agent.name}: ${behaviour}`,
      isDone: false,
    })),
    { kind: 'focus', text: focusLabel, isDone: false },
  ]
}

/** The moments to begin with: three for one person; in a group the clearest of each, six at most. */
export function suggestMoments(
  database: ReadableDatabase,
  window: RankedWindow,
  people: readonly SuggestedPerson[],
  driverId: string | null,
): SessionMoment[] {
  if (driverId === null) return []
  const each = people.length === 1 ? MOST_MOMENTS : 1
  return people
    .flatMap((person) =>
      evidenceOf(database, window, person, driverId)
        .slice(0, each)
        .map((evidence): SessionMoment => ({
          evidence,
          agentId: person.personId,
          note: '',
          heardAt: null,
        })),
    )
    .slice(0, people.length === 1 ? MOST_MOMENTS : MOST_OF_A_GROUP)
}

function evidenceOf(
  database: ReadableDatabase,
  { gathered }: RankedWindow,
  { personId, driver, ranked }: SuggestedPerson,
  driverId: string,
): Evidence[] {
  const failed = ranked?.mustAddress.find(({ questionId }) => questionId === driverId)
  if (failed && failed.evidence.length > 0) return failed.evidence
  if (driver && driver.evidence.length > 0) return driver.evidence
  const definition = gathered.definitions.get(driverId)
  if (!definition) return []
  const { from, to } = gathered.window
  return findEvidence(database, definition, { personId, from, to }, false, driver?.benchmark ?? null)
}

/** Everything one could play with these people: of the focus, of failed critical questions, of other actions, of strengths. */
export function momentsToChoose(
  database: ReadableDatabase,
  window: RankedWindow,
  people: readonly SuggestedPerson[],
  driverId: string | null,
): { agentId: number; why: string; evidence: Evidence }[] {
  return people.flatMap((person) => {
    const { ranked, personId } = person
    const of = (why: string, evidence: readonly Evidence[]) =>
      evidence.map((one) => ({ agentId: personId, why, evidence: one }))
    const focus = driverId === null ? [] : evidenceOf(database, window, person, driverId)
    const failures = ranked?.mustAddress.filter(({ questionId }) => questionId !== driverId) ?? []
    const label = driverId === null ? '' : (window.gathered.definitions.get(driverId)?.label ?? '')
    return [
      ...of(label, focus),
      ...failures.flatMap((failure) => of(t`Failed: ${{ what: failure.label }}`, failure.evidence)),
      ...(ranked?.strengths.flatMap((one) =>
        of(t`Done well: ${{ label: one.driver.label }}`, one.evidence),
      ) ?? []),
      ...(ranked?.actions
        .filter(({ driver }) => driver.id !== driverId)
        .flatMap((action) => of(action.driver.label, action.evidence)) ?? []),
    ]
  })
}
