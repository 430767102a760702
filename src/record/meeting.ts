/** One meeting, one file: what the notice is to say, never how it looks. */

import * as z from 'zod'
import { conclusions } from './conclusion.ts'
import { count, date, expectedDate, flag, prose, reference, text } from './fields.ts'

const unitRef = reference({
  title: 'Đơn vị',
  description: 'Mã đơn vị hoặc nhóm trong danh bạ.',
  examples: ['van-phong'],
})

const noted = z
  .strictObject({
    unit: unitRef.optional(),
    text: text({
      title: 'Tên nơi nhận',
      description: 'Nơi nhận không có trong danh bạ.',
      examples: ['Cổng TTĐT Sở'],
    }).optional(),
    note: text({ title: 'Ghi chú', description: 'In trong ngoặc đơn.', examples: ['để b/c'] }).optional(),
  })
  .meta({ title: 'Nơi nhận', description: 'Một nơi nhận: unit (mã) hoặc text (tên), kèm ghi chú.' })

const recipients = z
  .strictObject({
    attendees: flag({
      title: 'Như thành phần tham dự',
      description: 'true: ghi "Như thành phần tham dự" thay cho từng nhóm đã dự họp.',
      examples: [true],
    }).optional(),
    add: z
      .array(z.union([unitRef, noted]))
      .meta({
        title: 'Thêm',
        description: 'Nơi nhận thêm vào danh sách đã được xác định.',
        examples: [['van-phong']],
      })
      .optional(),
    remove: z
      .array(unitRef)
      .meta({
        title: 'Bớt',
        description: 'Mã của nhóm, đơn vị (hoặc của cơ quan, để bớt Ban Giám đốc).',
        examples: [['phong-thuoc-so']],
      })
      .optional(),
  })
  .meta({ title: 'Nơi nhận', description: 'Chỉ ghi phần khác với danh sách mà chương trình tự xác định.' })

const drafting = z
  .strictObject({
    unit: reference({
      title: 'Đơn vị soạn thảo',
      description: 'Mã đơn vị trong danh bạ.',
      examples: ['qlcl-csvc'],
    }),
    initials: text({
      title: 'Ký hiệu người soạn thảo',
      description: 'Chữ viết tắt tên người soạn thảo.',
      examples: ['P'],
    }).optional(),
    copies: count({ title: 'Số bản lưu', description: 'Số lượng bản lưu.', examples: [5] }, 999).optional(),
    mark: text({
      title: 'Ký hiệu người soạn thảo và số bản phát hành',
      description: 'In ở góc dưới phần nơi nhận, khi cơ quan có dùng.',
      examples: ['PL.(300)'],
    }).optional(),
    archive: text({
      title: 'Mục Lưu viết tay',
      description: 'Nguyên văn sau chữ "Lưu: ", khi cơ quan có cách ghi riêng; bắt đầu bằng "VT".',
      examples: ['VT, CN (Khôi)'],
    }).optional(),
  })
  .meta({ title: 'Soạn thảo', description: 'Ai soạn thảo; dùng cho mục Lưu.' })

/** Phụ lục I, Phần I, mục III.2. */
export const urgencies = { khan: 'Khẩn', 'thuong-khan': 'Thượng khẩn', 'hoa-toc': 'Hỏa tốc' } as const
export const circulations = {
  'xem-xong-tra-lai': 'Xem xong trả lại',
  'luu-hanh-noi-bo': 'Lưu hành nội bộ',
} as const

const annex = z
  .strictObject({
    id: reference({
      title: 'Mã phụ lục',
      description: 'Mã ổn định của phụ lục, để so sánh các phiên bản.',
      examples: ['danh-sach'],
    }).optional(),
    title: text({
      title: 'Tên phụ lục',
      description: 'Viết như câu thường; chương trình tự viết hoa khi in.',
      examples: ['Danh sách các trường đăng ký'],
    }),
    text: prose({
      title: 'Nội dung',
      description: 'Lời văn, gạch đầu dòng, bảng (viết bằng Markdown).',
      examples: ['| STT | Tên trường |\n| --- | --- |\n| 1 | THPT A |'],
    }),
    landscape: flag({
      title: 'Khổ ngang',
      description: 'Không ghi thì chương trình tự chọn khổ ngang khi bảng cần bề rộng.',
      examples: [true],
    }).optional(),
  })
  .meta({ title: 'Phụ lục', description: 'Một phụ lục kèm theo; trong lời văn phải có chỉ dẫn về phụ lục.' })

