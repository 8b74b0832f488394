import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, MultiSelect, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { ProfileView } from '../../../../shared/contract/profiles.ts'
import type { SupervisorCopyOrder } from '../../../../shared/contract/supervisor-copies.ts'

interface CopyFormProps {
  teams: readonly { id: number; name: string }[]
  supervisors: readonly Pick<ProfileView, 'id' | 'name'>[]
  takesPaths: boolean
  isEncrypted: boolean
  isBusy: boolean
  onChosen(order: SupervisorCopyOrder): void
}

const BY_TEAMS = 'teams'
const LEAST_LETTERS = 12

/** Whose copy it is to be, where it goes, and what opens it. */
export function CopyForm({ teams, supervisors, takesPaths, isEncrypted, isBusy, onChosen }: CopyFormProps) {
  const [whose, setWhose] = useState(supervisors[0] ? String(supervisors[0].id) : BY_TEAMS)
  const [teamIds, setTeamIds] = useState<string[]>([])
  const [name, setName] = useState('')
  const [directory, setDirectory] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const isByTeams = whose === BY_TEAMS
  const isSame = passphrase === again
  const isTooShort = passphrase !== '' && [...passphrase.trim()].length < LEAST_LETTERS
  const isReady =
    (!isByTeams || (teamIds.length > 0 && name.trim() !== '')) &&
    isSame &&
    !isTooShort &&
    (!isEncrypted || passphrase !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isBusy) return
    const place = takesPaths && directory.trim() !== '' ? { directory: directory.trim() } : {}
    const more = { ...place, ...(passphrase !== '' && { passphrase }) }
    onChosen(
      isByTeams
        ? { teamIds: teamIds.map(Number), name: name.trim(), ...more }
        : { profileId: Number(whose), ...more },
    )
    setPassphrase('')
    setAgain('')
  }
  return (
    <form onSubmit={submit} aria-label={t`A copy for a supervisor`}>
      <Stack gap="sm">
        <Group gap="md" align="flex-start">
          {supervisors.length > 0 && (
            <Select
              label={t`For`}
              description={t`Their teams, on the days they have them.`}
              w={320}
              allowDeselect={false}
              value={whose}
              onChange={(value) => value !== null && setWhose(value)}
              data={[
                ...supervisors.map((one) => ({ value: String(one.id), label: one.name })),
                { value: BY_TEAMS, label: t`Somebody without a profile` },
              ]}
            />
          )}
          {isByTeams && (
            <>
              <MultiSelect
                label={t`Teams`}
                description={t`Of which it is made.`}
                w={320}
                searchable
                value={teamIds}
                onChange={setTeamIds}
                data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
              />
              <TextInput
                label={t`Name`}
                description={t`Of the supervisor, who enters the copy under it.`}
                w={320}
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            </>
          )}
          {takesPaths && (
            <TextInput
              label={t`Folder`}
              description={t`One that is not there yet; without one, beside the workspace.`}
              w={320}
              value={directory}
              onChange={(event) => setDirectory(event.currentTarget.value)}
            />
          )}
        </Group>
        <Group gap="md" align="flex-start">
          <PasswordInput
            label={t`Passphrase of the copy`}
            description={
              isEncrypted
                ? t`This workspace is encrypted, and so is the copy: at least ${LEAST_LETTERS} letters.`
                : t`At least ${LEAST_LETTERS} letters; without one the copy is not encrypted.`
            }
            w={320}
            autoComplete="new-password"
            error={isTooShort ? t`At least ${LEAST_LETTERS} letters.` : null}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <PasswordInput
            label={t`The same once more`}
            description={t`Whoever is to open it needs it.`}
            w={320}
            autoComplete="new-password"
            error={again !== '' && !isSame ? t`The two are not the same.` : null}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        </Group>
        <Group>
          <Button
            type="submit"
            variant="default"
            leftSection={<IconFileExport size={16} aria-hidden />}
            disabled={!isReady}
            loading={isBusy}
          >
            <Trans>Make the copy</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
