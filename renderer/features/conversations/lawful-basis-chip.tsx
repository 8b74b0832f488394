import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Badge, Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconLock } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ConversationBasis } from '../../../shared/contract/lawful-basis.ts'
import { statableBases, type StatableBasis } from '../../../shared/domain/lawful-basis.ts'
import { orpc } from '../../app/client.ts'
import { basisWords } from '../../ui/lawful-basis-words.ts'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'

const origins = { person: t`said here`, export: t`by its export`, source: t`by its source` } as const

/** On what lawful basis a conversation rests, for who may to change; where it may not be used, one sentence says why. */
export function LawfulBasisChip({
  interactionId,
  children,
}: {
  interactionId: number
  /** What stands beside it. */
  children?: ReactNode
}) {
  const found = useQuery(orpc.lawfulBasis.ofConversation.queryOptions({ input: { interactionId } })).data
  const mayChange = useQuery(orpc.profiles.me.queryOptions()).data?.may.includes('import') === true
  if (!found) return null
  return (
    <>
      <Group gap="xs">
        {mayChange ? <Choice interactionId={interactionId} found={found} /> : <Chip found={found} />}
        {children}
      </Group>
      {!found.isUsable && (
        <Alert icon={<IconLock size={16} aria-hidden />} color="orange" variant="light" py="xs">
          <Text size="sm">{why(found)}</Text>
        </Alert>
      )}
    </>
  )
}

function why({ basis, isReadable }: ConversationBasis): string {
  if (basis === 'refused')
    return t`Consent was refused or withdrawn: it is not shown, played, transcribed, scored, searched or exported.`
  return isReadable
    ? t`Its lawful basis is not known, and the policy wants one: only who may say what it is can read it here, and nothing else uses it.`
    : t`Its lawful basis is not known, and the policy wants one: it is shown once somebody who may import says what it is.`
}

const label = ({ basis, origin }: ConversationBasis) =>
  basis === null
    ? t`Lawful basis not known`
    : origin === null
      ? basisWords[basis]
      : t`${basisWords[basis]}, ${origins[origin]}`

function Chip({ found, isButton = false }: { found: ConversationBasis; isButton?: boolean }) {
  return (
    <Badge
      variant={found.isUsable ? 'default' : 'light'}
      color={found.isUsable ? 'gray' : 'orange'}
      tt="none"
      rightSection={isButton ? <IconChevronDown size={12} aria-hidden /> : undefined}
    >
      {label(found)}
    </Badge>
  )
}

function Choice({ interactionId, found }: { interactionId: number; found: ConversationBasis }) {
  const failed = (error: unknown) => notifyFailed(t`The lawful basis was not changed`, error)
  const takeBack = useMutation(orpc.lawfulBasis.takeBack.mutationOptions({ onError: failed }))
  const say = useMutation(
    orpc.lawfulBasis.setConversations.mutationOptions({
      onSuccess: ({ before }) =>
        notifyDone(t`The lawful basis of this conversation is changed.`, () => takeBack.mutate({ before })),
      onError: failed,
    }),
  )
  const choose = (basis: StatableBasis | null) => say.mutate({ interactionIds: [interactionId], basis })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton aria-label={t`Lawful basis: ${label(found)}. Change it`}>
          <Chip found={found} isButton />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>This conversation rests on</Trans>
        </Menu.Label>
        {statableBases.map((basis) => (
          <Menu.Item key={basis} disabled={found.saidByPerson === basis} onClick={() => choose(basis)}>
            {basisWords[basis]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={found.saidByPerson === null} onClick={() => choose(null)}>
          <Trans>What its export or its source says</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
