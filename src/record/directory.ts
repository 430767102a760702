/** The directory: issuing bodies, units, recipient groups, people. Each file maps ids to records of one kind. */

import * as z from 'zod'
import { code, line, lines, period, reference, text } from './fields.ts'

export const issuingBody = z
  .strictObject({
    name: text({
      title: 'Tên cơ quan',
      description: 'Tên chính thức, đầy đủ, viết như trong lời văn; chương trình tự viết hoa ở đầu trang.',
      examples: ['Sở Giáo dục và Đào tạo'],
    }),
    printed: lines({
      title: 'Tên in ở đầu trang',
      description:
        'Chỉ ghi khi muốn ngắt dòng tên cơ quan theo ý mình: mỗi dòng một mục, nhiều nhất bốn dòng.',
      examples: [['Sở Giáo dục', 'và Đào tạo']],
    }).optional(),
    parent: lines({
      title: 'Cơ quan chủ quản',
      description: 'Tên cơ quan chủ quản trực tiếp, được viết tắt cụm từ thông dụng; bỏ trống nếu không có.',
      examples: ['UBND tỉnh Hậu Giang'],
    }).optional(),
    abbreviation: text({
      title: 'Chữ viết tắt tên cơ quan',
      description: 'Dùng trong ký hiệu văn bản, do người đứng đầu cơ quan quy định.',
      examples: ['SGDĐT'],
    }),
    code: code({
      title: 'Mã định danh',
      description: 'Mã định danh điện tử của cơ quan; gói nộp lưu trữ và thông điệp edXML cần mã này.',
      examples: ['H49.64.33'],
    }).optional(),
    place: text({
      title: 'Địa danh',
      description: 'Địa danh trên dòng ngày tháng, viết hoa như khi in ra.',
      examples: ['Hậu Giang'],
    }),
    head: text({
      title: 'Chức vụ người đứng đầu',
      description: 'Dùng để ghi quyền hạn khi ký thay, ký thừa lệnh.',
      examples: ['Giám đốc'],
    }),
    collective: text({
      title: 'Tên tập thể lãnh đạo',
      description: 'Chỉ dành cho cơ quan làm việc theo chế độ tập thể (ký TM.); một Sở thì không ghi.',
      examples: ['Ủy ban nhân dân'],
    }).optional(),
    leadership: text({
      title: 'Lãnh đạo cơ quan ở nơi nhận',
      description: 'Mục đầu tiên của danh sách nơi nhận.',
      examples: ['Ban Giám đốc Sở'],
    }).optional(),
    address: z
      .array(line())
      .min(1)
      .max(3)
      .meta({
        title: 'Địa chỉ',
        description: 'Các dòng in ở cuối trang đầu: địa chỉ, thư điện tử, trang thông tin, điện thoại, Fax.',
        examples: [['Địa chỉ: số 1 đường A, phường B', 'ĐT: 0293 000000; thư điện tử: so@vi.du.vn']],
      })
      .optional(),
    ...period,
  })
  .meta({ title: 'Cơ quan ban hành', description: 'Cơ quan đứng tên trên văn bản.' })

export const unit = z
  .strictObject({
    name: text({
      title: 'Tên đơn vị',
      description: 'Tên như khi in ra trong thành phần tham dự và nơi nhận.',
      examples: ['THPT Vị Thủy'],
    }),
    abbreviation: text({
      title: 'Chữ viết tắt',
      description: 'Dùng ở mục Lưu; không ghi thì dùng tên.',
      examples: ['QLCL-CSVC'],
    }).optional(),
    body: reference({
      title: 'Thuộc cơ quan',
      description: 'Mã của cơ quan mà đơn vị này là một bộ phận, như văn phòng và các phòng của Sở.',
      examples: ['so-gddt-hau-giang'],
    }).optional(),
    group: reference({
      title: 'Nhóm nơi nhận',
      description: 'Mã của nhóm nơi nhận mà đơn vị này thuộc về; bỏ trống thì đơn vị được ghi tên riêng.',
      examples: ['phong-thuoc-so'],
    }).optional(),
    head: text({
      title: 'Chức vụ người đứng đầu',
      description: 'Cần khi người của đơn vị này ký thừa lệnh.',
      examples: ['Chánh Văn phòng'],
    }).optional(),
    byOrder: text({
      title: 'Căn cứ ký thừa lệnh',
      description: 'Quy chế làm việc hoặc quy chế công tác văn thư cho phép người đứng đầu đơn vị ký TL.',
      examples: ['Quy chế làm việc của Sở, Điều 12'],
    }).optional(),
    ...period,
  })
  .meta({ title: 'Đơn vị', description: 'Phòng, trường, đơn vị trực thuộc, cơ quan khác.' })