const notice = z
  .strictObject({
    body: reference({
      title: 'Cơ quan ban hành',
      description: 'Mã cơ quan; không ghi thì dùng cơ quan trong content/project.yaml.',
      examples: ['so-gddt-hau-giang'],
    }).optional(),
    template: reference({
      title: 'Mẫu',
      description:
        'Tên tệp trong templates/, không có ".md"; không ghi thì dùng mẫu trong content/project.yaml.',
      examples: ['ket-luan-hop'],
    }).optional(),
    subject: text({
      title: 'Trích yếu',
      description: 'Một câu ngắn gọn hoặc một cụm từ nói khái quát nội dung; không viết hoa toàn bộ.',
      examples: ['Ý kiến kết luận của đồng chí Giám đốc tại cuộc họp giao ban tháng 3 năm 2026'],
    }),
    signatory: reference({
      title: 'Người ký',
      description: 'Mã người trong danh bạ; quyền hạn ký được xác định từ chức vụ vào ngày ký.',
      examples: ['nguyen-van-an'],
    }),
    authority: z
      .enum(['TL', 'TUQ'])
      .meta({
        title: 'Ký thừa lệnh hay thừa ủy quyền',
        description: 'Chỉ ghi khi người ký có cả hai quyền.',
        examples: ['TUQ'],
      })
      .optional(),
    date: expectedDate({
      title: 'Ngày dự kiến',
      description:
        'Chỉ cho bản dự thảo: YYYY-MM (để trống ngày) hoặc YYYY-MM-DD. Ngày ban hành lấy từ sổ đăng ký.',
      examples: ['2026-11'],
    }).optional(),
    drafting,
    recipients: recipients.optional(),
    urgency: z
      .enum(['khan', 'thuong-khan', 'hoa-toc'])
      .meta({
        title: 'Mức độ khẩn',
        description: 'khan, thuong-khan hoặc hoa-toc; không ghi nếu là văn bản thường.',
        examples: ['khan'],
      })
      .optional(),
    circulation: z
      .enum(['xem-xong-tra-lai', 'luu-hanh-noi-bo'])
      .meta({
        title: 'Phạm vi lưu hành',
        description: 'Chỉ dẫn in trong khung ở lề trên trang đầu.',
        examples: ['luu-hanh-noi-bo'],
      })
      .optional(),
  })
  .meta({ title: 'Thông báo', description: 'Những gì thuộc về văn bản.' })

const participant = z
  .strictObject({
    role: text({
      title: 'Tư cách tham dự',
      description: 'Đứng trước tên đơn vị; mục không ghi thì cùng tư cách với mục trước.',
      examples: ['Đại diện Lãnh đạo'],
    }).optional(),
    units: z
      .array(unitRef)
      .min(1)
      .meta({
        title: 'Đơn vị',
        description: 'Mã đơn vị, nhóm trong danh bạ.',
        examples: [['van-phong', 'phong-gddt']],
      })
      .optional(),
    people: z
      .array(
        reference({ title: 'Người', description: 'Mã người trong danh bạ.', examples: ['nguyen-van-an'] }),
      )
      .min(1)
      .meta({
        title: 'Người',
        description: 'Người được ghi tên, kèm chức vụ.',
        examples: [['nguyen-van-an']],
      })
      .optional(),
    text: text({
      title: 'Ghi bằng lời',
      description: 'Khi thành phần này không có trong danh bạ.',
      examples: ['một số trường THPT trên địa bàn tỉnh'],
    }).optional(),
  })
  .meta({ title: 'Thành phần', description: 'Một nhóm người dự: tư cách và đơn vị, hoặc người, hoặc lời.' })

const day = (description: string) => date({ title: 'Ngày', description, examples: ['2026-03-10'] })

const session = z
  .strictObject({
    date: day('Ngày họp.'),
    at: text({
      title: 'Lúc',
      description: 'Buổi hoặc giờ, đúng như khi in ra.',
      examples: ['14 giờ 00'],
    }).optional(),
  })
  .meta({ title: 'Phiên họp', description: 'Một ngày họp.' })

const sessions = z
  .union([
    day('Họp trong một ngày.'),
    z
      .strictObject({ from: day('Ngày đầu.'), to: day('Ngày cuối.') })
      .meta({ title: 'Nhiều ngày', description: 'Các cuộc họp từ ngày … đến ngày ….' }),
    z.array(session).min(1),
  ])
  .meta({
    title: 'Thời gian họp',
    description: 'Một ngày; {from, to}; hoặc danh sách {date, at}.',
    examples: ['2026-03-10', { from: '2026-03-10', to: '2026-03-12' }],
  })

