export { profileDetails } from './details.ts'
export { checkPassphrase, enterProfile, whoIsHere } from './entering.ts'
export { keepPassphrase } from './passphrase.ts'
export { personBehind, userOfComputer, type Person } from './person.ts'
export {
  changeProfile,
  createProfile,
  listProfiles,
  mustProfile,
  removeProfile,
  replacePassphrase,
  restoreProfile,
  writePassphrase,
} from './profiles.ts'
export { hasProfiles, personOfIdentity, type ProfileRow } from './profiles.store.ts'
export { createSignedIn, unnoticed, type SignedIn } from './signed-in.ts'
export { createSlowDown, type SlowDown } from './slow-down.ts'
