/** The written rules say what the program goes by: every part, every figure, every rule. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import examples from '../../src/check/rule-examples.json' with { type: 'json' }
import { rules } from '../../src/check/rules/index.ts'
import { rulesDocument } from '../../src/check/rules-document.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { LayoutRules, PartRule } from '../../src/layout/rules.ts'
import { folder, thongbao } from '../fixtures/project.ts'

const document = rulesDocument(decree30, rules, examples)
const lines = document.split('\n')

test('every part of the table has its line, with its clause', () => {
  for (const part of Object.values(decree30.parts as LayoutRules['parts']))
    expect(
      lines.filter(
        (line) => line.startsWith(`| ${part.box} | ${part.label} | `) && line.endsWith(`| ${part.cite} |`),
      ),
    ).toHaveLength(1)
})

test('figures come from the table: what is printed and what is allowed', () => {
  const odd: PartRule = {
    ...decree30.parts.subject,
    label: 'Phần lạ',
    size: { use: 77, from: 70.5, to: 78 },
    leading: { use: 3, from: 2.25 },
    weight: 'regular',
    slope: 'italic',
    letters: 'upper',
    align: 'right',
    cite: 'khoản lạ',
  }
  const changed: LayoutRules = {
    ...decree30,
    page: { ...decree30.page, margins: { ...decree30.page.margins, left: { use: 41, from: 40, to: 42 } } },
    parts: { odd },
  }
  const text = rulesDocument(changed, [], {})
  expect(text).toContain('| Lề trái | 41 mm | 40–42 mm |')
  expect(text).toMatch(
    /\| Phần lạ \| 77 \(70,5–78\) \| in hoa, không đậm, nghiêng \| phải \| .*giãn 3 \(từ 2,25\) \| .* \| khoản lạ \|/,
  )
  expect(text).not.toContain('Quốc hiệu')
})

test.each(rules)('$id: title, level, clause, default, examples, how to silence it', (rule) => {
  const start = lines.indexOf(`### ${rule.title}`)
  const end = lines.findIndex((line, at) => at > start && /^##/.test(line))
  const section = lines.slice(start, end).join('\n')
  const level = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' }[rule.level]
  expect(section).toContain(
    `\`${rule.id}\` · ${level} · mặc định ${rule.on ? 'bật' : 'tắt'}${rule.cite ? ` · ${rule.cite}` : ''}\n`,
  )
  expect(section).toContain(rule.explain)
  for (const { text } of examples[rule.id]) expect(section).toContain(`\n${text}\n\`\`\``)
  expect(section).toContain(rule.level === 'error' ? 'Không tắt được.' : `# bỏ qua ${rule.id}: lý do`)
  if (!rule.on) expect(section).toContain(`rules: {${rule.id}: true}`)
  expect(document).toContain(`| \`${rule.id}\` | ${level} | ${rule.title} |`)
})

test('the command prints the document, or writes it where it is told, in any folder', async () => {
  const root = folder()
  expect(await thongbao(root, ['rules'])).toEqual({ code: 0, out: document, err: '' })
  expect(await thongbao(root, ['rules', '-o', 'tai-lieu/quy-tac.md'])).toMatchObject({
    code: 0,
    out: 'tai-lieu/quy-tac.md\n',
  })
  expect(readFileSync(join(root, 'tai-lieu/quy-tac.md'), 'utf8')).toBe(document)
  const { out } = await thongbao(root, ['rules', '--json'])
  expect(JSON.parse(out)).toMatchObject({ ok: true, file: null, rules: rules.map(({ id }) => ({ id })) })
  expect((await thongbao(root, ['rules', '-o', '.'])).code).toBe(1)
  expect(existsSync(join(root, 'tai-lieu'))).toBe(true)
})
