import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react'
import { useState } from 'react'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { formatNumber } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { Instant } from '../../ui/time.tsx'
import { MissingNote } from './missing-note.tsx'
import classes from './surveys-section.module.css'

type Survey = AgentPage['surveys'][number]
const SHOWN_AT_FIRST = 5

function scoreOf({ csat, nps }: Survey): { text: string; tone: 'low' | 'middle' | 'high' } {
  if (csat) {
    const value = csat.min + csat.score0to1 * (csat.max - csat.min)
    const tone = csat.score0to1 < 0.45 ? 'low' : csat.score0to1 < 0.7 ? 'middle' : 'high'
    return { text: t`${formatNumber(value, Number.isInteger(value) ? 0 : 1)} of ${csat.max}`, tone }
  }
  if (nps !== null) return { text: t`NPS ${nps}`, tone: nps <= 6 ? 'low' : nps <= 8 ? 'middle' : 'high' }
  return { text: t`no rating`, tone: 'middle' }
}

const moods = { low: IconMoodSad, middle: IconMoodEmpty, high: IconMoodSmile }

function SurveyRow({ survey }: { survey: Survey }) {
  const { text, tone } = scoreOf(survey)
  const Mood = moods[tone]
  return (
    <li className={classes.survey}>
      <span className={classes.score} data-tone={tone}>
        <Mood size={17} stroke={1.8} aria-hidden />
        {text}
      </span>
      <span className={classes.text}>
        {survey.comment ? (
          <q>{survey.comment}</q>
        ) : (
          <span className={classes.none}>
            <Trans>no comment</Trans>
          </span>
        )}
        <span className={classes.sub}>
          <Instant at={survey.at} show="day" />
          {survey.queue && ` · ${survey.queue}`}
          {survey.csat && survey.nps !== null && t` · NPS ${survey.nps}`}
          {survey.interactionId !== null && (
            <>
              {' · '}
              <TextLink
                underline="always"
                to="/conversations/$interactionId"
                params={{ interactionId: survey.interactionId }}
                inherit
              >
                <Trans>open the contact</Trans>
              </TextLink>
            </>
          )}
        </span>
      </span>
    </li>
  )
}

/** What customers said, those with words first. */
export function SurveysSection({ surveys, missing }: { surveys: Survey[]; missing: string | null }) {
  const [isWhole, setIsWhole] = useState(false)
  const ordered = [...surveys.filter(({ comment }) => comment), ...surveys.filter(({ comment }) => !comment)]
  const withWords = surveys.filter(({ comment }) => comment).length
  const shown = isWhole ? ordered : ordered.slice(0, SHOWN_AT_FIRST)
  return (
    <Section
      id="surveys"
      title={t`What customers said`}
      note={
        surveys.length > 0
          ? t`${plural(surveys.length, { one: '# answer', other: '# answers' })}, ${withWords} with a comment`
          : undefined
      }
    >
      <MissingNote sentence={missing} />
      {surveys.length === 0 ? (
        <Empty title={t`No survey answers in this window`}>
          <Trans>Import survey exports with a contact id or an agent column, and they appear here.</Trans>
        </Empty>
      ) : (
        <ul className={classes.list}>
          {shown.map((survey) => (
            <SurveyRow key={survey.id} survey={survey} />
          ))}
        </ul>
      )}
      {ordered.length > SHOWN_AT_FIRST && (
        <Button variant="default" mt="xs" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t`Show fewer` : t`Show all ${ordered.length}`}
        </Button>
      )}
      {surveys.length > 0 && withWords === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          <Trans>None of these answers came with words.</Trans>
        </Text>
      )}
    </Section>
  )
}
