import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge } from '@mantine/core'
import type { PatternFindings, QuestionPattern } from '../../../../shared/contract/patterns.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { formatInterval, formatShare } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { FindingCard, Note, QuietLines } from './finding-card.tsx'
import { MomentList } from './moment-list.tsx'

/** Questions that belong into a conversation and that a team leaves out. */
export function DiscoverySection({ discovery }: { discovery: PatternFindings['discovery'] }) {
  const { questions, missing } = discovery
  const isFound = ({ teams }: QuestionPattern) => teams.some(({ isSkipped }) => isSkipped)
  const found = questions.filter(isFound)
  return (
    <Section
      title={t`Questions left out`}
      note={t`Teams that ask it less often than the others, agents as the units`}
      actions={
        <Badge variant="light" color="gray">
          <Trans>automated, unverified</Trans>
        </Badge>
      }
    >
      {missing !== null && <Note>{missing}</Note>}
      {missing === null && found.length === 0 && (
        <Note>
          <Trans>No team asks one of these questions less often than the others beyond chance.</Trans>
        </Note>
      )}
      {missing === null && found.map((question) => <Question key={question.id} question={question} />)}
      {missing === null && (
        <QuietLines title={t`Also looked for`} lines={questions.filter((question) => !isFound(question))} />
      )}
    </Section>
  )
}

function Question({ question }: { question: QuestionPattern }) {
  const { title, text, sentence, n, said, teams, moments } = question
  return (
    <FindingCard title={`${title}: ${text}`} sentence={sentence}>
      <IntervalRows
        name={t`${title}: asked, by team`}
        head={[t`Team`, t`Asked`, t`Conversations`]}
        low={0}
        high={1}
        ends={['0%', '100%']}
        reference={n === 0 ? null : { value: said / n, says: t`everybody together` }}
        rows={teams.map((team) => ({
          key: team.team.id,
          label: team.isSkipped ? t`${team.team.name}, leaves it out` : team.team.name,
          value: team.share,
          low: team.low,
          high: team.high,
          figure: `${formatShare(team.share)} (${formatInterval(team.low, team.high, 'share')})`,
          count: t`${team.count} of ${team.n}`,
          isMarked: team.isSkipped,
        }))}
      />
      <MomentList title={t`Conversations without it: ${title}`} moments={moments} />
    </FindingCard>
  )
}
