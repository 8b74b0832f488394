export { effectOf, effectsOf, type EffectRequest } from './effects-of.ts'
export { effectWindows, type EffectWindows } from './windows.ts'
