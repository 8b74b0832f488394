import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { VersionChange } from '../../../../shared/domain/scorecard/compare-versions.ts'
import type { FormProblem } from '../../../../shared/domain/scorecard/find-problems.ts'
import { Section } from '../../../ui/page.tsx'
import { ChangeList } from './change-list.tsx'
import styles from './scorecard.module.css'
import { WhatIfSection } from './what-if-section.tsx'

interface DraftSideProps {
  scorecardId: number
  isSaved: boolean
  problems: readonly FormProblem[]
  /** Against the published version; null where there is none. */
  changes: readonly VersionChange[] | null
  onProblem(questionId: string | null): void
}

/** What is wrong with the draft, and what it changes. */
export function DraftSide({ scorecardId, isSaved, problems, changes, onProblem }: DraftSideProps) {
  const inOrder = problems.toSorted((a, b) => Number(b.stops) - Number(a.stops))
  return (
    <aside className={styles.editorSide} aria-label={t`Problems and changes`}>
      <Section title={t`Problems`}>
        {inOrder.length === 0 ? (
          <Text size="sm" className={styles.problem}>
            <IconCircleCheck size={16} color="var(--state-good)" aria-hidden />
            <span>
              <Trans>None: it can be published.</Trans>
            </span>
          </Text>
        ) : (
          <ul className={styles.problems}>
            {inOrder.map((problem, index) => (
              <li key={index}>
                <UnstyledButton
                  className={styles.problem}
                  disabled={problem.questionId === null}
                  onClick={() => onProblem(problem.questionId)}
                >
                  {problem.stops ? (
                    <IconAlertTriangle size={16} color="var(--state-must)" aria-label={t`Stops publishing`} />
                  ) : (
                    <IconInfoCircle size={16} color="var(--state-act)" aria-label={t`Worth a look`} />
                  )}
                  <span>{problem.sentence}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {changes !== null && (
        <Section title={t`Changes`}>
          <ChangeList changes={changes} />
        </Section>
      )}
      {!problems.some(({ stops }) => stops) && isSaved && <WhatIfSection scorecardId={scorecardId} />}
    </aside>
  )
}
