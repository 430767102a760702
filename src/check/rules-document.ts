/** The table of layout rules and the rules on the text → one Markdown document for the records office. */

import type { LayoutRules } from '../layout/rules.ts'
import { table } from './document-table.ts'
import { layoutSection } from './layout-document.ts'
import type { Rule } from './rule.ts'

/** An example of a rule, as its doc comment has it; what is wrong stands between « and ». */
export type RuleExample = { readonly is: string; readonly form: string; readonly text: string }

export const rulesDocument = (
  layout: LayoutRules,
  rules: readonly Rule[],
  examples: Readonly<Record<string, readonly RuleExample[]>>,
): string =>
  `${[
    `# Quy tắc trình bày và lời văn theo ${layout.title}`,
    `Tài liệu này do lệnh \`thongbao rules\` in ra từ chính bảng thể thức và các quy tắc mà chương trình dùng (bộ quy tắc \`${layout.id}\`, áp dụng từ ${day(layout.validFrom)}). Sửa ở đó rồi in lại; không sửa tay ở đây.`,
    ...layoutSection(layout),
    '## Quy tắc về lời văn',
    'Lệnh `check` và `build` xét các quy tắc này trên bản ghi, danh bạ, mẫu và văn bản đã soạn. Lỗi phải sửa; cảnh báo nên sửa; lưu ý để người soạn cân nhắc. Trong ví dụ, chỗ sai nằm giữa « và ».',
    table(
      ['Mã', 'Mức', 'Quy tắc', 'Mặc định', 'Căn cứ'],
      rules.map((rule) => [
        `\`${rule.id}\``,
        levels[rule.level],
        rule.title,
        rule.on ? 'bật' : 'tắt',
        rule.cite ?? 'quy ước gõ chữ',
      ]),
    ),
    ...rules.flatMap((rule) => ruleSection(rule, examples[rule.id] ?? [])),
    ...switches,
  ].join('\n\n')}\n`

const levels = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' } as const

const day = (date: string): string => date.split('-').reverse().join('/')

const ruleSection = (rule: Rule, examples: readonly RuleExample[]): string[] => [
  `### ${rule.title}`,
  `\`${rule.id}\` · ${levels[rule.level]} · mặc định ${rule.on ? 'bật' : 'tắt'}${rule.cite ? ` · ${rule.cite}` : ''}`,
  rule.explain,
  ...(['bad', 'good'] as const).flatMap((is) => {
    const own = examples.filter((example) => example.is === is)
    return own.length === 0
      ? []
      : [
          is === 'bad' ? 'Sai:' : 'Đúng:',
          ...own.map(({ form, text }) => `\`\`\`${form === 'yaml' ? 'yaml' : 'text'}\n${text}\n\`\`\``),
        ]
  }),
  rule.level === 'error'
    ? 'Không tắt được.'
    : `${rule.on ? 'Tắt' : `Bật: \`rules: {${rule.id}: true}\` trong content/project.yaml. Tắt`} ở một chỗ: \`# bỏ qua ${rule.id}: lý do\`.`,
]

const switches: readonly string[] = [
  '## Tắt, bật và tự sửa',
  'Chỉ tắt được cảnh báo và lưu ý, và phải ghi lý do. Ghi chú tắt không còn tác dụng thì được nêu ra để bỏ đi.',
  '- Trong tệp YAML: ghi chú `# bỏ qua <mã>: lý do` ở dòng ngay trên mục, hoặc ở cuối dòng của mục.\n- Trong phần lời văn Markdown: `<!-- bỏ qua <mã>: lý do -->` trong đoạn, hoặc ngay trên hay ngay dưới đoạn.\n- Trong mẫu: `{{!-- bỏ qua <mã>: lý do --}}` trên dòng đó hoặc dòng ngay trên.\n- Cho cả dự án hay một bản ghi, trong content/project.yaml:',
  '```yaml\nsilence:\n  - rule: text/citation-first\n    reason: Sở viện dẫn gọn trong thông báo nội bộ\n    record: hop-giao-ban-thang-3\nrules:\n  text/tone-marks: true\n```',
  '`thongbao check --fix [bản ghi…]` sửa ngay trong tệp những chỗ chắc chắn: chỉ thay đúng các chữ sai, mọi chữ khác của tệp giữ nguyên, và in ra từng chỗ đã sửa.',
]
