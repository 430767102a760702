/**
 * One number of the outgoing register: content/register/<year>/<series>/<number>.yaml. Besides what the ten columns of
 * Phụ lục IV want, an entry holds the hashes of the issued edition and what happened to it since.
 */

import * as z from 'zod'
import { count, date, line, reference, text } from './fields.ts'

/** What became of a number, and how the register says it. */
export const entryStates = {
  reserved: 'giữ số',
  issued: 'đã ban hành',
  amended: 'đã được sửa đổi, bổ sung',
  corrected: 'đã được đính chính',
  replaced: 'đã được thay thế',
  recalled: 'đã thu hồi',
  cancelled: 'đã hủy số',
} as const
export type EntryState = keyof typeof entryStates
const stateNames = Object.keys(entryStates) as [EntryState, ...EntryState[]]

/** How one document stands to another; each has its other side, which the other entry carries. */
export const relationKinds = {
  amends: { says: 'sửa đổi, bổ sung', other: 'amended-by' },
  replaces: { says: 'thay thế', other: 'replaced-by' },
  corrects: { says: 'đính chính', other: 'corrected-by' },
  recalls: { says: 'thu hồi', other: 'recalled-by' },
  'amended-by': { says: 'được sửa đổi, bổ sung bởi', other: 'amends' },
  'replaced-by': { says: 'được thay thế bởi', other: 'replaces' },
  'corrected-by': { says: 'được đính chính bởi', other: 'corrects' },
  'recalled-by': { says: 'bị thu hồi bởi', other: 'recalls' },
} as const
export type RelationKind = keyof typeof relationKinds
const relationNames = Object.keys(relationKinds) as [RelationKind, ...RelationKind[]]

/** What may happen to a number, in its events. */
export const eventKinds = {
  reserved: 'giữ số',
  issued: 'ban hành',
  versioned: 'ra phiên bản mới trước khi phát hành',
  sealed: 'ghi mã băm của bản đã ban hành từ trước',
  amended: 'được sửa đổi, bổ sung',
  corrected: 'được đính chính',
  replaced: 'được thay thế',
  recalled: 'thu hồi',
  cancelled: 'hủy số',
  signed: 'nhận bản đã ký số',
  noted: 'ghi thêm vào sổ',
} as const
export type EventKind = keyof typeof eventKinds
const eventNames = Object.keys(eventKinds) as [EventKind, ...EventKind[]]

