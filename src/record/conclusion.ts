/** Conclusions: a tree of headed groups, numbered items and the tasks that they give. */

import * as z from 'zod'
import { date, flag, prose, reference, text } from './fields.ts'

const units = (title: string, description: string) =>
  z
    .array(
      reference({
        title: 'Đơn vị',
        description: 'Mã đơn vị hoặc nhóm trong danh bạ.',
        examples: ['van-phong'],
      }),
    )
    .min(1)
    .meta({ title, description, examples: [['van-phong']] })

const oneOrMore = (title: string, description: string) =>
  z
    .union([
      reference({
        title: 'Đơn vị',
        description: 'Mã đơn vị hoặc nhóm trong danh bạ.',
        examples: ['van-phong'],
      }),
      units(title, description),
    ])
    .meta({ title, description, examples: ['van-phong', ['van-phong', 'phong-khtc']] })

const otherDue = z
  .strictObject({
    every: text({
      title: 'Định kỳ',
      description: 'Nhịp báo cáo, thực hiện.',
      examples: ['hằng quý'],
    }).optional(),
    by: text({
      title: 'Thời hạn tương đối',
      description: 'Thời hạn không phải một ngày cụ thể, đúng như trong lời văn.',
      examples: ['tại cuộc họp giao ban tiếp theo'],
    }).optional(),
  })
  .meta({ title: 'Thời hạn khác', description: 'Định kỳ hoặc tương đối.' })

/** How far a task has come, and how lists say it. */
export const progressStates = {
  doing: 'đang thực hiện',
  done: 'hoàn thành',
  dropped: 'không thực hiện nữa',
} as const
export type ProgressState = keyof typeof progressStates
const progressNames = Object.keys(progressStates) as [ProgressState, ...ProgressState[]]

const progressStep = z
  .strictObject({
    state: z.enum(progressNames).meta({
      title: 'Trạng thái',
      description: progressNames.map((name) => `${name}: ${progressStates[name]}`).join('; '),
      examples: ['done'],
    }),
    on: date({ title: 'Ngày', description: 'Ngày ghi nhận (YYYY-MM-DD).', examples: ['2026-03-20'] }),
    note: text({
      title: 'Ghi chú',
      description: 'Kết quả, lý do.',
      examples: ['Đã gửi báo cáo số 15/BC-VP'],
    }).optional(),
  })
  .meta({ title: 'Tiến độ', description: 'Một lần ghi nhận tiến độ.' })

export type ProgressStep = z.infer<typeof progressStep>

export const task = z
  .strictObject({
    id: reference({
      title: 'Mã nhiệm vụ',
      description: 'Chỉ ghi khi cần nhắc tới nhiệm vụ này ở nơi khác.',
      examples: ['ra-soat'],
    }).optional(),
    what: text({
      title: 'Việc phải làm',
      description: 'Gọi tên nhiệm vụ trong bảng theo dõi; không in trên thông báo.',
      examples: ['Gửi bảng tổng hợp tự đánh giá'],
    }).optional(),
    lead: oneOrMore('Chủ trì', 'Đơn vị (hoặc nhóm đơn vị) chủ trì thực hiện.'),
    with: oneOrMore('Phối hợp', 'Các đơn vị phối hợp.').optional(),
    watch: oneOrMore('Theo dõi, đôn đốc', 'Đơn vị theo dõi, đôn đốc.').optional(),
    report: oneOrMore('Báo cáo tới', 'Nơi nhận báo cáo kết quả.').optional(),
    due: z
      .union([
        date({ title: 'Hạn', description: 'Ngày cuối cùng (YYYY-MM-DD).', examples: ['2026-03-24'] }),
        otherDue,
      ])
      .meta({
        title: 'Hạn',
        description: 'Một ngày (YYYY-MM-DD), hoặc {every: …}, hoặc {by: …}.',
        examples: ['2026-03-24', { every: 'hằng quý' }],
      })
      .optional(),
    progress: z
      .array(progressStep)
      .min(1)
      .meta({
        title: 'Tiến độ',
        description:
          'Tiến độ thực hiện, lần ghi sau cùng là trạng thái hiện nay; không in trên thông báo và ghi được cả khi đã ban hành.',
        examples: [[{ state: 'done', on: '2026-03-20' }]],
      })
      .optional(),
  })
  .meta({ title: 'Nhiệm vụ', description: 'Ai chủ trì, ai phối hợp, đến bao giờ.' })

export type Task = z.infer<typeof task>

const nodeFields = {
  id: reference({
    title: 'Mã',
    description: 'Mã ổn định của mục này, để so sánh các phiên bản.',
    examples: ['doi-voi-phong'],
  }).optional(),
  heading: text({
    title: 'Tiêu đề',
    description: 'Tiêu đề của nhóm hoặc của khoản; không gõ số thứ tự.',
    examples: ['Về công tác tuyển sinh'],
  }).optional(),
  runIn: flag({
    title: 'Tiêu đề liền dòng',
    description: 'true: tiêu đề đứng cùng dòng với lời văn.',
    examples: [true],
  }).optional(),
  for: units(
    'Đối với',
    'Các đơn vị, nhóm mà phần này nói tới; không có tiêu đề thì tiêu đề là "Đối với …".',
  ).optional(),
  mark: z
    .enum(['number', 'star', 'none'])
    .meta({
      title: 'Cách đánh dấu',
      description: 'number: số thứ tự (mặc định); star: dấu *; none: không đánh dấu.',
      examples: ['star'],
    })
    .optional(),
  level: z
    .enum(['section', 'clause', 'point', 'item'])
    .meta({
      title: 'Cấp',
      description: 'Chỉ ghi khi muốn bỏ qua một cấp: section (I.), clause (1.), point (a), item (-).',
      examples: ['point'],
    })
    .optional(),
  text: prose({
    title: 'Lời văn',
    description:
      'Một hoặc nhiều đoạn (cách nhau một dòng trống); được dùng **đậm**, *nghiêng*, gạch đầu dòng, bảng.',
    examples: ['Cần quan tâm hơn nữa công tác tự đánh giá.'],
  }).optional(),
  tasks: z
    .array(task)
    .min(1)
    .meta({ title: 'Nhiệm vụ', description: 'Các nhiệm vụ mà phần này giao.' })
    .optional(),
}

export type ConclusionNode = {
  id?: string | undefined
  heading?: string | undefined
  runIn?: boolean | undefined
  for?: string[] | undefined
  mark?: 'number' | 'star' | 'none' | undefined
  level?: 'section' | 'clause' | 'point' | 'item' | undefined
  text?: string | undefined
  tasks?: Task[] | undefined
  items?: (string | ConclusionNode)[] | undefined
}

const line = prose({
  title: 'Lời văn',
  description: 'Một mục chỉ có lời văn.',
  examples: ['Cử một cán bộ đầu mối.'],
})

export const conclusionNode: z.ZodType<ConclusionNode> = z
  .strictObject({
    ...nodeFields,
    get items() {
      return z
        .array(z.union([line, conclusionNode]))
        .min(1)
        .meta({ title: 'Các mục con', description: 'Đánh số lại từ đầu dưới mỗi mục cha.' })
        .optional()
    },
  })
  .meta({ id: 'conclusion', title: 'Kết luận', description: 'Một nhóm hoặc một mục kết luận.' })

export const conclusions = z
  .array(z.union([line, conclusionNode]))
  .min(1)
  .meta({ title: 'Nội dung kết luận', description: 'Các nhóm, mục kết luận theo thứ tự in ra.' })
