import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { ProfileView } from '../../../../shared/contract/profiles.ts'
import { roles, type PolicyDocument, type Role } from '../../../../shared/domain/policy.ts'
import { orpc } from '../../../app/client.ts'
import { isPassphraseReady, nothingTyped, PassphraseFields } from '../../../app/profile/passphrase-fields.tsx'
import { roleLabels } from '../../../app/profile/role-labels.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { AgentChoice } from './agent-choice.tsx'
import { roleSentence } from './role-sentences.ts'
import { TeamRows } from './team-rows.tsx'

interface ProfileFormProps {
  /** The one that is changed; null makes another. */
  profile: ProfileView | null
  isFirst: boolean
  /** Whether it is the profile of whoever changes it. */
  isOwn: boolean
  policy: PolicyDocument
  onClose: () => void
  onDone: (now: ProfileView, before: ProfileView | null) => void
}

/** Makes a profile, or changes what one says. */
export function ProfileForm({ profile, isFirst, isOwn, policy, onClose, onDone }: ProfileFormProps) {
  const [name, setName] = useState(profile?.name ?? '')
  const [role, setRole] = useState<Role>(profile?.role ?? (isFirst ? 'administrator' : 'supervisor'))
  const [teams, setTeams] = useState(profile?.teams ?? [])
  const [agentId, setAgentId] = useState(profile?.agentId ?? null)
  const [typed, setTyped] = useState(nothingTyped)
  const onSuccess = (now: ProfileView) => {
    onDone(now, profile)
    onClose()
  }
  const make = useMutation(orpc.profiles.create.mutationOptions({ onSuccess }))
  const change = useMutation(orpc.profiles.change.mutationOptions({ onSuccess }))
  const save = profile ? change : make
  const hasPassphrase = policy.profiles.passphrase || typed.first !== '' || typed.second !== ''
  const isReady =
    name.trim() !== '' &&
    (role !== 'agent' || agentId !== null) &&
    (profile !== null || !hasPassphrase || isPassphraseReady(typed))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const named = {
      name: name.trim(),
      role,
      teams: role === 'supervisor' ? teams.filter(({ team }) => team.trim() !== '') : [],
      agentId: role === 'agent' ? agentId : null,
    }
    if (!profile) return make.mutate({ ...named, passphrase: hasPassphrase ? typed.first : null })
    // whoever is in it leaves where role or person are named, so that neither is where it stays
    const { role: asRole, agentId: asAgent, ...rest } = named
    change.mutate({
      id: profile.id,
      ...rest,
      ...(asRole !== profile.role && { role: asRole }),
      ...(asAgent !== profile.agentId && { agentId: asAgent }),
    })
  }
  return (
    <Modal
      opened
      size="lg"
      title={profile ? t`Change the profile of ${profile.name}` : t`Make a profile`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {isFirst && <WhatTheFirstChanges />}
          <TextInput
            data-autofocus
            label={t`Name`}
            description={t`What is done is kept under it.`}
            maxLength={100}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value)
              save.reset()
            }}
          />
          <Radio.Group
            label={t`Role`}
            value={role}
            onChange={(value) => {
              const chosen = roles.find((one) => one === value)
              if (chosen) setRole(chosen)
            }}
          >
            <Stack gap={6} mt={4}>
              {roles.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={roleLabels[one]}
                  description={roleSentence(one, policy)}
                  disabled={isFirst && one !== 'administrator'}
                />
              ))}
            </Stack>
          </Radio.Group>
          {role === 'supervisor' && (
            <TeamRows
              teams={teams}
              seesEverybody={policy.scope.supervisor === 'everybody'}
              onChange={setTeams}
            />
          )}
          {role === 'agent' && (
            <AgentChoice
              agentId={agentId}
              onChange={(chosen, called) => {
                setAgentId(chosen)
                if (name.trim() === '' && called !== null) setName(called)
              }}
            />
          )}
          {!profile && (
            <>
              <PassphraseFields
                label={policy.profiles.passphrase ? t`Passphrase` : t`Passphrase, optional`}
                value={typed}
                onChange={setTyped}
              />
              {!isFirst && (
                <Text size="sm" c="dimmed">
                  <Trans>Tell it to them in person; they can change it themselves.</Trans>
                </Text>
              )}
            </>
          )}
          {isOwn && role !== profile?.role && (
            <Alert color="amber">
              <Trans>
                This is your own profile: you leave it as its role changes, and enter it again as what it is
                then.
              </Trans>
            </Alert>
          )}
          {save.isError && (
            <Alert color="red" role="alert">
              {errorSentence(save.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" disabled={!isReady} loading={save.isPending}>
              {profile ? t`Change it` : t`Make the profile`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function WhatTheFirstChanges() {
  return (
    <Alert color="petrol" title={t`What the first profile changes`}>
      <Trans>
        It is an administrator’s, and you are in it at once. From then on whoever opens this workspace, on
        this page or at the terminal, first says who they are, and sees and does what their role may. There is
        no way back to a workspace without profiles: one administrator always stays.
      </Trans>
    </Alert>
  )
}
