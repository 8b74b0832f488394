import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Stack, Text } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ProtectionView } from '../../../../shared/contract/protection.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { EncryptForm } from './encrypt-section.tsx'
import { EncryptedSection } from './encrypted-section.tsx'

/** Whether the workspace is encrypted on the disk, with what, and what can be changed of it. */
export function ProtectionTab() {
  const status = useQuery(orpc.protection.status.queryOptions())
  return (
    <QueryView query={status} what={t`how this workspace is protected`}>
      {(view) => (
        <>
          <Section title={t`On the disk`} note={view.by === null ? t`not encrypted` : t`encrypted`}>
            <Stack>
              <Standing {...view} />
              {view.by === null ? <TurnOn {...view} /> : <EncryptedSection {...view} />}
            </Stack>
          </Section>
          <Section title={t`What it covers`}>
            <Covers />
          </Section>
        </>
      )}
    </QueryView>
  )
}

function Standing({ by, problem }: ProtectionView) {
  return (
    <>
      {problem !== null && (
        <Alert color="red" title={t`What was begun last did not come to its end`}>
          {problem}
        </Alert>
      )}
      {by === null ? (
        <Alert color="gray" icon={<IconLockOpen aria-hidden />} title={t`This workspace is not encrypted`}>
          <Trans>Whoever can read this computer&rsquo;s disk can read it.</Trans>
        </Alert>
      ) : (
        <Alert color="gray" icon={<IconLock aria-hidden />} title={t`This workspace is encrypted`}>
          <Trans>
            Its database by AEGIS-256, its recordings by AES-256.{' '}
            {by === 'keychain' ? t`The keychain of this computer opens it` : t`A passphrase opens it`}, or its
            recovery key.
          </Trans>
        </Alert>
      )}
    </>
  )
}

function TurnOn({ canChange, hasKeychain }: ProtectionView) {
  return canChange ? (
    <EncryptForm hasKeychain={hasKeychain} action={t`Encrypt this workspace`} />
  ) : (
    <Text size="sm">
      <Trans>Here &ldquo;debrief encrypt&rdquo; encrypts it.</Trans>
    </Text>
  )
}

function Covers() {
  return (
    <Stack gap="xs" maw={720}>
      <Text size="sm">
        <Trans>
          Encrypted: the database with its search index, and recordings that lie in the workspace&rsquo;s
          folder. Backups of an encrypted workspace are encrypted, too.
        </Trans>
      </Text>
      <Text size="sm">
        <Trans>
          Not encrypted: recordings that stay where they were imported from, files you export, and backups
          made before. Some disks keep remnants of what was there in plain.
        </Trans>
      </Text>
      <Text size="sm">
        <Trans>
          It protects a computer or disk that is lost or stolen while Debrief is closed, and nothing while
          Debrief is open.
        </Trans>
      </Text>
    </Stack>
  )
}
