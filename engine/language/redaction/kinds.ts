/** What a redacted span held. */
export type RedactionKind =
  | 'card-number'
  | 'card-code'
  | 'card-expiry'
  | 'social-security-number'
  | 'bank-account'
  | 'pin'
  | 'email'
  | 'phone-number'

/** One redacted span: offsets into the text as it was given, end exclusive. */
export type RedactionSpan = { kind: RedactionKind; start: number; end: number }

/** What stands in the text instead. */
export const redactionLabels: Readonly<Record<RedactionKind, string>> = {
  'card-number': '[card number]',
  'card-code': '[card code]',
  'card-expiry': '[expiry date]',
  'social-security-number': '[social security number]',
  'bank-account': '[bank account]',
  pin: '[pin]',
  email: '[e-mail]',
  'phone-number': '[phone number]',
}

export const kindOfLabel: ReadonlyMap<string, RedactionKind> = new Map(
  (Object.entries(redactionLabels) as [RedactionKind, string][]).map(([kind, label]) => [label, kind]),
)
