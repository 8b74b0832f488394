import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl, Select, Stack, Text, useMantineColorScheme } from '@mantine/core'
import { useId } from 'react'
import { asLanguage, chooseLanguage, chosenLanguage, languages } from '../../../ui/language.ts'
import { language } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'

const AUTOMATIC = 'automatic'

/** How the page speaks and looks on this computer: the same for every workspace. */
export function GeneralTab() {
  return (
    <>
      <LanguageSection />
      <LookSection />
    </>
  )
}

function LanguageSection() {
  const chosen = chosenLanguage()
  return (
    <Section title={t`Language`}>
      <Stack gap="xs" maw={420}>
        <Select
          label={t`Language of the page`}
          allowDeselect={false}
          value={chosen ?? AUTOMATIC}
          data={[
            { value: AUTOMATIC, label: t`As this computer (${languages[language]})` },
            ...Object.entries(languages).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(value) => {
            chooseLanguage(asLanguage(value) ?? null)
            location.reload()
          }}
        />
        <Text size="sm" c="dimmed">
          <Trans>
            Dates and numbers are written as on this computer. What your files and your own words say stays in
            the language it is in.
          </Trans>
        </Text>
      </Stack>
    </Section>
  )
}

function LookSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const labelId = useId()
  return (
    <Section title={t`Look`}>
      <Text id={labelId} size="sm" fw={600} mb={4}>
        <Trans>Light or dark</Trans>
      </Text>
      <SegmentedControl
        aria-labelledby={labelId}
        value={colorScheme}
        data={[
          { value: 'auto', label: t`As this computer` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
        onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
      />
    </Section>
  )
}
