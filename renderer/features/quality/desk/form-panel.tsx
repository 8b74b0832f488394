import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text, Textarea, Tooltip } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import type { Conversation } from '../../../../shared/contract/conversations.ts'
import type { Desk } from '../../../../shared/contract/reviews.ts'
import { scoreAnswers } from '../../../../shared/domain/scorecard/score-answers.ts'
import type { Listening } from '../../../conversation/sound/use-listening.ts'
import { errorSaying } from '../../../ui/error-sentence.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { modKey } from '../../../app/shortcuts.ts'
import styles from './desk.module.css'
import { FormScoreLine } from './form-score-line.tsx'
import { momentHere } from './moment-here.ts'
import { QuestionCard } from './question-card.tsx'
import { percent } from '../words.ts'
import { ReopenButton } from './reopen-button.tsx'
import { SkipButton } from './skip-button.tsx'
import { useActiveTime } from './use-active-time.ts'
import { useDesk } from './use-desk.ts'
import { useDeskKeys } from './use-desk-keys.ts'

interface FormPanelProps {
  desk: Desk
  /** Null where it is gone. */
  conversation: Conversation | null
  listening: Listening | null
  selectedSegment: number | null
  onSelectSegment?(segment: number): void
}

const neverPlaying = () => false

/** The form: every question with its answer, its share of the score, and what was attached; the keyboard goes through it without the mouse. */
export function FormPanel({
  desk: saved,
  conversation,
  listening,
  selectedSegment,
  onSelectSegment,
}: FormPanelProps) {
  const actions = useDesk(saved)
  const { desk } = actions
  const { review, definition, answers } = desk
  const isDraft = review.state === 'draft'
  const panel = useRef<HTMLDivElement>(null)
  const score = useMemo(
    () =>
      scoreAnswers(
        definition,
        Object.values(answers).map(({ answer }) => answer),
      ),
    [definition, answers],
  )
  const asked = useMemo(() => {
    const ids = new Set(score.askedIds)
    return definition.questions.filter(({ id }) => ids.has(id))
  }, [definition, score.askedIds])
  const automated = Map.groupBy(desk.automated, ({ questionId }) => questionId)
  const isUnconfirmed = (id: string) =>
    answers[id]?.setBy === 'automation' && !automated.get(id)?.some(({ trust }) => trust === 'trusted')
  const open = asked.filter(
    ({ id, type }) => type !== 'text' && (score.unansweredIds.includes(id) || isUnconfirmed(id)),
  )
  const [activeId, setActiveId] = useState<string | null>(() => (open[0] ?? asked[0])?.id ?? null)
  const activeMs = useActiveTime(review.id, review.activeMs, isDraft, listening?.isPlaying ?? neverPlaying)
  const weights = new Map(score.questions.map((question) => [question.id, question.effectiveWeight]))

  const activate = (id: string) => {
    setActiveId(id)
    document.querySelector(`#${CSS.escape(`ask-${id}`)}`)?.scrollIntoView({ block: 'nearest' })
  }
  const attach = (questionId: string) => {
    const moment = conversation && momentHere(conversation, selectedSegment ?? listening?.here() ?? null)
    if (!moment) {
      notifyFailed(
        t`Nothing to attach`,
        errorSaying(t`Choose a turn, or select the words you mean, and try again.`),
      )
      return
    }
    actions.change(questionId, { moments: [...(actions.given(questionId)?.moments ?? []), moment] })
  }
  useDeskKeys({
    panel,
    isOn: isDraft,
    asked,
    activeId,
    actions,
    onActivate: activate,
    onAttach: attach,
    onStep: (direction) => stepTurn(conversation, selectedSegment, direction, onSelectSegment),
  })

  return (
    <div ref={panel} className={styles.panel}>
      <FormScoreLine desk={desk} score={score} asked={asked.length} open={open.length} activeMs={activeMs} />
      {definition.sections.map((section) => {
        const questions = asked.filter(({ sectionId }) => sectionId === section.id)
        const found = score.sections.find(({ id }) => id === section.id)
        const isHeading = definition.sections.some(({ parentId }) => parentId === section.id)
        if (questions.length === 0 && !isHeading) return null
        return (
          <section
            key={section.id}
            aria-label={section.title}
            data-sub={section.parentId !== null || undefined}
          >
            <div className={styles.sectionHead}>
              <h2>{section.title}</h2>
              {found && found.score0to1 !== null && <span>{percent(found.score0to1)}</span>}
            </div>
            {section.instructions !== '' && (
              <Text size="xs" c="dimmed" px={14} pb={4}>
                {section.instructions}
              </Text>
            )}
            {questions.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                place={asked.indexOf(question) + 1}
                given={answers[question.id] ?? null}
                weight={weights.get(question.id) ?? null}
                automated={automated.get(question.id) ?? []}
                isActive={question.id === activeId}
                isReadOnly={!isDraft}
                canAttach={conversation !== null}
                onActivate={() => setActiveId(question.id)}
                onChange={(change) => actions.change(question.id, change)}
                onClear={() => actions.clear(question.id)}
                onAttach={() => attach(question.id)}
                onPlay={(moment) => listening?.playQuote(question.id, moment)}
              />
            ))}
          </section>
        )
      })}
      <div className={styles.ending}>
        <Remark key={review.id} desk={desk} isReadOnly={!isDraft} onComment={actions.comment} />
        {isDraft ? (
          <Group justify="space-between">
            <SkipButton onSkip={(reason) => void actions.skip(reason)} isBusy={actions.isBusy} />
            <Tooltip label={t`${modKey} Enter`}>
              <Button
                loading={actions.isBusy}
                onClick={() => void actions.submit()}
                disabled={open.length > 0}
              >
                {open.length === 0 ? t`Submit` : t`${open.length} still open`}
              </Button>
            </Tooltip>
          </Group>
        ) : review.state === 'skipped' ? (
          <Group justify="space-between">
            <Text size="sm">
              <Trans>Skipped: {review.skipReason}</Trans>
            </Text>
            <ReopenButton isBusy={actions.isBusy} onReopen={() => void actions.reopen()} />
          </Group>
        ) : (
          <Group justify="space-between">
            <Text size="sm">
              <Trans>Submitted by {review.reviewer ?? t`somebody`}.</Trans>
            </Text>
            <ReopenButton isBusy={actions.isBusy} onReopen={() => void actions.reopen()} />
          </Group>
        )}
      </div>
    </div>
  )
}

function stepTurn(
  conversation: Conversation | null,
  selected: number | null,
  direction: 1 | -1,
  onSelect: FormPanelProps['onSelectSegment'],
): void {
  const segments = conversation?.segments ?? []
  const at = segments.findIndex(({ index }) => index === selected)
  const next = segments[Math.max(0, Math.min(segments.length - 1, at + direction))]
  if (next) onSelect?.(next.index)
}

/** The remark on the whole conversation, saved as it is written. */
function Remark({
  desk,
  isReadOnly,
  onComment,
}: {
  desk: Desk
  isReadOnly: boolean
  onComment(comment: string): void
}) {
  const [text, setText] = useState(desk.comment)
  return (
    <Textarea
      id="remark"
      label={t`Remark on the whole conversation`}
      autosize
      minRows={2}
      value={text}
      readOnly={isReadOnly}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onComment(event.currentTarget.value)
      }}
    />
  )
}
