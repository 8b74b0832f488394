export {
  CONSENT_OF_LOG,
  countBasesOfContacts,
  consentRef,
  countLeftOut,
  isConversation,
  isRecordingUsable,
  isTranscriptUsable,
  readBasesOfContacts,
  readSourceBases,
} from './basis.store.ts'
export { createGates, layGate, layGateOfExport, type Gates } from './gate.ts'
export { LEFT_OUT } from './gate.store.ts'
export { neededBasis, usableNow } from './needed.ts'
export { basisOfConversation, sayOfConversations, sayOfSource, takeBackSaid } from './saying.ts'
export { isOnlyReading, MAY_SAY_BASIS } from './only-reading.ts'
