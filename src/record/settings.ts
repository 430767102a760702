/** content/project.yaml: what holds for the whole project. */

import * as z from 'zod'
import { type TextRuleId, textRuleIds } from '../problem.ts'
import { archiveSettings } from './archive-settings.ts'
import { flag, reference, text } from './fields.ts'

const textRule = z.enum(textRuleIds).meta({
  title: 'Quy tắc',
  description: 'Mã quy tắc về lời văn; xem danh sách: thongbao rules.',
  examples: ['text/citation-first'],
})

const silence = z
  .strictObject({
    rule: textRule,
    reason: text({
      title: 'Lý do',
      description: 'Vì sao cơ quan không cần quy tắc này ở đây; bắt buộc.',
      examples: ['Sở ghi trích yếu ở bảng riêng'],
    }),
    record: reference({
      title: 'Bản ghi',
      description: 'Tên bản ghi; không ghi thì tắt cho mọi bản ghi.',
      examples: ['hop-giao-ban-thang-3'],
    }).optional(),
  })
  .meta({ title: 'Tắt một quy tắc', description: 'Chỉ tắt được cảnh báo và lưu ý, không tắt được lỗi.' })

const switched = z
  .literal(true)
  .meta({ title: 'Bật', description: 'true: bật quy tắc mặc định tắt.', examples: [true] })
  .optional()

const series = z
  .strictObject({
    kinds: z
      .array(
        reference({
          title: 'Tên loại',
          description: 'Tên loại văn bản lấy số ở sổ này.',
          examples: ['thong-bao'],
        }),
      )
      .min(1)
      .meta({
        title: 'Các tên loại',
        description: 'Không ghi thì sổ này dành cho mọi loại mà sổ khác không ghi.',
        examples: [['thong-bao']],
      })
      .optional(),
    body: reference({
      title: 'Cơ quan ban hành',
      description: 'Sổ của cơ quan nào; không ghi thì của cơ quan ghi ở đầu tệp này.',
      examples: ['so-gddt-hau-giang'],
    }).optional(),
  })
  .meta({ title: 'Sổ', description: 'Một dãy số, bắt đầu từ 01 ngày 01 tháng 01 mỗi năm.' })

export const settings = z
  .strictObject({
    body: reference({
      title: 'Cơ quan ban hành',
      description: 'Mã cơ quan trong danh bạ, dùng cho mọi cuộc họp không ghi riêng.',
      examples: ['so-gddt-hau-giang'],
    }),
    template: reference({
      title: 'Mẫu',
      description: 'Tên tệp trong templates/, dùng cho mọi cuộc họp không ghi riêng.',
      examples: ['ket-luan-hop'],
    }),
    medium: z
      .enum(['electronic', 'paper'])
      .meta({
        title: 'Văn bản điện tử hay giấy',
        description:
          'Dòng "(Kèm theo …)" của phụ lục: điền đủ trên văn bản giấy (paper), để trống trên văn bản điện tử (mặc định).',
        examples: ['electronic'],
      })
      .optional(),
    boldDeadlines: flag({
      title: 'In đậm thời hạn',
      description: 'true: in đậm cụm từ chỉ thời hạn của các nhiệm vụ có hạn là một ngày.',
      examples: [true],
    }).optional(),
    printAddress: flag({
      title: 'In địa chỉ',
      description: 'true: in địa chỉ cơ quan (ghi trong danh bạ) ở cuối trang đầu.',
      examples: [true],
    }).optional(),
    silence: z
      .array(silence)
      .meta({
        title: 'Quy tắc được tắt',
        description: 'Các quy tắc về lời văn mà cơ quan không dùng, mỗi quy tắc kèm lý do.',
        examples: [[{ rule: 'text/citation-first', reason: 'Sở viện dẫn gọn trong thông báo nội bộ' }]],
      })
      .optional(),
    rules: z
      .strictObject(
        Object.fromEntries(textRuleIds.map((id) => [id, switched])) as Record<TextRuleId, typeof switched>,
      )
      .meta({
        title: 'Quy tắc được bật',
        description: 'Bật thêm quy tắc mặc định tắt; muốn tắt một quy tắc thì dùng "silence" và ghi lý do.',
        examples: [{ 'text/tone-marks': true }],
      })
      .optional(),
    series: z
      .record(z.string(), series)
      .meta({
        title: 'Các sổ đăng ký',
        description:
          'Mỗi sổ một tên (chữ không dấu, số, gạch nối) và một dãy số riêng từng năm. Không ghi thì mỗi tên loại một sổ, tên sổ là chữ viết tắt tên loại.',
        examples: [{ TB: { kinds: ['thong-bao'] } }],
      })
      .optional(),
    archive: archiveSettings.optional(),
  })
  .meta({ id: 'settings', title: 'Dự án', description: 'Thiết lập chung của cơ quan.' })

export type Settings = z.infer<typeof settings>
