export { conversationActivity } from './activity/index.ts'
export { giveSpeakersAnew, relocate, tellAgentChannel } from './changes.ts'
export { AudioProblem, isAudioFile, openAudio } from './decoding/index.ts'
export { listenNew } from './listening/listen-new.ts'
export { openVoiceDetector, type VoiceDetector } from './listening/voice-detector.ts'
export { copySound } from './media/copy-sound.ts'
export { copyIntoMedia, mediaFolders, sealMedia } from './media/media-folder.ts'
export { removeUnneeded } from './media/remove-unneeded.ts'
export { clipOf } from './playback/clip.ts'
export { playbackOrSentence } from './playback/playback-or-sentence.ts'
export type { Playback } from './playback/serve-playback.ts'
export { readRecordingPreferences, writeRecordingPreferences } from './preferences.ts'
export {
  areWordsDeleted,
  completeRecording,
  findRecordingByHash,
  forgetMisread,
  insertRecording,
  readRecording,
  readWordless,
  writeWhereabouts,
} from './recordings.store.ts'
export { readSoundOfTranscript } from './sounds.store.ts'
export { transcribeRecordings } from './transcribing/transcribe-recordings.ts'
export {
  playableRecordingOf,
  recordingList,
  recordingPeaks,
  recordingView,
  soundsOfContacts,
} from './views.ts'
export { isMissing } from './whereabouts.ts'
export { readWords } from './words/words.store.ts'
export { catalogueModels, downloadSpeechModel, speechModels } from './models/index.ts'
export { checkSpeechModel, openTranscriber } from './transcribing/open-transcriber.ts'
export { serverAddress, serverKeyName } from './transcribing/server-address.ts'
export { tryServer } from './transcribing/server-transcriber.ts'
export { startNodeChild, type ChildStarter, type ChildWord, type WorkOrder } from './transcription/index.ts'
export {
  combineFacts,
  factsFromNames,
  findSidecars,
  isNamedAsAudio,
  nameOfConversation,
  previewNames,
  withoutPhones,
} from './naming/index.ts'
export type { FoundSidecars, OpenedSidecar, RecordingFacts, SidecarReaders } from './naming/index.ts'
