import { benjaminiHochberg, compareRates, wilsonInterval, type ComparedRate } from '../../statistics/index.ts'

/** One question in one conversation: said, not said, or null where nobody can tell. */
export interface AskedQuestion {
  questionId: string
  said: boolean | null
  segment: number | null
  conversation: number
  personId: number | null
  teamId: number | null
  stratum: string
}

/** How one team stands to one question. */
export interface TeamOnQuestion {
  teamId: number
  n: number
  said: number
  /** Of its conversations, with Wilson's interval. */
  share: number
  low: number
  high: number
  /** Against the other teams with agents as the units; null where too few can be compared. */
  compared: ComparedRate | null
  isSkipped: boolean
}

export interface QuestionFinding {
  questionId: string
  n: number
  said: number
  abstained: number
  teams: TeamOnQuestion[]
  /** Where a team that leaves it out did so, newest conversation first. */
  moments: AskedQuestion[]
}

const FALSE_DISCOVERY_RATE = 0.1
/** A rate lower by less than this is nothing to act on. */
const SMALLEST_DIFFERENCE = 0.1
const LEAST = { agents: 4, trialsOfAgent: 2, trials: 20, trialsOfStratum: 10 }
const MOST_MOMENTS = 8

/**
 * Questions a team leaves out: its agents' rates of "said" lower than the other teams' on the same queues (`compareRates`), one-sided,
 * Benjamini-Hochberg at 10% over teams x questions, by at least 10 points. Abstentions are counted and in no rate.
 * In pieces: between two of them others may work.
 */
export function* skippedQuestions(
  asked: readonly AskedQuestion[],
  questionIds: readonly string[],
): Generator<void, QuestionFinding[]> {
  const byQuestion = Map.groupBy(asked, ({ questionId }) => questionId)
  const compared: { questionId: string; one: ComparedRate }[] = []
  for (const questionId of questionIds) {
    yield
    const trials = (byQuestion.get(questionId) ?? []).flatMap(({ said, personId, teamId, stratum }) =>
      said === null || personId === null || teamId === null
        ? []
        : [{ agent: personId, group: teamId, stratum, isPass: said }],
    )
    for (const one of compareRates(trials, LEAST)) compared.push({ questionId, one })
  }
  const isLow = benjaminiHochberg(
    compared.map(({ one }) => one.p),
    FALSE_DISCOVERY_RATE,
  )
  return questionIds.map((questionId) => {
    const own = byQuestion.get(questionId) ?? []
    const known = own.filter(({ said }) => said !== null)
    const teams = [...Map.groupBy(known, ({ teamId }) => teamId)].flatMap(
      ([teamId, answers]): TeamOnQuestion[] => {
        if (teamId === null) return []
        const at = compared.findIndex((each) => each.questionId === questionId && each.one.group === teamId)
        const said = answers.filter((one) => one.said === true).length
        const one = compared[at]?.one ?? null
        return [
          {
            teamId,
            n: answers.length,
            said,
            ...wilsonInterval(said, answers.length)!,
            compared: one,
            isSkipped: one !== null && isLow[at] === true && one.difference <= -SMALLEST_DIFFERENCE,
          },
        ]
      },
    )
    const skipping = new Set(teams.filter(({ isSkipped }) => isSkipped).map(({ teamId }) => teamId))
    return {
      questionId,
      n: known.length,
      said: known.filter(({ said }) => said === true).length,
      abstained: own.length - known.length,
      teams: teams.toSorted((a, b) => a.share - b.share || a.teamId - b.teamId),
      moments: own
        .filter(({ said, teamId }) => said === false && teamId !== null && skipping.has(teamId))
        .slice(0, MOST_MOMENTS),
    }
  })
}
