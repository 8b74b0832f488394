import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../app/client.ts'
import { leftOutWords } from './lawful-basis-words.ts'
import { TextLink } from './link.tsx'

/** Says how many conversations what stands here leaves out, and why; nothing where it leaves out none. */
export function LeftOut() {
  const leftOut = useQuery(orpc.lawfulBasis.leftOut.queryOptions()).data
  const sentence = leftOut === undefined ? null : leftOutWords(leftOut)
  if (sentence === null) return null
  return (
    <Text size="sm" c="dimmed" role="note">
      {sentence}{' '}
      <TextLink to="/settings" search={{ tab: 'privacy' }} size="sm">
        <Trans>Lawful basis</Trans>
      </TextLink>
    </Text>
  )
}
