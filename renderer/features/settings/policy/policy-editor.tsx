import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, FileButton, Group, Menu, Text } from '@mantine/core'
import { IconDownload, IconFileImport, IconLock, IconPrinter, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import type { PolicyVersion } from '../../../../shared/contract/policy.ts'
import { comparePolicies } from '../../../../shared/domain/compare-policies.ts'
import { policyNameInWords } from '../../../../shared/domain/policy-names.ts'
import { starterPolicies, type PolicyDocument } from '../../../../shared/domain/policy.ts'
import { client } from '../../../app/client.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { printHtml } from '../../../ui/print-html.ts'
import { saveText } from '../../../ui/save-text.ts'
import { Instant, useTimeZone } from '../../../ui/time.tsx'
import { pagePolicyWords } from '../words/policy-words.ts'
import { AutomationSection } from './automation-section.tsx'
import { DestinationsSection } from './destinations-section.tsx'
import { HistorySection } from './history-section.tsx'
import { KeepingSection } from './keeping-section.tsx'
import { policySheet } from './policy-sheet.ts'
import { RolesSection } from './roles-section.tsx'
import styles from './policy.module.css'
import { TrialModal } from './trial-modal.tsx'

/** The policy in force with what is known of it. */
export interface HeldPolicy extends PolicyVersion {
  lockedBy: string | null
  hasSecondPerson: boolean
}

/** What a part of the page shows and changes. */
export interface PartProps {
  document: PolicyDocument
  isLocked: boolean
  onChange: (change: Partial<PolicyDocument>) => void
}

/** A policy in parts, each of which can be changed; nothing holds before it was looked at and adopted. */
export function PolicyEditor({ held }: { held: HeldPolicy }) {
  const [document, setDocument] = useState(held.document)
  const [faults, setFaults] = useState<string[]>([])
  const [isTrying, setTrying] = useState(false)
  const timeZone = useTimeZone()
  const isLocked = held.lockedBy !== null
  const changes = comparePolicies(held.document, document, pagePolicyWords())
  const isChanged = changes.length > 0 || document.name !== held.document.name
  const take = (next: PolicyDocument) => {
    setFaults([])
    setDocument(next)
  }
  const part: PartProps = { document, isLocked, onChange: (change) => take({ ...document, ...change }) }
  const readFile = async (file: File | null) => {
    if (!file) return
    try {
      const read = await client.policy.read({ text: await file.text() })
      if (read.document) take(read.document)
      else setFaults(read.faults)
    } catch (error) {
      notifyFailed(t`The file was not read`, error)
    }
  }
  return (
    <>
      <Section
        title={policyNameInWords(document.name)}
        note={
          held.at === null ? (
            t`in force from the start`
          ) : (
            <>
              <Trans>
                version {held.version}, put in force by {held.who} <Instant at={held.at} />
              </Trans>
            </>
          )
        }
        actions={
          <Group gap="xs">
            {!isLocked && <StarterMenu onTake={take} />}
            {!isLocked && (
              <FileButton accept="application/json,.json" onChange={(file) => void readFile(file)}>
                {(props) => (
                  <Button
                    {...props}
                    size="sm"
                    variant="default"
                    leftSection={<IconFileImport size={16} aria-hidden />}
                  >
                    <Trans>Read a file</Trans>
                  </Button>
                )}
              </FileButton>
            )}
            <Button
              size="sm"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => saveText('policy.json', `${JSON.stringify(document, null, 2)}\n`)}
            >
              <Trans>Save as policy.json</Trans>
            </Button>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => printHtml(policySheet({ document, held, isChanged, timeZone }))}
            >
              <Trans>Print</Trans>
            </Button>
          </Group>
        }
      >
        {isLocked ? (
          <Alert icon={<IconLock size={18} aria-hidden />} color="gray">
            <Trans>IT keeps this policy in {held.lockedBy}; it can be read here and is changed there.</Trans>
          </Alert>
        ) : (
          <Text size="sm" c="dimmed">
            <Trans>
              This page says all that may happen here. It holds for everybody, for work that runs by itself,
              and from the moment it is adopted; each version is kept.
            </Trans>
          </Text>
        )}
        {faults.length > 0 && (
          <Alert
            mt="sm"
            color="red"
            role="alert"
            title={t`That file is no policy`}
            withCloseButton
            closeButtonLabel={t`Dismiss`}
            onClose={() => setFaults([])}
          >
            {faults.map((fault) => (
              <Text key={fault} size="sm">
                {fault}
              </Text>
            ))}
          </Alert>
        )}
      </Section>
      <AutomationSection {...part} />
      <DestinationsSection {...part} />
      <RolesSection {...part} hasSecondPerson={held.hasSecondPerson} />
      <KeepingSection {...part} />
      <HistorySection inForce={held.version} isLocked={isLocked} onTake={take} />
      {isChanged && (
        <Group className={styles.bar} justify="space-between" role="status">
          <Text size="sm" fw={600}>
            <Trans>
              {changes.length === 0
                ? t`The name`
                : plural(changes.length, { one: '# thing', other: '# things' })}{' '}
              would change; nothing has yet.
            </Trans>
          </Text>
          <Group gap="xs">
            <Button size="sm" variant="default" onClick={() => take(held.document)}>
              <Trans>Discard</Trans>
            </Button>
            <Button size="sm" onClick={() => setTrying(true)}>
              <Trans>See what changes</Trans>
            </Button>
          </Group>
        </Group>
      )}
      {isTrying && (
        <TrialModal
          document={document}
          changes={changes}
          basedOn={held.version}
          onClose={() => setTrying(false)}
        />
      )}
    </>
  )
}

const starterWords = {
  strict: t`Everything stays here, and a person decides.`,
  'works-council': t`No ranking, no machine scores, short clocks, two people for what leaves.`,
  'small-team': t`Few people who trust each other on one computer.`,
} as const

function StarterMenu({ onTake }: { onTake: (document: PolicyDocument) => void }) {
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button size="sm" variant="default" leftSection={<IconTemplate size={16} aria-hidden />}>
          <Trans>Start from</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['strict', 'works-council', 'small-team'] as const).map((name) => (
          <Menu.Item key={name} onClick={() => onTake(starterPolicies[name])}>
            <Text size="sm" fw={600}>
              {policyNameInWords(starterPolicies[name].name)}
            </Text>
            <Text size="xs" c="dimmed">
              {starterWords[name]}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
