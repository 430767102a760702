/** What hand-over packages need to be told once: content/project.yaml, `archive`. */

import * as z from 'zod'
import { code, text } from './fields.ts'

/** Thời hạn bảo quản and chế độ sử dụng, and how they are said in Vietnamese. */
export const maintenances = {
  permanent: 'vĩnh viễn',
  'years-70': '70 năm',
  'years-50': '50 năm',
  'years-30': '30 năm',
  'years-20': '20 năm',
  'years-10': '10 năm',
  other: 'khác',
} as const
export const modes = { open: 'công khai', conditional: 'có điều kiện', secret: 'mật' } as const

const choice = <T extends string>(words: Readonly<Record<T, string>>, title: string, example: T) =>
  z.enum(Object.keys(words) as [T, ...T[]]).meta({
    title,
    description: `${Object.entries(words)
      .map(([key, word]) => `${key}: ${String(word)}`)
      .join('; ')}.`,
    examples: [example],
  })

const hoso = z
  .strictObject({
    notation: code({
      title: 'Số, ký hiệu hồ sơ',
      description: 'Như trong Danh mục hồ sơ của cơ quan: chữ không dấu, số, dấu chấm, gạch nối.',
      examples: ['01.TB'],
    }).optional(),
    title: text({
      title: 'Tiêu đề hồ sơ',
      description: 'Như trong Danh mục hồ sơ; chương trình tự thêm năm ở cuối.',
      examples: ['Tập lưu thông báo kết luận cuộc họp'],
    }).optional(),
    keyword: text({
      title: 'Từ khóa',
      description: 'Các từ để tìm hồ sơ, không quá 100 ký tự.',
      examples: ['thông báo; kết luận; cuộc họp'],
    }).optional(),
    maintenance: choice(maintenances, 'Thời hạn bảo quản', 'years-20').optional(),
    mode: choice(modes, 'Chế độ sử dụng', 'open').optional(),
  })
  .meta({ title: 'Hồ sơ của một sổ', description: 'Mỗi năm, mỗi sổ là một hồ sơ, đóng thành một gói.' })

export const archiveSettings = z
  .strictObject({
    fonds: code({
      title: 'Mã phông',
      description: 'Do cơ quan lưu trữ cấp; không ghi thì dùng mã định danh của cơ quan trong danh bạ.',
      examples: ['H49.64'],
    }).optional(),
    schemas: text({
      title: 'Thư mục lược đồ XML',
      description:
        'Thư mục có mets1_12.xsd, xlink.xsd, DILCISExtensionMETS.xsd, DILCISExtensionSIPMETS.xsd; chép vào từng gói.',
      examples: ['luoc-do-sip'],
    }).optional(),
    files: z
      .record(z.string(), hoso)
      .meta({
        title: 'Hồ sơ của từng sổ',
        description: 'Tên sổ (thư mục trong content/register/<năm>) → hồ sơ của sổ ấy.',
        examples: [{ TB: { notation: '01.TB', title: 'Tập lưu thông báo', maintenance: 'years-20' } }],
      })
      .optional(),
  })
  .meta({
    title: 'Lưu trữ',
    description: 'Những điều gói nộp lưu trữ cần biết (Thông tư 05/2025/TT-BNV).',
  })

export type ArchiveSettings = z.infer<typeof archiveSettings>
