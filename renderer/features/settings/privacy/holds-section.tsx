import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { HoldSubject, LegalHold } from '../../../../shared/contract/privacy.ts'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { Section } from '../../../ui/page.tsx'
import { useHold, useLift } from '../../../privacy/use-hold.ts'
import { Instant } from '../../../ui/time.tsx'

/** What must not be deleted, for as long as it is held. */
export function HoldsSection({ holds }: { holds: readonly LegalHold[] }) {
  const lift = useLift()
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
                  <Table.Td>
                    <Held hold={hold} />
                  </Table.Td>
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

/** What is held, leading there where it has a page. */
function Held({ hold: { kind, label, recordId } }: { hold: LegalHold }) {
  if (recordId === null) return label
  if (kind === 'conversation')
    return (
      <TextLink to="/conversations/$interactionId" params={{ interactionId: recordId }}>
        {label}
      </TextLink>
    )
  return (
    <TextLink to="/coaching" search={{ agent: recordId }}>
      {label}
    </TextLink>
  )
}

function NewHold() {
  const people = useQuery(orpc.people.list.queryOptions({ input: {} }))
  const sources = useQuery(orpc.imports.sources.queryOptions())
  const [kind, setKind] = useState<'everything' | 'person' | 'customer' | 'source' | 'days'>('everything')
  const [person, setPerson] = useState<string | null>(null)
  const [customer, setCustomer] = useState('')
  const [source, setSource] = useState<string | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [why, setWhy] = useState('')
  const hold = useHold(() => {
    setWhy('')
    setCustomer('')
    setSource(null)
  })
  const subjects: Record<typeof kind, HoldSubject | null> = {
    everything: { everything: true },
    person: person === null ? null : { personId: Number(person) },
    customer: customer.trim() === '' ? null : { customer: customer.trim() },
    source: source === null ? null : { sourceId: Number(source) },
    days: from === '' || to === '' || from > to ? null : { from, to },
  }
  const subject = subjects[kind]
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
            { value: 'source', label: t`A source` },
            { value: 'days', label: t`Days` },
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
        {kind === 'source' && (
          <Select
            label={t`Name of the source`}
            placeholder={t`Choose a source`}
            w={260}
            searchable
            nothingFoundMessage={
              sources.data?.length === 0 ? t`No source has brought anything yet` : t`No source by that name`
            }
            data={(sources.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={source}
            onChange={setSource}
          />
        )}
        {kind === 'days' && (
          <>
            <TextInput
              type="date"
              label={t`First day`}
              w={160}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t`Last day`}
              w={160}
              min={from}
              error={from !== '' && to !== '' && from > to && t`Before the first`}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </>
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
          size="sm"
          variant="default"
          leftSection={<IconLock size={16} aria-hidden />}
          loading={hold.isPending}
          disabled={subject === null || why.trim() === ''}
        >
          <Trans>Hold</Trans>
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {kind === 'source'
          ? t`All that its imports brought is kept, and what they bring from now on.`
          : t`A single conversation is held on its page.`}
      </Text>
    </form>
  )
}
