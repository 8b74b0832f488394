import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { RecordingToImport } from '../../../../shared/contract/imports.ts'
import { Instant } from '../../../ui/time.tsx'

const sources: Record<RecordingToImport['basis'], string> = {
  sidecar: t`from a file beside it`,
  pattern: t`from its name, by your pattern`,
  name: t`from its name`,
  none: '',
}

/** Whose call a recording is, as far as its name and the files beside it tell, before it is imported. */
export function RecordingFacts({ recording }: { recording: RecordingToImport }) {
  const { agent, at, direction, contactRef, queue, title, hasCustomer, basis, warnings } = recording
  const parts: [string, ReactNode][] = [
    ...(agent === null ? [] : [['agent', <strong key="agent">{agent}</strong>] as [string, ReactNode]]),
    ...(at === null ? [] : [['at', <Instant key="at" at={at} />] as [string, ReactNode]]),
    ...(direction === null ? [] : [['direction', direction] as [string, ReactNode]]),
    ...(contactRef === null ? [] : [['contact', t`contact ${contactRef}`] as [string, ReactNode]]),
    ...(hasCustomer ? [['customer', t`customer known`] as [string, ReactNode]] : []),
    ...(queue === null ? [] : [['queue', queue] as [string, ReactNode]]),
    ...(title === null ? [] : [['title', `“${title}”`] as [string, ReactNode]]),
  ]
  return (
    <>
      <Text size="sm">
        {parts.length === 0
          ? t`Nothing tells whose call it is: it becomes a conversation of its own, to be named.`
          : parts.map(([key, part], place) => (
              <Fragment key={key}>
                {place > 0 && ' · '}
                {part}
              </Fragment>
            ))}
        {parts.length > 0 && basis !== 'none' && (
          <Text span size="sm" c="dimmed">
            {' '}
            {sources[basis]}
          </Text>
        )}
      </Text>
      {warnings.map((warning) => (
        <Text key={warning} size="sm" c="dimmed">
          {warning}
        </Text>
      ))}
    </>
  )
}
