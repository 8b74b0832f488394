import { LawfulBasis } from './lawful-basis.tsx'

/** What becomes of conversations, and on what right they are kept. */
export function PrivacyTab() {
  return <LawfulBasis />
}
