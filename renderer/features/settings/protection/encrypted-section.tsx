import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Accordion, Modal, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ProtectionView } from '../../../../shared/contract/protection.ts'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { EncryptForm } from './encrypt-section.tsx'
import { NewWayIn } from './new-way-in.tsx'
import { RecoveryKey } from './recovery-key.tsx'
import { WithPassphrase } from './with-passphrase.tsx'

/** What can be changed of an encrypted workspace. */
export function EncryptedSection({ hasKeychain, canChange }: ProtectionView) {
  const parts: { value: string; label: string; panel: ReactNode }[] = [
    {
      value: 'way-in',
      label: hasKeychain ? t`Change what opens it` : t`Change the passphrase`,
      panel: <ChangeWayIn hasKeychain={hasKeychain} />,
    },
    { value: 'recovery', label: t`Make a new recovery key`, panel: <NewRecoveryKey /> },
    ...(canChange
      ? [
          {
            value: 'new-key',
            label: t`Encrypt it with a new key`,
            panel: <NewKey hasKeychain={hasKeychain} />,
          },
          { value: 'off', label: t`Turn encryption off`, panel: <TurnOff /> },
        ]
      : []),
  ]
  return (
    <Accordion variant="separated" keepMounted={false}>
      {parts.map(({ value, label, panel }) => (
        <Accordion.Item key={value} value={value}>
          <Accordion.Control>{label}</Accordion.Control>
          <Accordion.Panel>{panel}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}

function ChangeWayIn({ hasKeychain }: { hasKeychain: boolean }) {
  const queryClient = useQueryClient()
  const change = useMutation(
    orpc.protection.changeWayIn.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(orpc.protection.status.queryKey(), view)
        notifyDone(t`Changed. The recovery key stays as it was.`)
      },
      onError: (error) => notifyFailed(t`Nothing was changed`, error),
    }),
  )
  return (
    <NewWayIn
      key={change.submittedAt}
      hasKeychain={hasKeychain}
      asksForCurrent
      action={t`Change it`}
      isPending={change.isPending}
      onChosen={(way, text) => change.mutate({ text, way })}
    />
  )
}

function NewRecoveryKey() {
  const make = useMutation(
    orpc.protection.newRecoveryKey.mutationOptions({
      onError: (error) => notifyFailed(t`No recovery key was made`, error),
    }),
  )
  return (
    <>
      <Text size="sm" mb="sm">
        <Trans>The recovery key of now opens nothing from then on.</Trans>
      </Text>
      <WithPassphrase
        key={make.submittedAt}
        action={t`Make it`}
        isPending={make.isPending}
        onGiven={(text) => make.mutate({ text })}
      />
      <Modal
        opened={make.data !== undefined}
        onClose={make.reset}
        title={t`New recovery key`}
        size="lg"
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {make.data && <RecoveryKey recoveryKey={make.data.recoveryKey} />}
      </Modal>
    </>
  )
}

function NewKey({ hasKeychain }: { hasKeychain: boolean }) {
  return (
    <>
      <Text size="sm" mb="sm" maw={620}>
        <Trans>
          For when somebody may have had the key. Everything is written anew; former passphrases, recovery
          keys and copies of the key file open nothing of it any more. Backups made before stay as they are.
        </Trans>
      </Text>
      <EncryptForm hasKeychain={hasKeychain} action={t`Make a new key`} />
    </>
  )
}

function TurnOff() {
  const queryClient = useQueryClient()
  const turnOff = useMutation(
    orpc.protection.turnOff.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.protection.status.key() }),
      onError: (error) => notifyFailed(t`Encryption stays on`, error),
    }),
  )
  return (
    <>
      <Text size="sm" mb="sm">
        <Trans>Whoever reads this computer&rsquo;s disk can then read the workspace.</Trans>
      </Text>
      <WithPassphrase
        key={turnOff.submittedAt}
        action={t`Turn it off`}
        color="red"
        isPending={turnOff.isPending}
        onGiven={(text) => turnOff.mutate({ text })}
      />
    </>
  )
}