export const group = z
  .strictObject({
    name: text({
      title: 'Tên nhóm',
      description: 'Tên như khi in ở nơi nhận và trong lời văn.',
      examples: ['Phòng GD&ĐT các huyện, thị xã, thành phố'],
    }),
    short: text({
      title: 'Tên gọn',
      description: 'Tên dùng sau chữ "Đối với" ở đầu một nhóm kết luận.',
      examples: ['Phòng GD&ĐT'],
    }).optional(),
    body: reference({
      title: 'Của cơ quan',
      description: 'Mã của cơ quan mà danh sách nơi nhận này phục vụ.',
      examples: ['so-gddt-hau-giang'],
    }).optional(),
    within: reference({
      title: 'Nằm trong nhóm',
      description: 'Mã của nhóm lớn hơn; nơi nhận ghi tên nhóm lớn nhất.',
      examples: ['don-vi-truc-thuoc'],
    }).optional(),
    members: z
      .enum(['name', 'list'])
      .meta({
        title: 'Khi chỉ một số đơn vị của nhóm liên quan',
        description: 'name: vẫn ghi tên nhóm (mặc định); list: ghi tên từng đơn vị liên quan.',
        examples: ['list'],
      })
      .optional(),
    note: text({
      title: 'Ghi chú',
      description: 'In trong ngoặc đơn sau tên nhóm ở nơi nhận.',
      examples: ['để b/c'],
    }).optional(),
    ...period,
  })
  .meta({ title: 'Nhóm nơi nhận', description: 'Thứ tự trong tệp là thứ tự in ở nơi nhận.' })

const post = z
  .strictObject({
    at: reference({
      title: 'Tại',
      description: 'Mã của cơ quan hoặc đơn vị nơi giữ chức vụ.',
      examples: ['so-gddt-hau-giang'],
    }),
    title: text({
      title: 'Chức vụ',
      description: 'Chức vụ lãnh đạo chính thức.',
      examples: ['Phó Giám đốc'],
    }),
    as: z.enum(['head', 'acting', 'deputy', 'staff']).meta({
      title: 'Tư cách',
      description: 'head: người đứng đầu; acting: được giao quyền; deputy: cấp phó; staff: khác.',
      examples: ['deputy'],
    }),
    full: text({
      title: 'Chức vụ đầy đủ',
      description: 'Ghi khi chức vụ kèm tên cơ quan không phải là "<chức vụ> <tên cơ quan>".',
      examples: ['Chánh Văn phòng Sở'],
    }).optional(),
    ...period,
  })
  .meta({ title: 'Chức vụ', description: 'Một chức vụ trong một khoảng thời gian.' })

const authorisation = z
  .strictObject({
    document: text({
      title: 'Văn bản ủy quyền',
      description: 'Số, ký hiệu, ngày của văn bản ủy quyền; ký TUQ. phải có.',
      examples: ['Giấy ủy quyền số 05/GUQ-SGDĐT ngày 02/3/2026'],
    }),
    body: reference({
      title: 'Cơ quan',
      description: 'Mã của cơ quan mà người đứng đầu đã ủy quyền.',
      examples: ['so-gddt-hau-giang'],
    }),
    ...period,
  })
  .meta({ title: 'Ủy quyền', description: 'Ủy quyền bằng văn bản, có thời hạn.' })

export const person = z
  .strictObject({
    name: text({
      title: 'Họ và tên',
      description: 'Không ghi học hàm, học vị trước họ tên.',
      examples: ['Nguyễn Văn An'],
    }),
    posts: z
      .array(post)
      .min(1)
      .meta({ title: 'Các chức vụ', description: 'Mỗi chức vụ một mục, có từ ngày, đến ngày.' }),
    authorisations: z
      .array(authorisation)
      .meta({ title: 'Các ủy quyền', description: 'Chỉ ghi khi được ủy quyền ký thay người đứng đầu.' })
      .optional(),
  })
  .meta({ title: 'Người', description: 'Người chủ trì, người ký.' })

const mapOf = <T extends z.ZodType>(schema: T, title: string, description: string) =>
  z.record(z.string(), schema).meta({ title, description })

/** A file of the directory; every key may be absent. */
export const directoryFile = z
  .strictObject({
    bodies: mapOf(
      issuingBody,
      'Các cơ quan ban hành',
      'Mỗi cơ quan một mã (chữ thường, không dấu, gạch nối).',
    ).optional(),
    units: mapOf(unit, 'Các đơn vị', 'Mỗi đơn vị một mã (chữ thường, không dấu, gạch nối).').optional(),
    groups: mapOf(group, 'Các nhóm nơi nhận', 'Thứ tự ở đây là thứ tự in ra.').optional(),
    people: mapOf(person, 'Người', 'Mỗi người một mã (chữ thường, không dấu, gạch nối).').optional(),
  })
  .meta({
    title: 'Danh bạ',
    description: 'Cơ quan, đơn vị, nhóm nơi nhận và người, kèm thời gian có hiệu lực.',
  })

export type IssuingBody = z.infer<typeof issuingBody>
export type Unit = z.infer<typeof unit>
export type Group = z.infer<typeof group>
export type Post = z.infer<typeof post>
export type Person = z.infer<typeof person>
