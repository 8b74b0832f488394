import { plural, t } from '@lingui/core/macro'
import { NumberInput, SegmentedControl, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Section } from '../../../ui/page.tsx'
import styles from './policy.module.css'
import type { PartProps } from './policy-editor.tsx'

const clocks = [
  { name: 'audio', title: t`Audio` },
  { name: 'transcripts', title: t`What was said` },
  { name: 'scores', title: t`Scores` },
] as const

/** How long something is kept, as a sentence. */
function keptInWords(title: string, days: number | null): string {
  return days === null
    ? t`${title}: kept until somebody deletes it.`
    : t`${title}: kept for ${plural(days, { one: '# day', other: '# days' })}.`
}

/** Who sees whom, and how long what is kept. */
export function KeepingSection({ document, isLocked, onChange }: PartProps) {
  const { privacy, scope, profiles } = document
  return (
    <>
      <Section title={t`Who sees whom`}>
        <Line
          text={
            scope.supervisor === 'everybody'
              ? t`Supervisors see everybody.`
              : t`Supervisors see their own teams.`
          }
        >
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
        <Line
          text={
            scope.reviewer === 'names'
              ? t`Reviewers see the names of agents.`
              : t`Reviewers do not see the names of agents.`
          }
        >
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
        <Line
          text={profiles.passphrase ? t`A profile needs a passphrase.` : t`A profile needs no passphrase.`}
        >
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
        <Line
          text={
            profiles.idleMinutes === null
              ? t`A profile is not left by itself.`
              : t`A profile is left after ${profiles.idleMinutes} minutes without use.`
          }
        >
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
      <Section
        title={t`How long what is kept`}
        note={t`what is older is deleted for good, from a day after the policy is adopted`}
      >
        {clocks.map(({ name, title }) => (
          <Line key={name} text={keptInWords(title, privacy.retentionDays[name])}>
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
        <Line
          text={
            privacy.lawfulBasis === 'required'
              ? t`A recording without a known lawful basis is not to be transcribed, searched, scored, quoted or exported.`
              : t`A recording without a known lawful basis is treated as one that has it.`
          }
        >
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
