import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Checkbox, NumberInput, Table, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { capabilities, type Capability } from '../../../../shared/domain/capabilities.ts'
import { roles } from '../../../../shared/domain/policy.ts'
import { Section } from '../../../ui/page.tsx'
import { pagePolicyWords } from '../words/policy-words.ts'
import styles from './policy.module.css'
import type { PartProps } from './policy-editor.tsx'

/** In the order of the list, so that the same policy always reads the same. */
const toggled = (held: readonly Capability[], one: Capability): Capability[] =>
  capabilities.filter((other) => (other === one ? !held.includes(one) : held.includes(other)))

/** Who may do what, and what needs a second person: one row for each thing there is to do. */
export function RolesSection({
  document,
  isLocked,
  onChange,
  hasSecondPerson,
}: PartProps & { hasSecondPerson: boolean }) {
  const { approvals } = document
  const { titles, doing, roles: roleWords } = pagePolicyWords()
  return (
    <Section
      title={titles.roles}
      note={t`where people have profiles; without, whoever is here may do everything`}
    >
      {approvals.length > 0 && !hasSecondPerson && (
        <Alert icon={<IconUsers size={18} aria-hidden />} color="gray" mb="sm">
          <Trans>
            Nobody else is here who could approve, so what is marked for a second person does not wait for
            one. It will once another profile may change the policy.
          </Trans>
        </Alert>
      )}
      <Table.ScrollContainer minWidth={880}>
        <Table verticalSpacing={5} highlightOnHover className={styles.matrix}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>May</Trans>
              </Table.Th>
              {roles.map((role) => (
                <Table.Th key={role} w={112}>
                  {roleWords[role]}
                </Table.Th>
              ))}
              <Table.Th w={130}>
                <Trans>Needs a second person</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {capabilities.map((capability) => (
              <Table.Tr key={capability}>
                <Table.Td>{doing[capability]}</Table.Td>
                {roles.map((role) => (
                  <Table.Td key={role}>
                    <Checkbox
                      size="sm"
                      aria-label={t`${roleWords[role]} may ${doing[capability]}`}
                      checked={document.roles[role].includes(capability)}
                      disabled={isLocked || (role === 'administrator' && capability === 'govern')}
                      onChange={() =>
                        onChange({
                          roles: { ...document.roles, [role]: toggled(document.roles[role], capability) },
                        })
                      }
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Checkbox
                    size="sm"
                    aria-label={t`To ${doing[capability]} needs a second person`}
                    checked={approvals.includes(capability)}
                    disabled={isLocked}
                    onChange={() => onChange({ approvals: toggled(approvals, capability) })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <div className={styles.line}>
        <Text>
          <Trans>An approval holds for this many hours.</Trans>
        </Text>
        <NumberInput
          size="sm"
          w={110}
          aria-label={t`Hours an approval holds`}
          min={1}
          max={168}
          clampBehavior="strict"
          allowDecimal={false}
          disabled={isLocked}
          value={document.approvalHours}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) onChange({ approvalHours: value })
          }}
        />
      </div>
    </Section>
  )
}
