export {
  chooseContacts,
  chooseConversation,
  chooseFacts,
  chosenIds,
  chooseIds,
  parts,
  type Part,
  chooseCustomer,
  chooseNothing,
  chooseOlder,
  choosePerson,
  countChosen,
  holdBack,
  isImportHeld,
  type HeldSubject,
} from './chosen.store.ts'
export { erase, type Erased } from './erase.ts'
export { deletedKeys } from './keys.ts'
export {
  isDeleted,
  findDeleted,
  findDeletedPeople,
  findDeletedSounds,
  keyedKinds,
  writeDeletedKeys,
} from './keys.store.ts'
export { leaveOutDeleted } from './leave-out.ts'
export { isNamed, readNamings, type Naming } from './person.store.ts'
export { rewrite } from './tidy.store.ts'
export { hasSound, type GoneSound } from './sound.store.ts'
export { hasWords } from './words.store.ts'
