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
    <QueryView query={status} what="how this workspace is protected">
      {(view) => (
        <>
          <Section title="On the disk" note={view.by === null ? 'not encrypted' : 'encrypted'}>
            <Stack>
              <Standing {...view} />
              {view.by === null ? <TurnOn {...view} /> : <EncryptedSection {...view} />}
            </Stack>
          </Section>
          <Section title="What it covers">
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
        <Alert color="red" title="What was begun last did not come to its end">
          {problem}
        </Alert>
      )}
      {by === null ? (
        <Alert color="gray" icon={<IconLockOpen aria-hidden />} title="This workspace is not encrypted">
          Whoever can read this computer&rsquo;s disk can read it.
        </Alert>
      ) : (
        <Alert color="gray" icon={<IconLock aria-hidden />} title="This workspace is encrypted">
          Its database by AEGIS-256, its recordings by AES-256.{' '}
          {by === 'keychain' ? 'The keychain of this computer opens it' : 'A passphrase opens it'}, or its
          recovery key.
        </Alert>
      )}
    </>
  )
}

function TurnOn({ canChange, hasKeychain }: ProtectionView) {
  return canChange ? (
    <EncryptForm hasKeychain={hasKeychain} action="Encrypt this workspace" />
  ) : (
    <Text size="sm">Here &ldquo;debrief encrypt&rdquo; encrypts it.</Text>
  )
}

function Covers() {
  return (
    <Stack gap="xs" maw={720}>
      <Text size="sm">
        Encrypted: the database with its search index, and recordings that lie in the workspace&rsquo;s
        folder. Backups of an encrypted workspace are encrypted, too.
      </Text>
      <Text size="sm">
        Not encrypted: recordings that stay where they were imported from, files you export, and backups made
        before. Some disks keep remnants of what was there in plain.
      </Text>
      <Text size="sm">
        It protects a computer or disk that is lost or stolen while Debrief is closed, and nothing while
        Debrief is open.
      </Text>
    </Stack>
  )
}
