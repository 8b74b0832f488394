import { t } from '@lingui/core/macro'
/** Whether an address is one of this machine: what is sent there does not leave it. */
export function isThisMachine(address: string): boolean {
  const hostname = URL.canParse(address) ? new URL(address).hostname : ''
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}

/** The host of an address, as people name it; the address itself where it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

/** Why an address cannot be a server's; null where it can, or is not written yet. */
export function addressProblem(address: string): string | null {
  if (address === '') return null
  const isAddress = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
  return isAddress ? null : t`It begins with http:// or https://.`
}
