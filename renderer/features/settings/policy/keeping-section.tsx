import { NumberInput, SegmentedControl, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { keptFor } from '../../../../shared/domain/policy-words.ts'
import { Section } from '../../../ui/page.tsx'
import styles from './policy.module.css'
import type { PartProps } from './policy-editor.tsx'

const clocks = [
  { name: 'audio', title: 'Audio' },
  { name: 'transcripts', title: 'What was said' },
  { name: 'scores', title: 'Scores' },
] as const

/** Who sees whom, and how long what is kept. */
export function KeepingSection({ document, isLocked, onChange }: PartProps) {
  const { privacy, scope, profiles } = document
  return (
    <>
      <Section title="Who sees whom">
        <Line text={`Supervisors see ${scope.supervisor === 'everybody' ? 'everybody' : 'their own teams'}.`}>
          <SegmentedControl
            size="sm"
            aria-label="Whom supervisors see"
            disabled={isLocked}
            value={scope.supervisor}
            data={[
              { value: 'own-teams', label: 'Own teams' },
              { value: 'everybody', label: 'Everybody' },
            ]}
            onChange={(supervisor) => onChange({ scope: { ...scope, supervisor } })}
          />
        </Line>
        <Line text={`Reviewers ${scope.reviewer === 'names' ? 'see' : 'do not see'} the names of agents.`}>
          <SegmentedControl
            size="sm"
            aria-label="Names for reviewers"
            disabled={isLocked}
            value={scope.reviewer}
            data={[
              { value: 'no-names', label: 'No names' },
              { value: 'names', label: 'Names' },
            ]}
            onChange={(reviewer) => onChange({ scope: { ...scope, reviewer } })}
          />
        </Line>
        <Line text={profiles.passphrase ? 'A profile needs a passphrase.' : 'A profile needs no passphrase.'}>
          <SegmentedControl
            size="sm"
            aria-label="Passphrase"
            disabled={isLocked}
            value={profiles.passphrase ? 'yes' : 'no'}
            data={[
              { value: 'no', label: 'None' },
              { value: 'yes', label: 'Passphrase' },
            ]}
            onChange={(value) => onChange({ profiles: { ...profiles, passphrase: value === 'yes' } })}
          />
        </Line>
        <Line
          text={
            profiles.idleMinutes === null
              ? 'A profile is not left by itself.'
              : `A profile is left after ${profiles.idleMinutes} minutes without use.`
          }
        >
          <OptionalNumber
            label="Minutes without use"
            unit="min"
            most={1440}
            isLocked={isLocked}
            value={profiles.idleMinutes}
            onChange={(idleMinutes) => onChange({ profiles: { ...profiles, idleMinutes } })}
          />
        </Line>
      </Section>
      <Section title="How long what is kept">
        {clocks.map(({ name, title }) => (
          <Line
            key={name}
            text={`${title} ${name === 'scores' ? 'are' : 'is'} kept ${keptFor(privacy.retentionDays[name])}.`}
          >
            <OptionalNumber
              label={`Days: ${title}`}
              unit="days"
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
              ? 'A recording without a known lawful basis is not transcribed, searched or exported.'
              : 'A recording without a known lawful basis is treated as one that has it.'
          }
        >
          <SegmentedControl
            size="sm"
            aria-label="Lawful basis"
            disabled={isLocked}
            value={privacy.lawfulBasis}
            data={[
              { value: 'assumed', label: 'Assumed' },
              { value: 'required', label: 'Required' },
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
      placeholder="no limit"
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
