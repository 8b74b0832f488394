import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Badge, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconLock } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ConversationBasis } from '../../../shared/contract/lawful-basis.ts'
import { statableBases, type StatableBasis } from '../../../shared/domain/lawful-basis.ts'
import { orpc } from '../../app/client.ts'
import { basisWords } from '../../ui/lawful-basis-words.ts'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'

const origins = { person: t`said here`, export: t`by its export`, source: t`by its source` } as const

const useBasis = (interactionId: number) =>
  useQuery(orpc.lawfulBasis.ofConversation.queryOptions({ input: { interactionId } })).data

/** On what lawful basis a conversation rests, for who may to change. */
export function LawfulBasisChip({ interactionId }: { interactionId: number }) {
  const found = useBasis(interactionId)
  const mayChange = useQuery(orpc.profiles.me.queryOptions()).data?.may.includes('import') === true
  if (!found) return null
  return mayChange ? <Choice interactionId={interactionId} found={found} /> : <Chip found={found} />
}

/** Where a conversation may not be used, one sentence that says why. */
export function LawfulBasisAlert({ interactionId }: { interactionId: number }) {
  const found = useBasis(interactionId)
  if (!found || found.isUsable) return null
  return (
    <Alert icon={<IconLock size={16} aria-hidden />} color="orange" variant="light" py="xs">
      <Text size="sm">{why(found)}</Text>
    </Alert>
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
