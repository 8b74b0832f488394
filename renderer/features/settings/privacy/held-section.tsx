import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AccessSubject } from '../../../../shared/contract/access.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { HeldFacts } from './held-facts.tsx'

/** What is held about an agent or a customer, and all of it to be handed over. */
export function HeldSection() {
  const search = useSearch({ from: '/settings' })
  const navigate = useNavigate({ from: '/settings' })
  const [isCustomer, setIsCustomer] = useState(false)
  const [typed, setTyped] = useState('')
  // a customer's number is typed anew each time: it stands in no address
  const [customer, setCustomer] = useState<string | null>(null)
  const people = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const agentId = search.agent
  const subject: AccessSubject | null = isCustomer
    ? customer === null
      ? null
      : { customer }
    : agentId === undefined
      ? null
      : { agentId }
  const held = useQuery(orpc.access.find.queryOptions({ input: subject ?? skipToken, staleTime: 0 }))
  return (
    <Section title={t`What is held about somebody`}>
      <Stack gap="md">
        <Text size="sm" c="dimmed" maw={640}>
          <Trans>
            For whoever asks what is known about them. All of it can be written out to be handed over, without
            what belongs to others.
          </Trans>
        </Text>
        <Group gap="sm" align="end">
          <SegmentedControl
            aria-label={t`About whom`}
            data={[
              { value: 'agent', label: t`Agent` },
              { value: 'customer', label: t`Customer` },
            ]}
            value={isCustomer ? 'customer' : 'agent'}
            onChange={(value) => setIsCustomer(value === 'customer')}
          />
          {isCustomer ? (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                setCustomer(typed.trim() === '' ? null : typed.trim())
              }}
            >
              <Group gap="sm" align="end">
                <TextInput
                  w={320}
                  label={t`Number or id of the customer, or of a contact`}
                  maxLength={300}
                  autoComplete="off"
                  value={typed}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
                <Button type="submit" variant="default" disabled={typed.trim() === ''}>
                  <Trans>Look</Trans>
                </Button>
              </Group>
            </form>
          ) : (
            <Select
              w={320}
              label={t`Name of the agent`}
              placeholder={t`Choose somebody`}
              searchable
              clearable
              nothingFoundMessage={t`Nobody by that name`}
              leftSection={<IconUserSearch size={15} aria-hidden />}
              data={(people.data ?? []).map((person) => ({ value: String(person.id), label: person.name }))}
              value={agentId === undefined ? null : String(agentId)}
              onChange={(value) =>
                void navigate({
                  search: { tab: 'privacy', agent: value === null ? undefined : Number(value) },
                })
              }
            />
          )}
        </Group>
        {subject !== null && (
          <QueryView query={held} what={t`what is held`}>
            {(found) => <HeldFacts key={JSON.stringify(subject)} held={found} subject={subject} />}
          </QueryView>
        )}
      </Stack>
    </Section>
  )
}
