/** The signer's authority, post and name (mục II.7). */

import type { Check, Context } from './against-decree-fault.ts'
import { teller } from './against-decree-say.ts'

export const checkSigner: Check = (context) => {
  authority(context)
  name(context)
}

const authority = (context: Context): void => {
  const lines = context.identified.parts.get('authority') ?? []
  const say = teller(context, context.rules.parts.authority.cite)
  const roles = teller(context, 'Phụ lục I, Phần I, mục II.7b')
  lines.forEach((piece, index) => {
    const { text } = piece
    const tight = /^(TM|KT|TL|TUQ|Q)\.(?=\S)/u.exec(text)
    if (tight)
      say(
        'decree/authority',
        'error',
        `sau "${tight[0]}" không có khoảng trắng`,
        text,
        `"${tight[0]} ${text.slice(tight[0].length)}"`,
        piece,
      )
    const bare =
      /^(TM|KT|TL|TUQ)(?=\s)/u.exec(text) ?? /^[KTQ]\s*\/\s*[TMLUQ]+\.?/u.exec(text) ?? /^T\/UQ/u.exec(text)
    if (bare)
      say(
        'decree/authority',
        'error',
        `quyền hạn ghi "${bare[0]}"`,
        bare[0],
        `"${bare[0].replace(/[\s/.]/g, '')}."`,
        piece,
      )
    if (/^KT\.\s*PHÓ(?!\p{L})/u.test(text))
      roles(
        'decree/authority',
        'error',
        '"KT." đứng trước chức vụ cấp phó',
        text,
        '"KT." trước chức vụ người đứng đầu, chức vụ cấp phó ở dòng dưới',
        piece,
      )
    if (/^(KT|TL|TUQ)\./u.test(text) && index === lines.length - 1)
      roles(
        'decree/authority',
        'error',
        `dưới "${text}" không có chức vụ của người ký`,
        text,
        'chức vụ người ký ở dòng dưới',
        piece,
      )
  })
}

const titled =
  /^(GS|PGS|TS|ThS|Th\.S|BS|BSCK\w*|CKII?|KS|CN|NGƯT|NGND|NSND|NSƯT|AHLĐ|TSKH|LS|DS)[.\s]|^(giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|nhà giáo|luật sư|ông|bà)\s/iu

const name = (context: Context): void => {
  const piece = context.identified.parts.get('signerName')?.at(-1)
  const match = piece && titled.exec(piece.text)
  if (!piece || !match) return
  teller(context, 'Phụ lục I, Phần I, mục II.7c')(
    'decree/authority',
    'warning',
    `trước họ tên người ký có “${match[0].trim()}”`,
    piece.text,
    'chỉ họ và tên',
    piece,
    'chỉ đơn vị vũ trang, sự nghiệp giáo dục, y tế, khoa học được ghi khi cơ quan quản lý ngành quy định',
  )
}