const sha256 = (title: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({
      title: `SHA-256 của ${title}`,
      description: 'Do chương trình ghi: 64 chữ số thập lục phân; không sửa tay.',
      examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    })

/** `<year>/<series>/<number>`: the place of an entry under content/register, and its name everywhere. */
export const entryId = /^\d{4}\/[A-Za-z0-9]+(-[A-Za-z0-9]+)*\/[1-9]\d*$/

const editionFiles = z
  .strictObject({
    pdf: sha256('tệp PDF').optional(),
    docx: sha256('tệp DOCX').optional(),
    md: sha256('tệp Markdown').optional(),
  })
  .meta({ title: 'Các tệp của bản ban hành', description: 'Mã băm của từng tệp lúc ban hành.' })

const signatory = z
  .strictObject({
    authority: z
      .array(line())
      .min(1)
      .max(4)
      .meta({
        title: 'Quyền hạn, chức vụ',
        description: 'Từng dòng như đã in trên văn bản.',
        examples: [['KT. Giám đốc', 'Phó Giám đốc']],
      }),
    name: text({ title: 'Họ và tên', description: 'Họ và tên người ký.', examples: ['Nguyễn Văn An'] }),
  })
  .meta({ title: 'Người ký', description: 'Người ký như đã in trên văn bản.' })

const relation = z
  .strictObject({
    is: z.enum(relationNames).meta({
      title: 'Quan hệ',
      description:
        'amends, replaces, corrects, recalls: văn bản này tác động văn bản kia; …-by: văn bản này bị tác động.',
      examples: ['amends'],
    }),
    entry: z
      .string()
      .regex(entryId)
      .meta({
        title: 'Mã số trong sổ',
        description: 'Năm, sổ và số của văn bản kia, khi văn bản đó cũng ở trong sổ này.',
        examples: ['2020/TB/392'],
      })
      .optional(),
    number: count({ title: 'Số', description: 'Số của văn bản kia.', examples: [392] }, 999_999).optional(),
    symbol: text({
      title: 'Ký hiệu',
      description: 'Ký hiệu của văn bản kia.',
      examples: ['TB-SGDĐT'],
    }).optional(),
    date: date({
      title: 'Ngày của văn bản kia',
      description: 'Ngày ban hành của văn bản kia (YYYY-MM-DD).',
      examples: ['2020-03-10'],
    }).optional(),
    document: text({
      title: 'Văn bản ngoài sổ',
      description: 'Nguyên văn, khi văn bản kia không có trong sổ này.',
      examples: ['Công văn số 12/SGDĐT-VP ngày 16 tháng 3 năm 2020'],
    }).optional(),
    reason: text({
      title: 'Lý do',
      description: 'Vì sao sửa đổi, thay thế, đính chính hoặc thu hồi.',
      examples: ['Thời hạn ở khoản 4 ghi sai'],
    }),
  })
  .meta({ title: 'Quan hệ với văn bản khác', description: 'Cả hai văn bản cùng ghi quan hệ này.' })

const signedFile = z
  .strictObject({
    file: text({
      title: 'Tên tệp đã ký',
      description: 'Tên tệp PDF đã ký số, được giữ nguyên từng byte.',
      examples: ['392-TB-SGDDT.signed.pdf'],
    }),
    sha256: sha256('tệp đã ký'),
    taken: date({
      title: 'Ngày nhận lại',
      description: 'Ngày đưa tệp đã ký vào (YYYY-MM-DD).',
      examples: ['2020-03-11'],
    }),
  })
  .meta({ title: 'Bản đã ký số', description: 'Một tệp PDF đã ký, giữ bên cạnh bản chưa ký.' })

const event = z
  .strictObject({
    on: date({ title: 'Ngày ghi', description: 'Ngày ghi vào sổ (YYYY-MM-DD).', examples: ['2020-03-10'] }),
    is: z.enum(eventNames).meta({
      title: 'Việc',
      description: 'Việc đã xảy ra với số này.',
      examples: ['issued'],
    }),
    reason: text({
      title: 'Lý do',
      description: 'Lý do, khi việc này cần lý do.',
      examples: ['Ghi sai ngày'],
    }).optional(),
    version: count({ title: 'Phiên bản', description: 'Phiên bản trước đó.', examples: [1] }, 999).optional(),
    text: sha256('lời văn của phiên bản trước').optional(),
    files: editionFiles.optional(),
  })
  .meta({ title: 'Việc đã xảy ra', description: 'Theo thứ tự thời gian; không xóa, không sửa.' })

export const registerEntry = z
  .strictObject({
    number: count({ title: 'Số', description: 'Số thứ tự trong năm của sổ.', examples: [392] }, 999_999),
    symbol: text({
      title: 'Ký hiệu',
      description: 'Ký hiệu của văn bản; số chỉ mới giữ thì có thể chưa có.',
      examples: ['TB-SGDĐT'],
    }).optional(),
    body: reference({
      title: 'Cơ quan ban hành',
      description: 'Mã cơ quan trong danh bạ; không ghi thì theo bản ghi hoặc content/project.yaml.',
      examples: ['so-gddt-hau-giang'],
    }).optional(),
    state: z
      .enum(stateNames)
      .meta({
        title: 'Trạng thái',
        description: `${stateNames.map((name) => `${name}: ${entryStates[name]}`).join('; ')}. Không ghi là issued.`,
        examples: ['issued'],
      })
      .optional(),
    date: date({
      title: 'Ngày ban hành',
      description: 'Ngày, tháng, năm ban hành (YYYY-MM-DD); số chỉ mới giữ thì chưa có.',
      examples: ['2020-03-10'],
    }).optional(),
    record: reference({
      title: 'Bản ghi',
      description:
        'Tên tệp của cuộc họp trong content/meetings, không có phần đuôi; văn bản làm ngoài chương trình thì không có.',
      examples: ['hop-giao-ban-thang-3'],
    }).optional(),
    kind: text({ title: 'Tên loại', description: 'Tên loại văn bản.', examples: ['Thông báo'] }).optional(),
    subject: text({
      title: 'Trích yếu',
      description: 'Trích yếu nội dung như đã in trên văn bản.',
      examples: ['Ý kiến kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 3 năm 2026'],
    }).optional(),
    signatory: signatory.optional(),
    recipients: z
      .array(line())
      .meta({
        title: 'Nơi nhận',
        description: 'Nơi nhận văn bản, không kể mục Lưu.',
        examples: [['Ban Giám đốc Sở']],
      })
      .optional(),
    keeper: text({
      title: 'Đơn vị, người nhận bản lưu',
      description: 'Như ở mục Lưu của văn bản.',
      examples: ['VT, QLCL-CSVC'],
    }).optional(),
    copies: count(
      { title: 'Số lượng bản', description: 'Số bản phát hành.', examples: [20] },
      99_999,
    ).optional(),
    forwarded: date({
      title: 'Ngày chuyển',
      description: 'Ngày chuyển văn bản đi (YYYY-MM-DD).',
      examples: ['2020-03-10'],
    }).optional(),
    receipt: text({ title: 'Ký nhận', description: 'Ai đã nhận.', examples: ['Trần Thị B (VT)'] }).optional(),
    note: text({
      title: 'Ghi chú',
      description: 'Ghi chú trong sổ.',
      examples: ['Gửi qua trục liên thông'],
    }).optional(),
    reason: text({
      title: 'Lý do',
      description: 'Vì sao giữ số, lùi ngày hoặc hủy số.',
      examples: ['Ký ngày 10/3, vào sổ ngày 12/3'],
    }).optional(),
    version: count(
      { title: 'Phiên bản', description: 'Phiên bản đang có hiệu lực; không ghi là 1.', examples: [1] },
      999,
    ).optional(),
    text: sha256('lời văn').optional(),
    source: sha256('nội dung bản ghi lúc ban hành').optional(),
    files: editionFiles.optional(),
    signed: z
      .array(signedFile)
      .meta({ title: 'Các bản đã ký số', description: 'Các tệp đã ký được nhận lại, theo thứ tự.' })
      .optional(),
    relations: z
      .array(relation)
      .meta({ title: 'Quan hệ', description: 'Sửa đổi, thay thế, đính chính, thu hồi.' })
      .optional(),
    events: z
      .array(event)
      .meta({ title: 'Quá trình', description: 'Mọi việc đã xảy ra với số này, theo thứ tự.' })
      .optional(),
  })
  .meta({
    id: 'register-entry',
    title: 'Sổ đăng ký văn bản đi',
    description: 'Một số đã lấy; chỉ các lệnh của chương trình ghi vào đây.',
  })

export type RegisterEntry = z.infer<typeof registerEntry>
export type Relation = z.infer<typeof relation>
export type RegisterEvent = z.infer<typeof event>

/** An entry under which a document went out, whatever became of it later. */
export type IssuedEntry = RegisterEntry & { readonly symbol: string; readonly date: string }

export const stateOf = (entry: RegisterEntry): EntryState => entry.state ?? 'issued'

export const isIssued = (entry: RegisterEntry): entry is IssuedEntry =>
  !['reserved', 'cancelled'].includes(stateOf(entry)) &&
  entry.symbol !== undefined &&
  entry.date !== undefined

/** Recalled and replaced documents went out too, but nobody is to follow them any more. */
export const isInForce = (entry: RegisterEntry): boolean =>
  isIssued(entry) && !['recalled', 'replaced'].includes(stateOf(entry))
