import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import type { PatternFindings, WastePattern } from '../../../../shared/contract/patterns.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { formatInterval, formatValue } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import classes from './finding-card.module.css'
import { FindingCard, Note } from './finding-card.tsx'
import { MomentList } from './moment-list.tsx'

/** Phrases that go with longer handle time and no better outcome. */
export function WasteSection({ waste }: { waste: PatternFindings['waste'] }) {
  const { findings, missing, tested, contacts, setAside } = waste
  const longest = Math.max(1, ...findings.map(({ seconds }) => seconds.high))
  return (
    <Section
      title={t`Steps that only take time`}
      note={t`${plural(tested, { one: '# phrase', other: '# phrases' })} looked at in ${plural(contacts, { one: '# contact', other: '# contacts' })}; of those shown, up to one in ten may be chance`}
    >
      {missing !== null && <Note>{missing}</Note>}
      {missing === null && findings.length === 0 && (
        <Note>
          {tested === 0
            ? t`No phrase is said in 20 conversations or more: more conversations are needed.`
            : t`No phrase goes with longer contacts beyond chance.`}
        </Note>
      )}
      {missing === null &&
        findings.map((finding) => <Step key={finding.phrase} finding={finding} longest={longest} />)}
      {missing === null && setAside > 0 && (
        <Note>
          <Trans>
            <Plural value={setAside} one="# phrase goes" other="# phrases go" /> with longer contacts and a
            better outcome: no waste, and left out.
          </Trans>
        </Note>
      )}
    </Section>
  )
}

function Step({ finding, longest }: { finding: WastePattern; longest: number }) {
  const { phrase, alsoSaid, sentence, seconds, outcomes, moments, n } = finding
  return (
    <FindingCard title={`“${phrase}”`} sentence={sentence}>
      <IntervalRows
        name={t`“${phrase}”: time added`}
        head={['', t`Time added`, t`Conversations`]}
        low={Math.min(0, seconds.low)}
        high={longest}
        ends={[formatValue(0, 'seconds'), formatValue(longest, 'seconds')]}
        rows={[
          {
            key: phrase,
            label: t`With the phrase`,
            value: seconds.mean,
            low: seconds.low,
            high: seconds.high,
            figure: `${formatValue(seconds.mean, 'seconds')} (${formatInterval(seconds.low, seconds.high, 'seconds')})`,
            count: String(n),
          },
        ]}
      />
      <ul className={classes.outcomes} aria-label={t`Outcomes beside it`}>
        {outcomes.map((outcome) => (
          <li key={outcome.metricId}>{outcome.sentence}</li>
        ))}
        {alsoSaid.length > 0 && (
          <li>
            <Trans>
              Said in the same conversations:{' '}
              <span translate="no">{alsoSaid.map((other) => `“${other}”`).join(', ')}</span>
            </Trans>
          </li>
        )}
      </ul>
      <MomentList title={t`Conversations: ${phrase}`} moments={moments} />
    </FindingCard>
  )
}
