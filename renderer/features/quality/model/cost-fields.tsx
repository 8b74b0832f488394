import { t } from '@lingui/core/macro'
import { Group, NumberInput, Select } from '@mantine/core'
import type { LanguageModelSettings } from '../../../../shared/contract/judge.ts'
import { separators } from '../../../ui/locale.ts'

interface CostFieldsProps {
  settings: LanguageModelSettings
  onChange(part: Partial<LanguageModelSettings>): void
}

const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'CZK', 'INR', 'PHP', 'AUD', 'CAD', 'JPY']

/** What tokens cost, if anything, and where a batch stops. */
export function CostFields({ settings: { prices, limits }, onChange }: CostFieldsProps) {
  const price = (part: 'perMillionIn' | 'perMillionOut') => ({
    w: 150,
    min: 0,
    decimalScale: 4,
    placeholder: t`none`,
    value: prices?.[part] ?? '',
    onChange(value: string | number) {
      const next = { perMillionIn: 0, perMillionOut: 0, currency: 'EUR', ...prices }
      if (typeof value === 'number') next[part] = value
      else if (value === '') next[part] = 0
      const isFree = next.perMillionIn === 0 && next.perMillionOut === 0
      // without prices there is nothing to count money by
      onChange(isFree ? { prices: null, limits: { ...limits, money: null } } : { prices: next })
    },
  })
  const limit = (part: 'tokens' | 'money') => ({
    w: 150,
    min: 0,
    placeholder: t`no limit`,
    value: limits[part] ?? '',
    onChange: (value: string | number) =>
      onChange({ limits: { ...limits, [part]: typeof value === 'number' && value > 0 ? value : null } }),
  })
  return (
    <Group gap="sm" align="flex-start">
      <NumberInput label={t`Price, million read`} {...price('perMillionIn')} />
      <NumberInput label={t`Price, million written`} {...price('perMillionOut')} />
      <Select
        label={t`Currency`}
        w={100}
        allowDeselect={false}
        data={[...new Set([...currencies, prices?.currency ?? 'EUR'])]}
        value={prices?.currency ?? 'EUR'}
        disabled={prices === null}
        onChange={(currency) =>
          prices !== null && currency !== null && onChange({ prices: { ...prices, currency } })
        }
      />
      <NumberInput
        label={t`Stop a batch at (tokens)`}
        allowDecimal={false}
        thousandSeparator={separators.group}
        {...limit('tokens')}
      />
      <NumberInput
        label={t`Stop a batch at (money)`}
        disabled={prices === null}
        decimalScale={2}
        {...limit('money')}
      />
    </Group>
  )
}
