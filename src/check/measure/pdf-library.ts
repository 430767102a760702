/** pdf.js, loaded without a word and without a trace: the console and the language stay as they were. */

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loaded: Promise<Library> | undefined

export const pdfLibrary = (): Promise<Library> => {
  loaded ??= load()
  return loaded
}

/** Built-in functions that pdf.js replaces for all of the process, by others that do the same at a tenth of the speed. */
const builtIn = [
  [Array.prototype, 'push'],
  [JSON, 'parse'],
  [JSON, 'stringify'],
] as const

/**
 * pdf.js wants classes for drawing as soon as it is loaded, takes them from a native package that may be missing, and
 * tells the console when it is. Nothing is ever drawn here, so empty classes stand in while it loads.
 */
const load = async (): Promise<Library> => {
  const { warn, log } = console
  const missing = (['DOMMatrix', 'ImageData', 'Path2D'] as const).filter((name) => !(name in globalThis))
  for (const name of missing) Object.defineProperty(globalThis, name, { value: class {}, configurable: true })
  const natives = builtIn.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) ?? {})
  console.warn = console.log = () => undefined
  try {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // It would load this one by itself, with the first file and the same effects. It comes without types.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
    return library
  } finally {
    Object.assign(console, { warn, log })
    for (const name of missing) Reflect.deleteProperty(globalThis, name)
    for (const [index, [owner, name]] of builtIn.entries())
      Object.defineProperty(owner, name, natives[index] ?? {})
  }
}
