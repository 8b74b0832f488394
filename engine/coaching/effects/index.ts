export { effectOf, effectsOf, type EffectRequest } from './effects-of.ts'
export { programmeView } from './programme-view.ts'
export { waitingListOf, type WaitingListRequest } from './waiting-list-of.ts'
export { effectWindows, type EffectWindows } from './windows.ts'
