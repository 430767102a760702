/**
 * src/ and the packages it uses → the parts of the program: a few scripts, each one function that is given `exports`
 * and `require`, as scripts/launch/load.ts wants them. What is imported lazily stays lazy; the same sources give the
 * same bytes.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { build, transform } from 'esbuild'

/** Commands that are called one by one, yet share nearly everything: as parts of their own they would be forty files. */
const areas = {
  compare: ['diff', 'merge', 'log', 'git-setup', 'git-text', 'git-words'],
  finished: ['check-files'],
  // When nothing has changed it loads next to nothing.
  build: ['build'],
}
const areaOf = (command) => Object.keys(areas).find((area) => areas[area].includes(command)) ?? 'office'

/**
 * Stay where they are: pdf.js reads files of its own and is loaded to check finished files only; tinypool starts one;
 * brotli is a dictionary for fonts of the web.
 */
const external = ['pdfjs-dist', 'tinypool', 'brotli']

/** What runs and what it is made for. esbuild would make strings of our regular expressions, to be read at every call. */
const target = {
  platform: 'node',
  target: 'node20.19',
  supported: { 'regexp-unicode-property-escapes': true },
}

const parameters = 'exports, require, module, __filename, __dirname, __load'

/** `import()` of a command → the area it belongs to. */
const areasPlugin = (root) => ({
  name: 'areas',
  setup(pass) {
    const folder = join(root, 'src/commands')
    const lazy = lazyCommands(root, folder)
    pass.onResolve({ filter: /^\.\// }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import' || dirname(resolve(resolveDir, path)) !== folder) return
      return { path: areaOf(basename(path, '.ts')), namespace: 'area' }
    })
    pass.onLoad({ filter: /./, namespace: 'area' }, ({ path }) => {
      const names = lazy.filter((name) => areaOf(name) === path)
      refuseDoubles(names.flatMap((name) => exportsOf(join(folder, `${name}.ts`))))
      return { contents: names.map((name) => `export * from './${name}.ts'`).join('\n'), resolveDir: folder }
    })
  },
})

const lazyCommands = (root, folder) => {
  const files = [join(root, 'src/cli.ts'), ...readdirSync(folder).map((name) => join(folder, name))]
  const called = /\bimport\('\.\/(?:commands\/)?([\w-]+)\.ts'\)/g
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(called)].map(([, name]) => name),
  )
  return [...new Set(names)].sort()
}

const exportsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/^export (?:const|class|async function|function) (\w+)/gm)].map(
    ([, name]) => name,
  )

/** Of a name that comes from two modules `export *` gives neither, and says nothing. */
const refuseDoubles = (names) => {
  const double = names.find((name, index) => names.indexOf(name) !== index)
  if (double !== undefined) throw new Error(`two commands of one area export ${double}`)
}

/**
 * Packages that others load at once and use late or never: each is loaded when something of it is first asked for.
 * esprima, which js-yaml looks for, and js-yaml itself, which gray-matter names in a table, nobody calls here.
 */
const late = [
  { from: /[\\/]pdfkit[\\/]/, id: /^(fontkit|@noble\/ciphers\/aes)$/ },
  { from: /[\\/]fontkit[\\/]/, id: /^(unicode-properties|brotli\/decompress\.js)$/ },
  { from: /[\\/]commander[\\/]/, id: /^node:child_process$/ },
  { from: /[\\/]gray-matter[\\/]/, id: /^js-yaml$/ },
]

const latePlugin = {
  name: 'late',
  setup(pass) {
    pass.onResolve({ filter: /^[\w@]/ }, ({ path, kind, importer, namespace, resolveDir }) => {
      if (kind !== 'require-call' || namespace === 'late') return
      if (!late.some(({ from, id }) => from.test(importer) && id.test(path))) return
      return { path, namespace: 'late', pluginData: resolveDir }
    })
    pass.onLoad({ filter: /./, namespace: 'late' }, ({ path, pluginData }) => ({
      contents: lateModule(JSON.stringify(path)),
      resolveDir: pluginData,
    }))
  },
}

/** A function in front of a function, since what is only named must not be loaded. */
const lateModule = (id) => `
  const late = () => require(${id})
  module.exports = new Proxy((...given) => late()(...given), {
    get: (_, name) => (...given) => late()[name](...given),
  })`

/** Our own `createRequire`, for packages that must be loaded as Node does it or not at all → what a bundler can see. */
const requirePlugin = (root) => ({
  name: 'require',
  setup(pass) {
    // One copy for us and for pdfkit.
    pass.onResolve({ filter: /^fontkit$/ }, () => ({
      path: join(root, 'node_modules/fontkit/dist/main.cjs'),
    }))
    pass.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('createRequire') || text.includes('.resolve(')) return
      const seen = text
        .replace(/^const require = createRequire\(import\.meta\.url\)$/m, '')
        .replace(/\bcreateRequire\(import\.meta\.url\)\('/g, "require('")
      if (seen.includes('createRequire(')) throw new Error(`${path}: a createRequire that is not understood`)
      return { contents: seen, loader: 'ts' }
    })
  },
})

/** → `parts`: name → { code, map }; `inputs`: every file that went in. */
export const bundle = async (root) => {
  const outdir = join(root, 'dist/parts')
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts', 'render-job': 'src/worker.ts' },
    outdir,
    bundle: true,
    format: 'esm',
    ...target,
    external,
    // A linked node_modules must give the same bytes as one that was installed.
    preserveSymlinks: true,
    define: { 'import.meta.url': 'module.url' },
    splitting: true,
    chunkNames: '[name]-[hash]',
    sourcemap: 'inline',
    sourcesContent: false,
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [areasPlugin(root), latePlugin, requirePlugin(root)],
  })
  const parts = new Map()
  for (const { path, text } of outputFiles) {
    const lazy = metafile.outputs[relative(root, path).split(sep).join('/')].imports.filter(
      (each) => each.kind === 'dynamic-import' && !each.external,
    )
    parts.set(basename(path), await asFunction(basename(path), text, lazy.length))
  }
  return { parts, inputs: Object.keys(metafile.inputs) }
}

/** A module of the bundle as a function: one-byte text, which V8 reads quickest; names are kept for traces. */
const asFunction = async (name, text, lazy) => {
  let seen = 0
  const module = text.replace(/\bimport\("(\.\/[\w-]+\.js)"\)/g, (_, id) => {
    seen += 1
    return `__load("${id}")`
  })
  if (seen !== lazy) throw new Error(`${name}: ${lazy} lazy imports, ${seen} found`)
  // V8 forgets in a compiled form who is to be asked for them.
  const outside = module.replace(/\bimport\("([\w@][^"]*)"\)/g, '__load("$1")')
  if (/\bimport\(/.test(outside)) throw new Error(`${name}: an import() that is not understood`)
  const { code, map } = await transform(outside, {
    format: 'cjs',
    ...target,
    charset: 'ascii',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    sourcefile: name,
    banner: `(function (${parameters}) {`,
    footer: `})\n//# sourceMappingURL=${name}.map`,
  })
  return { code: oneByte(plainExports(code)), map }
}

/** Getters on the parts' own names are enough: esbuild puts a second row of them before these, for other loaders. */
const plainExports = (code) => code.replace(/\bmodule\.exports=__toCommonJS\((\w+)\);/, 'module.exports=$1;')

/** esbuild leaves letters in regular expressions as they are. */
const oneByte = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
