import { t } from '#speech'
import type { HeardChannel } from './types.ts'

const clippedShare = 0.001
const leastOffset = 0.02

/** What a supervisor should know of the sound before trusting what is measured on it, one sentence each. */
export function soundWarnings(
  channels: readonly HeardChannel[],
  clippedShares: readonly number[],
  leaks: readonly boolean[],
  channelsAreAlike: boolean,
): string[] {
  const named = (at: number) => {
    if (channels.length === 1) return t`The recording`
    if (channels.length > 2) return t`Channel ${{ number: at + 1 }}`
    return at === 0 ? t`The left channel` : t`The right channel`
  }
  if (channels.length > 1 && channels.every(({ isSilent }) => isSilent)) return [t`All channels are silent.`]
  const warnings: string[] = []
  if (channelsAreAlike)
    warnings.push(t`Both channels carry the same sound: it is a mono recording saved as stereo.`)
  channels.forEach((channel, at) => {
    if (channelsAreAlike && at > 0) return
    const name = channelsAreAlike ? t`The recording` : named(at)
    if (channel.isSilent) warnings.push(t`${{ channel: name }} is silent.`)
    else if (channel.speechMs === 0)
      warnings.push(t`${{ channel: name }} has sound, but no speech was found in it.`)
    if (clippedShares[at]! >= clippedShare)
      warnings.push(
        t`${{ channel: name }} is recorded too loud: its peaks are cut off, so words may be missed.`,
      )
    if (Math.abs(channel.dcOffset) >= leastOffset)
      warnings.push(
        t`${{ channel: name }} has a constant offset of ${{ percent: Math.round(Math.abs(channel.dcOffset) * 100) }}%; it was taken out.`,
      )
    if (leaks[at] === true)
      warnings.push(
        t`${{ channel: name }} faintly carries the other side too; that is not counted as speech there.`,
      )
  })
  return warnings
}
