import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { Fragment } from 'react'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { IntervalKey } from '../../charts/interval-key.tsx'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import { formatCount, formatInterval, formatValue } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { Instant } from '../../ui/time.tsx'
import classes from './quality-section.module.css'
import { MissingNote } from './missing-note.tsx'
import table from './tables.module.css'

type Form = AgentPage['quality'][number]
type Question = Form['sections'][number]['questions'][number]

const HIGHER = { direction: 'higher' } as const

function QuestionRow({ question }: { question: Question }) {
  const { mean, low, high, peerMean } = question
  return (
    <tr>
      <th scope="row" className={classes.question}>
        {question.label}
        {question.isCritical && (
          <span className={table.flag} data-tone="must">
            <Trans>critical</Trans>
          </span>
        )}
        {question.isAutomated && (
          <span className={table.flag}>
            <Trans>automated, unverified</Trans>
          </span>
        )}
      </th>
      <td className={table.plot}>
        {mean !== null && low !== null && high !== null && (
          <IntervalPlot
            isSmall
            name={question.label}
            data={{ unit: 'score', polarity: HIGHER, posterior: { mean, low, high }, peerMean }}
          />
        )}
      </td>
      <td className={table.number}>
        {formatValue(mean, 'score')}
        {low !== null && high !== null && (
          <div className={table.sub}>{formatInterval(low, high, 'score')}</div>
        )}
      </td>
      <td className={table.number}>{formatValue(peerMean, 'score')}</td>
      <td className={table.number}>
        {formatCount(question.n)}
        {question.notApplicable > 0 && (
          <div className={table.sub}>
            <Trans>{formatCount(question.notApplicable)} not applicable</Trans>
          </div>
        )}
      </td>
    </tr>
  )
}

const SHOWN_REVIEWS = 6

function Recent({ recent }: { recent: Form['recent'] }) {
  const telling = recent.filter(({ score, comment }) => score !== null || comment !== null)
  if (telling.length === 0) return null
  return (
    <>
      <h4 className={classes.subhead}>
        <Trans>Latest reviews</Trans>
      </h4>
      <ul className={classes.recent}>
        {telling.slice(0, SHOWN_REVIEWS).map((review) => (
          <li key={review.evaluationId}>
            <span className={classes.score}>{formatValue(review.score, 'score')}</span>
            <span className={classes.review}>
              {review.comment ?? (
                <em>
                  <Trans>no comment</Trans>
                </em>
              )}
              <span className={table.sub}>
                {' '}
                <Instant at={review.at} show="day" />
                {review.evaluator && ` · ${review.evaluator}`}
                {review.interactionId !== null && (
                  <>
                    {' · '}
                    <TextLink
                      underline="always"
                      to="/conversations/$interactionId"
                      params={{ interactionId: review.interactionId }}
                      search={{ evaluation: review.evaluationId }}
                      inherit
                    >
                      <Trans>open</Trans>
                    </TextLink>
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Reviews by form and section, every question with its interval and the peers. */
export function QualitySection({ forms, missing }: { forms: Form[]; missing: string | null }) {
  return (
    <Section id="quality" title={t`Quality reviews`}>
      <MissingNote sentence={missing} />
      {forms.length === 0 ? (
        <Empty title={t`No reviews in this window`}>
          <Trans>
            Import evaluations of your QA tool, or read the transcripts: six said / not-said questions are
            then answered automatically.
          </Trans>
        </Empty>
      ) : (
        forms.map((form) => (
          <div key={`${form.form} ${form.isAutomated}`} className={classes.form}>
            <div className={classes.formHead}>
              <h3>
                {form.form}
                {form.isAutomated && (
                  <span className={table.flag}>
                    <Trans>automated, unverified</Trans>
                  </span>
                )}
              </h3>
              <Text size="sm" c="dimmed">
                <Trans>
                  {form.isAutomated
                    ? plural(form.evaluations, { one: '# conversation', other: '# conversations' })
                    : plural(form.evaluations, { one: '# review', other: '# reviews' })}{' '}
                  · score <strong className={classes.ink}>{formatValue(form.mean, 'score')}</strong> · peers{' '}
                  {formatValue(form.peerMean, 'score')}
                </Trans>
              </Text>
            </div>
            {form.restsOn !== null && (
              <Text size="sm" c="dimmed" mb={6}>
                {form.restsOn}
              </Text>
            )}
            <div className={table.scroll} tabIndex={0} role="group" aria-label={t`Questions of ${form.form}`}>
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">
                      <Trans>Question</Trans>
                    </th>
                    <th scope="col">
                      <Trans>Against peers</Trans>
                    </th>
                    <th scope="col" className={table.number}>
                      <Trans>Mean (95%)</Trans>
                    </th>
                    <th scope="col" className={table.number}>
                      <Trans>Peers</Trans>
                    </th>
                    <th scope="col" className={table.number}>
                      n
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {form.sections.map((section) => (
                    <Fragment key={section.label}>
                      <tr className={table.group}>
                        <th scope="rowgroup" colSpan={2}>
                          {section.label}
                        </th>
                        <td className={table.number}>{formatValue(section.mean, 'score')}</td>
                        <td />
                        <td className={table.number}>{formatCount(section.n)}</td>
                      </tr>
                      {section.questions.map((question) => (
                        <QuestionRow key={question.questionId} question={question} />
                      ))}
                    </Fragment>
                  ))}
                </tbody>
              </table>
            </div>
            <IntervalKey />
            <Recent recent={form.recent} />
          </div>
        ))
      )}
    </Section>
  )
}
