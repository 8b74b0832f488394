/** English takes some 4.3 bytes a token, JSON and figures fewer, other scripts two to three: rather too many tokens than too few. */
const bytesPerToken = 3.3

/** How many tokens a text takes at about most, whatever the model. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken)
}

/** How many it takes at least: no tokenizer in use joins words over a space. */
export function leastTokens(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
