/** The reader's first language, as the browser or the system says it; dates and numbers are written its way. */
export const locale: string | undefined = globalThis.navigator?.language
