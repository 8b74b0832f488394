export { chooseIds, chooseNothing, chosenIds, countChosen, parts, type Part } from './chosen.store.ts'
export { holdBack, isImportHeld, isPersonHeld, type HeldSubject } from './held.store.ts'
export { chooseOlder, countOlder, isAnyOlder } from './older.store.ts'
export { chooseContacts, chooseCustomer, chooseFacts, choosePerson } from './subjects.store.ts'
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
