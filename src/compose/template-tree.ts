/**
 * The tree of a template, made safe before it is compiled: each fact becomes a call of `fact` and each thing printed a
 * call of `print`, which know where in the file they stand. Unknown helpers and partials are reported here.
 */

import type { Report } from '../problem.ts'
import type { Source } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { parsed, type Tell } from './template-syntax.ts'

/** Helpers by how many facts they take: those that give a value, and those that open a block; and the partials. */
export type Known = {
  readonly values: Readonly<Record<string, number>>
  readonly blocks: Readonly<Record<string, number>>
  readonly partials: readonly string[]
}

type Expression = hbs.AST.Expression
type Program = hbs.AST.Program

/** Undefined when the text is not a template at all; every mistake found is reported. */
export const templateTree = (source: Source, known: Known, report: Report): Program | undefined => {
  const offset = (source.bodyLine ?? 1) - 1
  const tell: Tell = (rule, line, column, message, hint) =>
    report({
      rule,
      level: 'error',
      message,
      file: source.file,
      at: { line: line + offset, column: column + 1 },
      ...(hint ? { hint } : {}),
    })

  const tree = parsed(source.body ?? '', tell)
  if (!tree) return undefined

  const literal = (value: string | number, loc: hbs.AST.SourceLocation): Expression =>
    (typeof value === 'number'
      ? { type: 'NumberLiteral', value, original: value, loc }
      : { type: 'StringLiteral', value, original: value, loc }) as unknown as Expression

  const spot = (loc: hbs.AST.SourceLocation): Expression[] => [
    literal(source.file, loc),
    literal(loc.start.line + offset, loc),
    literal(loc.start.column + 1, loc),
  ]

  const call = (
    name: string,
    params: Expression[],
    loc: hbs.AST.SourceLocation,
    hash?: hbs.AST.Hash,
  ): Expression =>
    ({ type: 'SubExpression', path: pathTo(name, loc), params, hash, loc }) as unknown as Expression

  const expression = (node: Expression): Expression => {
    if (node.type === 'SubExpression') return called(node as hbs.AST.SubExpression)
    return node.type === 'PathExpression' ? fact(node as hbs.AST.PathExpression) : node
  }

  /** `a.b` looked up step by step from its context, by us: Handlebars would answer a missing step with silence. */
  const fact = (path: hbs.AST.PathExpression): Expression => {
    if (path.data) return path
    const context = { ...path, parts: [], original: path.depth > 0 ? '..' : 'this' } as hbs.AST.PathExpression
    return call('fact', [context, literal(path.parts.join('.'), path.loc), ...spot(path.loc)], path.loc)
  }

  /** The name of a helper that is called as it must be; undefined when it is a fact, or wrong (reported). */
  const named = (
    path: Expression,
    among: Readonly<Record<string, number>>,
    params: number,
    called: boolean,
  ): string | undefined => {
    const { original, loc } = path as hbs.AST.PathExpression
    const name = String(original)
    const { line, column } = loc.start
    const wanted = Object.hasOwn(among, name) ? among[name] : undefined
    if (wanted === params) return name
    if (wanted !== undefined) {
      tell('template/syntax', line, column, `lệnh "${name}" được cho ${params} dữ kiện, cần ${wanted}`)
    } else if (called) {
      const near = Object.hasOwn(known.blocks, name) ? `#${name}` : nearest(name, Object.keys(among))
      tell(
        'template/unknown-helper',
        line,
        column,
        `mẫu dùng lệnh "${name}" không có ở đây, cần một trong: ${Object.keys(among).join(', ')}`,
        near && `có phải ý bạn là "${near}"?`,
      )
    }
    return undefined
  }

  const hashed = (hash: hbs.AST.Hash | undefined): hbs.AST.Hash | undefined =>
    hash && { ...hash, pairs: hash.pairs.map((pair) => ({ ...pair, value: expression(pair.value) })) }

  const called = (node: hbs.AST.SubExpression): Expression => {
    named(node.path, known.values, node.params.length, true)
    return { ...node, params: node.params.map(expression), hash: hashed(node.hash) } as Expression
  }

  const mustache = (node: hbs.AST.MustacheStatement): hbs.AST.Statement => {
    const { length } = node.params
    const isCall = named(node.path, known.values, length, length > 0) !== undefined
    const value = isCall
      ? call(
          String((node.path as hbs.AST.PathExpression).original),
          node.params.map(expression),
          node.loc,
          hashed(node.hash),
        )
      : expression(node.path)
    const said = String((node.path as hbs.AST.PathExpression).original)
    return {
      ...node,
      path: pathTo('print', node.loc),
      params: [value, literal(said, node.loc), ...spot(node.loc)],
      hash: undefined,
    } as unknown as hbs.AST.Statement
  }

  const block = (node: hbs.AST.BlockStatement): hbs.AST.Statement => {
    named(node.path, known.blocks, node.params.length, true)
    return {
      ...node,
      params: node.params.map(expression),
      hash: hashed(node.hash),
      program: program(node.program),
      inverse: node.inverse && program(node.inverse),
    } as hbs.AST.Statement
  }

  const partial = (node: hbs.AST.PartialStatement): hbs.AST.Statement => {
    if (node.name.type !== 'PathExpression') return unsupported(node)
    const { original, loc } = node.name as hbs.AST.PathExpression
    if (!known.partials.includes(original)) {
      const near = nearest(original, known.partials)
      tell(
        'template/unknown-partial',
        loc.start.line,
        loc.start.column,
        `không có mẫu con "${original}" trong templates/partials`,
        near && `có phải ý bạn là "${near}"?`,
      )
    }
    return { ...node, params: node.params.map(expression), hash: hashed(node.hash) } as hbs.AST.Statement
  }

  const unsupported = (node: hbs.AST.Statement): hbs.AST.Statement => {
    const { line, column } = node.loc.start
    tell('template/syntax', line, column, 'mẫu dùng một cách viết không được hỗ trợ')
    return node
  }

  const statement = (node: hbs.AST.Statement): hbs.AST.Statement => {
    switch (node.type) {
      case 'MustacheStatement':
        return mustache(node as hbs.AST.MustacheStatement)
      case 'BlockStatement':
        return block(node as hbs.AST.BlockStatement)
      case 'PartialStatement':
        return partial(node as hbs.AST.PartialStatement)
      case 'ContentStatement':
      case 'CommentStatement':
        return node
      default:
        return unsupported(node)
    }
  }

  const program = (node: Program): Program => ({ ...node, body: node.body.map(statement) })
  return program(tree)
}

const pathTo = (name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc,
})
