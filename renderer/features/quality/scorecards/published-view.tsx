import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Scorecard, ScorecardVersion } from '../../../../shared/contract/scorecards.ts'
import { orpc } from '../../../app/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { Instant } from '../../../ui/time.tsx'
import { strategySentences, strategyWords } from '../words.ts'
import { ChangeList } from './change-list.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FormOutline } from './form-outline.tsx'

/** A scorecard nobody is editing: the form as it stands, and its versions. */
export function PublishedView({ scorecard }: { scorecard: Scorecard }) {
  const queryClient = useQueryClient()
  const starting = useMutation(orpc.scorecards.startDraft.mutationOptions())
  const current = scorecard.versions.find(({ definition }) => definition !== null) ?? null
  const definition = current?.definition ?? null
  const edit = () =>
    starting.mutate(
      { id: scorecard.id },
      {
        onSuccess: (changed) =>
          queryClient.setQueryData(orpc.scorecards.get.queryKey({ input: { id: scorecard.id } }), changed),
        onError: (error) => notifyFailed(t`The scorecard cannot be edited`, error),
      },
    )
  return (
    <Page
      title={scorecard.name}
      purpose={
        definition === null
          ? t`Only answers to this form were imported; nobody has written the form down yet`
          : `${strategyWords[definition.strategy]}: ${strategySentences[definition.strategy]}`
      }
      actions={
        <>
          <ButtonLink variant="default" to="/quality" search={{ tab: 'scorecards' }}>
            <Trans>All scorecards</Trans>
          </ButtonLink>
          {current && <ExportMenu versionId={current.id} />}
          <Button loading={starting.isPending} onClick={edit}>
            {definition === null ? t`Write it down` : t`Edit`}
          </Button>
        </>
      }
    >
      {definition === null ? (
        <KnownQuestions scorecard={scorecard} />
      ) : (
        <FormOutline definition={definition} scorecardId={scorecard.id} />
      )}
      <Versions versions={scorecard.versions} />
    </Page>
  )
}

/** What imported answers tell of a form. */
function KnownQuestions({ scorecard }: { scorecard: Scorecard }) {
  return (
    <Section title={t`Questions`} note={t`as imported answers name them`}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Section</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Question</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Weight</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {scorecard.questions.map((question) => (
            <Table.Tr key={question.id}>
              <Table.Td c="dimmed">{question.section ?? '–'}</Table.Td>
              <Table.Td>{question.label}</Table.Td>
              <Table.Td ta="right">
                {question.weight === null ? '–' : formatNumber(question.weight, 0)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

function Versions({ versions }: { versions: ScorecardVersion[] }) {
  const [shown, setShown] = useState<{ fromId: number; toId: number } | null>(null)
  const written = versions.filter(({ definition }) => definition !== null)
  if (versions.length === 0) return null
  return (
    <Section title={t`Versions`}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Version</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Published</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Why</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Reviews</Trans>
            </Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => {
            const before = written[written.indexOf(version) + 1]
            return (
              <Table.Tr key={version.id}>
                <Table.Td>
                  <Group gap={6}>
                    {version.version === '' ? t`unnamed` : version.version}
                    {version.state === 'stated' && (
                      <Badge variant="default" tt="none" fw={500}>
                        <Trans>answers only</Trans>
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
                <Table.Td>
                  {version.publishedAt === null ? (
                    <Text span size="sm" c="dimmed">
                      <Trans>elsewhere</Trans>
                    </Text>
                  ) : (
                    <Instant at={version.publishedAt} />
                  )}
                </Table.Td>
                <Table.Td>{version.note}</Table.Td>
                <Table.Td ta="right">{formatNumber(version.evaluations)}</Table.Td>
                <Table.Td ta="right">
                  {before && version.definition !== null && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() =>
                        setShown(shown?.toId === version.id ? null : { fromId: before.id, toId: version.id })
                      }
                    >
                      {shown?.toId === version.id ? t`Hide changes` : t`What changed`}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {shown && <Changes {...shown} />}
    </Section>
  )
}

function Changes(input: { fromId: number; toId: number }) {
  const query = useQuery(orpc.scorecards.compare.queryOptions({ input }))
  return (
    <QueryView query={query} what={t`the changes`}>
      {(changes) => <ChangeList changes={changes} />}
    </QueryView>
  )
}
