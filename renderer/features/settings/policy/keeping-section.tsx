import { t } from '@lingui/core/macro'
import { NumberInput, SegmentedControl, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { hasClocks } from '../../../../shared/domain/policy.ts'
import { Section } from '../../../ui/page.tsx'
import { pagePolicyWords } from '../words/policy-words.ts'
import styles from './policy.module.css'
import type { PartProps } from './policy-editor.tsx'

const clocks = [
  { name: 'audio', title: t`Audio` },
  { name: 'transcripts', title: t`What was said` },
  { name: 'scores', title: t`Scores` },
] as const

/** Who sees whom, and how long what is kept. */
export function KeepingSection({ document, isLocked, onChange }: PartProps) {
  const { privacy, scope, profiles } = document
  const words = pagePolicyWords()
  return (
    <>
      <Section title={words.titles.scope}>
        <Line text={words.supervisorSees[scope.supervisor]}>
          <SegmentedControl
            size="sm"
            aria-label={t`Whom supervisors see`}
            disabled={isLocked}
            value={scope.supervisor}
            data={[
              { value: 'own-teams', label: t`Own teams` },
              { value: 'everybody', label: t`Everybody` },
            ]}
            onChange={(supervisor) => onChange({ scope: { ...scope, supervisor } })}
          />
        </Line>
        <Line text={words.reviewerSees[scope.reviewer]}>
          <SegmentedControl
            size="sm"
            aria-label={t`Names for reviewers`}
            disabled={isLocked}
            value={scope.reviewer}
            data={[
              { value: 'no-names', label: t`No names` },
              { value: 'names', label: t`Names` },
            ]}
            onChange={(reviewer) => onChange({ scope: { ...scope, reviewer } })}
          />
        </Line>
        <Line text={words.passphrase(profiles.passphrase)}>
          <SegmentedControl
            size="sm"
            aria-label={t`Passphrase`}
            disabled={isLocked}
            value={profiles.passphrase ? 'yes' : 'no'}
            data={[
              { value: 'no', label: t`None` },
              { value: 'yes', label: t`Passphrase` },
            ]}
            onChange={(value) => onChange({ profiles: { ...profiles, passphrase: value === 'yes' } })}
          />
        </Line>
        <Line text={words.idle(profiles.idleMinutes)}>
          <OptionalNumber
            label={t`Minutes without use`}
            unit={t`min`}
            most={1440}
            isLocked={isLocked}
            value={profiles.idleMinutes}
            onChange={(idleMinutes) => onChange({ profiles: { ...profiles, idleMinutes } })}
          />
        </Line>
      </Section>
      <Section title={words.titles.keeping}>
        {clocks.map(({ name, title }) => (
          <Line key={name} text={words.kept[name](words.keptFor(privacy.retentionDays[name]))}>
            <OptionalNumber
              label={t`Days: ${title}`}
              unit={t`days`}
              most={36_500}
              isLocked={isLocked}
              value={privacy.retentionDays[name]}
              onChange={(days) =>
                onChange({
                  privacy: { ...privacy, retentionDays: { ...privacy.retentionDays, [name]: days } },
                })
              }
            />
          </Line>
        ))}
        {hasClocks(document) && (
          <Text size="sm" c="dimmed">
            {words.clocksRun}
          </Text>
        )}
        <Line text={words.lawfulBasis[privacy.lawfulBasis]}>
          <SegmentedControl
            size="sm"
            aria-label={t`Lawful basis`}
            disabled={isLocked}
            value={privacy.lawfulBasis}
            data={[
              { value: 'assumed', label: t`Assumed` },
              { value: 'required', label: t`Required` },
            ]}
            onChange={(lawfulBasis) => onChange({ privacy: { ...privacy, lawfulBasis } })}
          />
        </Line>
      </Section>
    </>
  )
}

function Line({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <Text>{text}</Text>
      {children}
    </div>
  )
}

/** A number, or nothing for no limit. */
function OptionalNumber({
  label,
  unit,
  most,
  isLocked,
  value,
  onChange,
}: {
  label: string
  unit: string
  most: number
  isLocked: boolean
  value: number | null
  onChange: (value: number | null) => void
}) {
  return (
    <NumberInput
      size="sm"
      w={140}
      aria-label={label}
      placeholder={t`no limit`}
      suffix={` ${unit}`}
      min={1}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      disabled={isLocked}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' && next >= 1 ? next : null)}
    />
  )
}