const meetingFields = z
  .strictObject({
    sessions,
    place: text({
      title: 'Nơi họp',
      description: 'Không ghi thì là cơ quan ban hành.',
      examples: ['Hội trường Sở Giáo dục và Đào tạo'],
    }).optional(),
    chair: reference({
      title: 'Người chủ trì',
      description: 'Mã người trong danh bạ.',
      examples: ['nguyen-van-an'],
    }),
    topic: prose({
      title: 'Nội dung họp',
      description: 'Cụm từ đứng sau "cuộc họp về việc".',
      examples: ['rà soát kế hoạch năm học'],
    }),
    with: z
      .array(participant)
      .min(1)
      .meta({ title: 'Họp với', description: 'Thành phần nêu gọn trong câu mở đầu, sau chữ "với".' })
      .optional(),
    heard: prose({
      title: 'Sau khi nghe',
      description: 'Cụm từ đứng sau "Sau khi nghe".',
      examples: ['các đơn vị báo cáo tình hình thực hiện'],
    }).optional(),
    remarks: prose({
      title: 'Nhận xét',
      description: 'Cụm từ đứng trước "và kết luận".',
      examples: ['ghi nhận những kết quả đạt được của các đơn vị trong thời gian qua'],
    }).optional(),
  })
  .meta({ title: 'Cuộc họp', description: 'Thời gian, nơi họp, người chủ trì, nội dung.' })

const attendees = z
  .strictObject({
    form: z
      .enum(['sentence', 'paragraph', 'section'])
      .meta({
        title: 'Cách trình bày',
        description:
          'paragraph: một đoạn "Thành phần tham dự: …" (mặc định); section: mục riêng có danh sách; sentence: nêu trong câu mở đầu.',
        examples: ['paragraph'],
      })
      .optional(),
    end: z
      .enum(['.', ';'])
      .meta({
        title: 'Dấu cuối đoạn',
        description: 'Dấu kết thúc đoạn; mặc định là dấu chấm.',
        examples: ['.'],
      })
      .optional(),
    list: z.array(participant).min(1).meta({ title: 'Thành phần', description: 'Theo thứ tự in ra.' }),
  })
  .meta({ title: 'Thành phần tham dự', description: 'Ai dự họp, theo tư cách và đơn vị.' })

const closing = z
  .strictObject({
    about: prose({
      title: 'Về việc',
      description: 'Cụm từ đứng sau "Trên đây là một số ý kiến kết luận về việc".',
      examples: ['thực hiện kế hoạch năm học'],
    }).optional(),
    text: prose({
      title: 'Cả câu kết',
      description: 'Khi câu kết khác hẳn câu của mẫu; dấu ./. do chương trình ghi.',
      examples: ['Yêu cầu các đơn vị nghiêm túc thực hiện.'],
    }).optional(),
  })
  .meta({ title: 'Câu kết', description: 'about (cụm từ) hoặc text (cả câu).' })

export const meeting = z
  .strictObject({
    notice,
    basis: z
      .array(
        prose({
          title: 'Căn cứ',
          description: 'Một căn cứ; không có dấu cuối thì chương trình ghi ";" và "." ở căn cứ cuối cùng.',
          examples: ['Căn cứ Kế hoạch số 193/KH-UBND ngày 10 tháng 02 năm 2020 của UBND tỉnh'],
        }),
      )
      .min(1)
      .meta({ title: 'Căn cứ', description: 'Các căn cứ, mỗi căn cứ một đoạn.' })
      .optional(),
    meeting: meetingFields,
    attendees: attendees.optional(),
    conclusions,
    closing: closing.optional(),
    annexes: z
      .array(annex)
      .min(1)
      .meta({
        title: 'Phụ lục',
        description: 'Các phụ lục, theo thứ tự; từ hai phụ lục thì được đánh số La Mã.',
      })
      .optional(),
  })
  .meta({ id: 'meeting', title: 'Cuộc họp', description: 'Bản ghi một cuộc họp để ra thông báo kết luận.' })

export type Meeting = z.infer<typeof meeting>
export type Participant = z.infer<typeof participant>
export type Sessions = z.infer<typeof sessions>
export type Recipients = z.infer<typeof recipients>
export type Drafting = z.infer<typeof drafting>
