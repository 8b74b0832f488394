export { boardOf, weekOf } from './board.ts'
export { appointmentsOf, calendarFile, nextOf } from './calendar.ts'
export {
  addCommitment,
  changeCommitment,
  closeCommitment,
  commitmentView,
  setCommitmentRemoved,
} from './commitments.ts'
export { readCommitments } from './commitments.store.ts'
export { addDrafts, draftSubject } from './drafts.ts'
export { effectsOfSessions, effectsOfSessionsInPieces, programmeOf } from './effects.ts'
export { alikeOf, setPeople } from './group.ts'
export {
  acknowledge,
  cancelSession,
  finishSession,
  pauseSession,
  removeSession,
  reopenSession,
  restoreSession,
  startSession,
} from './lifecycle.ts'
export { heardMoments } from './moments.ts'
export { mustSession } from './must.ts'
export { nextDates } from './next-dates.ts'
export { packetOf, packetSecret, takeReply } from './packet.ts'
export { inWords } from './in-words.ts'
export { prepareSession } from './prepare.ts'
export { sheetOf, type Reader } from './sheet.ts'
export { soundsOf } from './sounds.ts'
export { momentsToChoose, suggestPerson } from './suggest.ts'
export { readQuestionDrafts, writeQuestionDraft } from './question-drafts.store.ts'
export { listTemplates, mustTemplate, removeTemplate, restoreTemplate, saveTemplate } from './templates.ts'
export { sessionItems, sessionPageOf, type SessionWorld } from './views.ts'
export { takeQuestions, writeSession } from './writing.ts'
