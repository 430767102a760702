/** One number of the outgoing register: content/register/<year>/<series>/<number>.yaml. */

import { z } from 'zod'
import { count, date, reference, text } from './fields.ts'

export const registerEntry = z
  .strictObject({
    number: count({ title: 'Số', description: 'Số thứ tự trong năm của sổ.', examples: [392] }, 999_999),
    symbol: text({ title: 'Ký hiệu', description: 'Ký hiệu của văn bản.', examples: ['TB-SGDĐT'] }),
    date: date({
      title: 'Ngày ban hành',
      description: 'Ngày, tháng, năm ban hành (YYYY-MM-DD).',
      examples: ['2020-03-10'],
    }),
    record: reference({
      title: 'Bản ghi',
      description: 'Tên tệp của cuộc họp trong content/meetings, không có phần đuôi.',
      examples: ['hop-giao-ban-thang-3'],
    }),
  })
  .meta({
    id: 'register-entry',
    title: 'Sổ đăng ký văn bản đi',
    description: 'Một số đã lấy; chỉ lệnh "issue" ghi thêm.',
  })

export type RegisterEntry = z.infer<typeof registerEntry>
