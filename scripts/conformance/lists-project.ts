/** A project for the lists: the real content, and beside it a register of sixty numbers in which things have happened. */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const listsProject = 'sổ và trích sao'
export const year = '2026'
/** Numbers of the register; one is missing, so that the register has something to say. */
export const numbers = Array.from({ length: 60 }, (_, index) => index + 1).filter((number) => number !== 17)

/** Issued in the real content: what extracts are made of. */
export const record = 'ra-soat-truong-chuan-quoc-gia'
/** A group, and a school that is told of with others. */
export const units = ['phong-gddt', 'thpt-hoa-an'] as const

export const layOutLists = (root: string, to: string): string => {
  for (const folder of ['content', 'templates'])
    cpSync(join(root, folder), join(to, folder), { recursive: true })
  const register = join(to, 'content/register', year, 'SO')
  mkdirSync(register, { recursive: true })
  for (const number of numbers) writeFileSync(join(register, `${number}.yaml`), entry(number))
  return to
}

const subjects = [
  'Kết luận của Giám đốc Sở tại cuộc họp giao ban',
  'Kết luận của Phó Giám đốc Sở về công tác tuyển sinh lớp 10, rà soát cơ sở vật chất và đội ngũ của các trường trực thuộc, chuẩn bị năm học mới',
  'Phân công nhiệm vụ Ban Chỉ đạo chuyển đổi số',
] as const

const entry = (number: number): string => {
  if (number === 58) return `number: ${number}\nstate: reserved\nreason: Giữ cho Ban Chỉ đạo\n`
  const month = String(1 + Math.floor(number / 6)).padStart(2, '0')
  const date = `${year}-${month}-${String(5 + (number % 6) * 4).padStart(2, '0')}`
  return `number: ${number}
symbol: TB-SGDĐT
body: so-gddt-truong-giang
date: ${date}
${number === 30 ? 'state: cancelled\nreason: Trình ký nhầm\n' : ''}kind: Thông báo
subject: ${subjects[number % 3]} lần ${number}
signatory: {authority: [KT. Giám đốc, Phó Giám đốc], name: Nguyễn Thị Phương Thảo}
recipients: [Ban Giám đốc Sở, Các phòng thuộc Sở, "UBND các xã, phường (để ph/h)"]
keeper: VT, VP
copies: ${(number % 7) * 5 + 5}
forwarded: ${date}
receipt: Trần Thị Bình
`
}
