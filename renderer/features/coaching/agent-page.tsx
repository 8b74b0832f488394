import { useRef } from 'react'
import type { AgentPage as AgentPageData } from '../../../shared/contract/coaching.ts'
import type { AgentGap } from '../../../shared/contract/health.ts'
import { RankingOff } from '../../ui/ranking-off.tsx'
import { ActionCard } from './action-card.tsx'
import { AgentHeader } from './agent-header.tsx'
import classes from './agent-page.module.css'
import { AgentStateCard } from './agent-state-card.tsx'
import { AttendanceSection } from './attendance-section.tsx'
import { CoachedHistory } from './coached-history.tsx'
import { CoverageNote } from './coverage-note.tsx'
import { DriversSection } from './drivers-section.tsx'
import { FiguresSection } from './figures-section.tsx'
import { MetricsSection } from './metrics-section.tsx'
import { MustAddressLane } from './must-address-lane.tsx'
import { PeriodSummaries } from './period-summaries.tsx'
import { QualitySection } from './quality-section.tsx'
import { SessionHistory } from './sessions/session-history.tsx'
import { StrengthsSection } from './strengths-section.tsx'
import { SurveysSection } from './surveys-section.tsx'
import { useCoachingActions } from './use-coaching-actions.ts'
import { useFirstActionKeys } from './use-first-action-keys.ts'

/** Everything of one agent on one page: what to talk about first, then the figures it rests on. */
export function AgentPage({ page, gaps }: { page: AgentPageData; gaps: readonly AgentGap[] }) {
  const container = useRef<HTMLDivElement>(null)
  const actions = useCoachingActions(page)
  useFirstActionKeys(container)
  const { ranked, outcome } = page
  const missing = (subject: AgentGap['subject']) =>
    gaps.find((gap) => gap.subject === subject)?.sentence ?? null
  return (
    <div ref={container} className={classes.container}>
      <AgentHeader page={page} />
      <CoverageNote page={page} />
      <div className={classes.columns}>
        <div className={classes.main} id="actions">
          {!page.isRanked && <RankingOff />}
          <MustAddressLane items={ranked.mustAddress} isRanked={page.isRanked} coaching={actions} />
          {ranked.actions.map((action, index) => (
            <ActionCard
              key={action.driver.id}
              rank={index + 1}
              action={action}
              outcome={outcome}
              coaching={actions}
              course={page.metrics.find(({ metric }) => metric.id === action.driver.id)}
            />
          ))}
          <AgentStateCard page={page} coaching={actions} />
          {!page.isRanked && <FiguresSection page={page} coaching={actions} />}
        </div>
        <div className={classes.side}>
          <StrengthsSection strengths={ranked.strengths} />
          {/* questions stand under Quality; here are the figures of contacts */}
          <MetricsSection metrics={page.metrics.filter(({ metric }) => !metric.id.includes(':'))} />
          <SurveysSection surveys={page.surveys} missing={missing('surveys')} />
          <AttendanceSection days={page.attendance} missing={missing('shifts')} />
          <SessionHistory agentId={page.agent.id} />
          <CoachedHistory coached={page.coached} onUndo={actions.unmark} />
        </div>
        <div className={classes.below}>
          {page.isRanked && <DriversSection page={page} coaching={actions} />}
          <QualitySection forms={page.quality} missing={missing('evaluations')} />
          <PeriodSummaries summaries={page.periodSummaries} isRanked={page.isRanked} />
        </div>
      </div>
    </div>
  )
}
