/** As much of WebAssembly as is used here: its types come with the page's library, which the engine does without. */
export const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: {
    Module: new (bytes: Uint8Array) => object
    Instance: new (module: object, imports: object) => { exports: unknown }
    RuntimeError: typeof Error
  }
}
