// The few calls of pdfmake that are used; its published types ask for the DOM, which the engine has not.
declare module 'pdfmake' {
  interface PdfMake {
    setFonts(fonts: Record<string, unknown>): void
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void
    createPdf(definition: Record<string, unknown>): { getBuffer(): Promise<Buffer> }
  }
  const pdfMake: PdfMake
  export default pdfMake
}

declare module 'pdfmake/build/fonts/Roboto.js' {
  const container: {
    vfs: Record<string, { data: string; encoding: 'base64' }>
    fonts: Record<string, unknown>
  }
  export default container
}

declare module 'pdfkit' {
  interface PdfDocument {
    font(source: unknown, ...more: unknown[]): PdfDocument
    registerFont(name: string, source: Uint8Array): PdfDocument
  }
  const PdfDocument: { prototype: PdfDocument }
  export default PdfDocument
}
