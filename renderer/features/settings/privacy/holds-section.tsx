import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { HoldSubject, LegalHold } from '../../../../shared/contract/privacy.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'

/** What must not be deleted, for as long as it is held. */
export function HoldsSection({ holds }: { holds: readonly LegalHold[] }) {
  const lift = useMutation(
    orpc.privacy.lift.mutationOptions({
      onSuccess: () => notifyDone(t`The hold is lifted.`),
      onError: (error) => void notifyFailed(t`The hold was not lifted`, error),
    }),
  )
  return (
    <Section title={t`Legal holds`} note={t`what is held is not deleted by anybody or anything`}>
      <Stack gap="md">
        {holds.length > 0 && (
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  <Trans>Held</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Why</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Since</Trans>
                </Table.Th>
                <Table.Th>
                  <Trans>Lifted</Trans>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {holds.map((hold) => (
                <Table.Tr key={hold.id}>
                  <Table.Td>{hold.label}</Table.Td>
                  <Table.Td>{hold.why}</Table.Td>
                  <Table.Td>
                    <Instant at={hold.heldAt} show="day" />
                  </Table.Td>
                  <Table.Td>
                    {hold.liftedAt === null ? (
                      <Button
                        variant="default"
                        size="xs"
                        aria-label={t`Lift the hold on ${hold.label}`}
                        onClick={() => lift.mutate({ id: hold.id })}
                      >
                        <Trans>Lift</Trans>
                      </Button>
                    ) : (
                      <Instant at={hold.liftedAt} show="day" />
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <NewHold />
      </Stack>
    </Section>
  )
}

function NewHold() {
  const people = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const [kind, setKind] = useState<'everything' | 'person' | 'customer'>('everything')
  const [person, setPerson] = useState<string | null>(null)
  const [customer, setCustomer] = useState('')
  const [why, setWhy] = useState('')
  const hold = useMutation(
    orpc.privacy.hold.mutationOptions({
      onSuccess: () => {
        notifyDone(t`It is held.`)
        setWhy('')
        setCustomer('')
      },
      onError: (error) => void notifyFailed(t`Nothing was held`, error),
    }),
  )
  const subject: HoldSubject | null =
    kind === 'everything'
      ? { everything: true }
      : kind === 'person'
        ? person === null
          ? null
          : { personId: Number(person) }
        : customer.trim() === ''
          ? null
          : { customer: customer.trim() }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (subject !== null) hold.mutate({ subject, why: why.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Group gap="sm" align="end">
        <Select
          label={t`Hold`}
          w={160}
          allowDeselect={false}
          data={[
            { value: 'everything', label: t`Everything` },
            { value: 'person', label: t`An agent` },
            { value: 'customer', label: t`A customer` },
          ]}
          value={kind}
          onChange={(value) => value !== null && setKind(value)}
        />
        {kind === 'person' && (
          <Select
            label={t`Name of the agent`}
            w={220}
            searchable
            nothingFoundMessage={t`Nobody by that name`}
            data={(people.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={person}
            onChange={setPerson}
          />
        )}
        {kind === 'customer' && (
          <TextInput
            label={t`Number or id of the customer`}
            w={220}
            maxLength={200}
            autoComplete="off"
            value={customer}
            onChange={(event) => setCustomer(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t`Why`}
          placeholder={t`Number of the case`}
          w={240}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconLock size={15} aria-hidden />}
          loading={hold.isPending}
          disabled={subject === null || why.trim() === ''}
        >
          <Trans>Hold</Trans>
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        <Trans>Single conversations, sources and days are held at the terminal: debrief privacy hold.</Trans>
      </Text>
    </form>
  )
}
