import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { formatDay, formatDayRange } from '../../ui/dates.ts'
import { formatCount, formatValue } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import table from './tables.module.css'

type Summary = AgentPage['periodSummaries'][number]

function periodOf({ from, to }: Summary): string {
  if (from && to) return formatDayRange({ from, to })
  if (from) return t`from ${formatDay(from)}`
  return to ? t`until ${formatDay(to)}` : t`no dates`
}

/** Figures that another tool had already summed up: shown as given. */
export function PeriodSummaries({ summaries, isRanked }: { summaries: Summary[]; isRanked: boolean }) {
  if (summaries.length === 0) return null
  return (
    <Section
      title={t`Summed up elsewhere`}
      note={
        isRanked
          ? t`as the source gives them; ranked only where their spread is known`
          : t`as the source gives them`
      }
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Figure</Trans>
            </th>
            <th scope="col">
              <Trans>Period</Trans>
            </th>
            <th scope="col">
              <Trans>Source</Trans>
            </th>
            <th scope="col" className={table.number}>
              n
            </th>
            <th scope="col" className={table.number}>
              <Trans>Mean</Trans>
            </th>
            <th scope="col" className={table.number}>
              <Trans>Total</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {summaries.map((summary) => (
            <tr key={`${summary.source} ${summary.metricLabel} ${summary.from} ${summary.to}`}>
              <th scope="row">{summary.metricLabel}</th>
              <td>{periodOf(summary)}</td>
              <td>{summary.source}</td>
              <td className={table.number}>{formatCount(summary.n)}</td>
              <td className={table.number}>{formatValue(summary.mean, summary.unit)}</td>
              <td className={table.number}>{formatValue(summary.total, summary.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
