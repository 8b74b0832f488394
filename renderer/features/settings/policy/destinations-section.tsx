import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconPlus, IconWorldOff, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { purposeWords } from '../../../../shared/domain/policy-words.ts'
import { purposes, type Purpose } from '../../../../shared/domain/policy.ts'
import { Section } from '../../../ui/page.tsx'
import styles from './policy.module.css'
import type { PartProps } from './policy-editor.tsx'

const choices = purposes.map((value) => ({ value, label: purposeWords[value] }))

/** Where data may go, and for what: nowhere else. */
export function DestinationsSection({ document, isLocked, onChange }: PartProps) {
  const { destinations } = document
  const [purpose, setPurpose] = useState<Purpose>('transcribe')
  const [host, setHost] = useState('')
  const typed = host.trim().toLowerCase()
  const isHost = /^[^\s/@?#]+$/.test(typed)
  const isThere = destinations.some((one) => one.purpose === purpose && one.host.toLowerCase() === typed)
  return (
    <Section title="Where data may go" note="and nowhere else">
      {destinations.length === 0 && (
        <Group gap="xs" py="xs">
          <IconWorldOff size={20} stroke={1.6} aria-hidden />
          <Text>Nowhere: nothing leaves this computer.</Text>
        </Group>
      )}
      {destinations.map((one) => (
        <div key={`${one.purpose} ${one.host}`} className={styles.line}>
          <Text>
            {purposeWords[one.purpose]}, may go to <strong>{one.host}</strong>.
          </Text>
          {!isLocked && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Take ${one.host} out`}
              onClick={() => onChange({ destinations: destinations.filter((other) => other !== one) })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!isLocked && (
        <Group gap="xs" mt="sm" align="flex-end" className={styles.tools}>
          <Select
            size="sm"
            w={330}
            label="What"
            allowDeselect={false}
            data={choices}
            value={purpose}
            onChange={(value) => value && setPurpose(value)}
          />
          <TextInput
            size="sm"
            w={260}
            label="Host, with its port"
            placeholder="models.example.com:8443"
            value={host}
            error={typed !== '' && !isHost ? 'A host alone, without https:// and path' : undefined}
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
            Add
          </Button>
        </Group>
      )}
    </Section>
  )
}
