import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { PatternFindings, StatementPattern } from '../../../../shared/contract/patterns.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { formatInterval, formatShare } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { FindingCard, Note, QuietLines } from './finding-card.tsx'
import { MomentList } from './moment-list.tsx'

const MOST_AGENTS = 5
/** Of a statement made less often nothing is drawn: its interval says nothing. */
const FEWEST_OF_STATEMENT = 5
/** Of an agent with fewer nothing is drawn. */
const FEWEST_OF_AGENT = 3

/** Required statements that were read too fast or talked over. */
export function DisclosureSection({ disclosures }: { disclosures: PatternFindings['disclosures'] }) {
  const { statements, missing, fastPace } = disclosures
  const isFound = ({ all }: StatementPattern) => all !== null && all.count > 0 && all.n >= FEWEST_OF_STATEMENT
  const found = statements.filter(isFound)
  const quiet = statements.filter((statement) => !isFound(statement))
  return (
    <Section
      title={t`Rushed statements`}
      note={t`What has to be said in peace: over ${fastPace} words a minute and a quarter faster than the agent usually speaks, or the customer speaks into it for 1 s`}
    >
      {missing !== null && <Note>{missing}</Note>}
      {missing === null && found.length === 0 && (
        <Note>
          <Trans>None of the statements looked for was rushed or talked over.</Trans>
        </Note>
      )}
      {missing === null && (
        <>
          {found.map((statement) => (
            <Statement key={statement.id} statement={statement} />
          ))}
          <QuietLines title={t`Also looked for`} lines={quiet} />
        </>
      )}
    </Section>
  )
}

function Statement({ statement }: { statement: StatementPattern }) {
  const { title, sentence, all, teams, agents, moments } = statement
  const worst = agents.filter(({ n, count }) => n >= FEWEST_OF_AGENT && count > 0).slice(0, MOST_AGENTS)
  const row = (
    label: string,
    share: StatementPattern['teams'][number] | StatementPattern['agents'][number],
  ) => ({
    label,
    value: share.share,
    low: share.low,
    high: share.high,
    figure: `${formatShare(share.share)} (${formatInterval(share.low, share.high, 'share')})`,
    count: t`${share.count} of ${share.n}`,
    isMarked: all !== null && share.low > all.share,
  })
  return (
    <FindingCard title={title} sentence={sentence}>
      <IntervalRows
        name={t`${title}: rushed or talked over, by team and agent`}
        head={[t`Team, and agents with most`, t`Rushed or talked over`, t`Times`]}
        low={0}
        high={1}
        ends={['0%', '100%']}
        reference={all && { value: all.share, says: t`everybody together` }}
        rows={[
          ...teams.map((share) => ({ key: `team ${share.team.id}`, ...row(share.team.name, share) })),
          ...worst.map((share) => ({
            key: `agent ${share.agent.id}`,
            ...row(`\u2003${share.agent.name}`, share),
          })),
        ]}
      />
      <MomentList title={t`Conversations: ${title}`} moments={moments} />
    </FindingCard>
  )
}
