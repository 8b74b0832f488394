import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProfileDetails } from '../../../../shared/contract/profiles.ts'
import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { orpc } from '../../../app/client.ts'
import { TextLink } from '../../../ui/link.tsx'
import { notifyDone } from '../../../ui/notify.tsx'
import { Section } from '../../../ui/page.tsx'
import { Empty, QueryView } from '../../../ui/states.tsx'
import { NewPassphrase } from './new-passphrase.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileTable } from './profile-table.tsx'
import { useProfileActs } from './use-profile-acts.tsx'

/** Who works in this workspace, and as what. */
export function PeopleTab() {
  const policy = useQuery(orpc.policy.get.queryOptions())
  const profiles = useQuery(orpc.profiles.details.queryOptions({ staleTime: 0 }))
  return (
    <QueryView query={policy} what={t`the policy`}>
      {({ document }) => (
        <QueryView query={profiles} what={t`the profiles`}>
          {(all) => <People profiles={all} policy={document} />}
        </QueryView>
      )}
    </QueryView>
  )
}

type Open = { what: 'form'; profile: ProfileDetails | null } | { what: 'passphrase'; profile: ProfileDetails }

function People({ profiles, policy }: { profiles: readonly ProfileDetails[]; policy: PolicyDocument }) {
  const ownId = useQuery(orpc.profiles.me.queryOptions()).data?.profile?.id ?? null
  const [open, setOpen] = useState<Open | null>(null)
  const acts = useProfileActs()
  const close = () => setOpen(null)
  const isFirst = profiles.length === 0
  const makeButton = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen({ what: 'form', profile: null })}
    >
      {isFirst ? t`Make the first profile` : t`Make a profile`}
    </Button>
  )
  return (
    <Section title={t`People and roles`} actions={isFirst ? undefined : makeButton}>
      {isFirst ? (
        <Empty icon={IconUsersGroup} title={t`Nobody has a profile`} actions={makeButton}>
          <Trans>
            With profiles everybody sees what is theirs to see, and the log tells who did what. Without them
            whoever opens this workspace on this computer may do everything.
          </Trans>
        </Empty>
      ) : (
        <>
          <ProfileTable
            profiles={profiles}
            policy={policy}
            ownId={ownId}
            onChange={(profile) => setOpen({ what: 'form', profile })}
            onPassphrase={(profile) => setOpen({ what: 'passphrase', profile })}
            onRetire={acts.retire}
          />
          <Text size="sm" c="dimmed" mt="md" maw={760}>
            <Trans>
              What each role may do stands in the{' '}
              <TextLink underline="always" to="/settings" search={{ tab: 'policy' }}>
                policy
              </TextLink>
              , and what was done, in the{' '}
              <TextLink underline="always" to="/settings" search={{ tab: 'log' }}>
                log
              </TextLink>
              . Whoever can write the file of this workspace can give a profile another passphrase at the
              terminal; the log tells it.
            </Trans>
          </Text>
        </>
      )}
      {open?.what === 'form' && (
        <ProfileForm
          profile={open.profile}
          isFirst={isFirst}
          isOwn={open.profile !== null && open.profile.id === ownId}
          policy={policy}
          onClose={close}
          onDone={acts.saved}
        />
      )}
      {open?.what === 'passphrase' && (
        <NewPassphrase
          profile={open.profile}
          canHaveNone={!policy.profiles.passphrase}
          onClose={close}
          onDone={() => {
            acts.refresh()
            notifyDone(t`${open.profile.name} has another passphrase.`)
          }}
        />
      )}
    </Section>
  )
}
