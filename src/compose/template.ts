/** Template + facts → Markdown. One Handlebars of our own; each template is parsed and compiled once. */

import Handlebars from 'handlebars'
import type { Problem, Report } from '../problem.ts'
import type { Facts } from '../resolve/facts.ts'
import type { Source } from '../source.ts'
import { helpers, takes } from './helpers.ts'
import { templateTree } from './template-tree.ts'

export type Templates = {
  readonly names: readonly string[]
  readonly source: (name: string) => Source | undefined
  /** Markdown, or undefined when something is missing (reported). */
  readonly fill: (name: string, facts: Facts, report: Report) => string | undefined
  /** Mistakes of the templates themselves, also of those that no record uses. */
  readonly problems: readonly Problem[]
}

export const openTemplates = (templates: readonly Source[], partials: readonly Source[]): Templates => {
  const engine = Handlebars.create()
  engine.registerHelper(helpers)
  const problems: Problem[] = []
  const known = { ...takes, partials: partials.map(nameOf) }
  const compile = (source: Source): Handlebars.TemplateDelegate | undefined => {
    const tree = templateTree(source, known, (problem) => problems.push(problem))
    return tree && engine.compile(tree, { noEscape: true, preventIndent: true })
  }
  for (const partial of partials) {
    const compiled = compile(partial)
    if (compiled) engine.registerPartial(nameOf(partial), compiled)
  }
  const compiled = new Map(templates.map((source) => [nameOf(source), compile(source)] as const))
  return {
    names: templates.map(nameOf),
    source: (name) => templates.find((source) => nameOf(source) === name),
    problems,
    fill: (name, facts, report) => {
      const template = compiled.get(name)
      if (!template || problems.length > 0) return undefined
      let failed = false
      const data = {
        report: (problem: Problem) => {
          failed = true
          report(problem)
        },
      }
      const markdown = template(facts, { data })
      return failed ? undefined : markdown
    },
  }
}

const nameOf = (source: Source): string => source.file.replace(/^.*\//, '').replace(/\.md$/, '')
