import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconPlus, IconWorldOff, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { isDone, purposes, type Purpose } from '../../../../shared/domain/policy.ts'
import { Section } from '../../../ui/page.tsx'
import { pagePolicyWords } from '../words/policy-words.ts'
import styles from './policy.module.css'
import type { PartProps } from './policy-editor.tsx'

/** Where data may go, and for what: nowhere else. */
export function DestinationsSection({ document, isLocked, onChange }: PartProps) {
  const { destinations } = document
  const words = pagePolicyWords()
  const [purpose, setPurpose] = useState<Purpose>('transcribe')
  const [host, setHost] = useState('')
  const typed = host.trim().toLowerCase()
  const isHost = /^[^\s/@?#]+$/.test(typed)
  const isThere = destinations.some((one) => one.purpose === purpose && one.host.toLowerCase() === typed)
  return (
    <Section title={words.titles.destinations} note={t`and nowhere else`}>
      {destinations.length === 0 && (
        <Group gap="xs" py="xs">
          <IconWorldOff size={20} stroke={1.6} aria-hidden />
          <Text>{words.nowhere}</Text>
        </Group>
      )}
      {destinations.map((one) => (
        <div key={`${one.purpose} ${one.host}`} className={styles.line}>
          <Text>
            {(isDone(document, one.purpose) ? words.mayGo : words.mayGoOnceOn)(
              words.purposes[one.purpose],
              one.host,
            )}
          </Text>
          {!isLocked && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t`Take ${one.host} out`}
              onClick={() => onChange({ destinations: destinations.filter((other) => other !== one) })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!isLocked && (
        <Group gap="xs" mt="sm" align="flex-end">
          <Select
            size="sm"
            w={330}
            label={t`What`}
            allowDeselect={false}
            data={purposes.map((value) => ({ value, label: words.purposes[value] }))}
            value={purpose}
            onChange={(value) => value && setPurpose(value)}
          />
          <TextInput
            size="sm"
            w={260}
            label={t`Host, with its port`}
            placeholder={t`models.example.com:8443`}
            value={host}
            error={typed !== '' && !isHost ? t`A host alone, without https:// and path` : undefined}
            onChange={(event) => setHost(event.currentTarget.value)}
          />
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={!isHost || isThere}
            onClick={() => {
              onChange({ destinations: [...destinations, { purpose, host: typed }] })
              setHost('')
            }}
          >
            <Trans>Add</Trans>
          </Button>
        </Group>
      )}
    </Section>
  )
}
