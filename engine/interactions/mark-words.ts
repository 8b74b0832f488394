import { t } from '#speech'

/** What a stretch of a conversation is called, which is kept in English, in the language at hand. */
export function markInWords(label: string): string {
  const [, what, time = ''] = /^(Silence|Both speak|Hold) of (.+)$/.exec(label) ?? [undefined, label]
  switch (what) {
    case 'Silence':
      return t`Silence of ${{ time }}`
    case 'Both speak':
      return t`Both speak of ${{ time }}`
    case 'Hold':
      return t`Hold of ${{ time }}`
    case 'The agent interrupts':
      return t`The agent interrupts`
    case "The customer's lowest point":
      return t`The customer's lowest point`
    default:
      return label
  }
}
