/** The invented offices: who issues, their units, schools and people, as the directory's files and as ids to choose from. */

import { openChance } from '../chance.ts'
import { families, givens, middles, places } from './phrases.ts'

export type Office = {
  readonly id: string
  /** Its folder of the register. */
  readonly series: string
  readonly symbol: string
  /** Departments; the first is the office of the body, whose head signs by order. */
  readonly rooms: readonly string[]
  readonly schools: readonly string[]
  readonly groups: readonly string[]
  readonly head: string
  readonly deputies: readonly string[]
  readonly chief: string
  /** Only drafts speak of it, so that a new name of it changes drafts and nothing that was issued. */
  readonly late: { readonly id: string; readonly name: string }
  /** A file of the directory: to be written as YAML. */
  readonly directory: Readonly<Record<string, Readonly<Record<string, object>>>>
}

const province = 'Đồng Mây'

const rooms = {
  gd: [
    ['van-phong', 'Văn phòng Sở', 'VP'],
    ['khtc', 'Phòng Kế hoạch - Tài chính', 'KHTC'],
    ['gdmn', 'Phòng Giáo dục Mầm non', 'GDMN'],
    ['gdth', 'Phòng Giáo dục Tiểu học', 'GDTH'],
    ['gdtrh', 'Phòng Giáo dục Trung học', 'GDTrH'],
    ['tccb', 'Phòng Tổ chức cán bộ', 'TCCB'],
    ['khao-thi', 'Phòng Khảo thí và Quản lý chất lượng', 'KTQLCL'],
    ['thanh-tra', 'Phòng Kiểm tra và Pháp chế', 'KTPC'],
  ],
  vh: [
    ['van-phong', 'Văn phòng Sở', 'VP'],
    ['di-san', 'Phòng Quản lý di sản', 'DS'],
    ['the-thao', 'Phòng Quản lý thể dục, thể thao', 'TDTT'],
    ['du-lich', 'Phòng Quản lý du lịch', 'DL'],
    ['tai-chinh', 'Phòng Kế hoạch, tài chính', 'KHTC'],
  ],
} as const

export const offices = (): readonly Office[] => [
  office('gd', 'Sở Giáo dục và Đào tạo', 'SGDĐT', 'TB', 'Trường THPT', places),
  office(
    'vh',
    'Sở Văn hóa, Thể thao và Du lịch',
    'SVHTTDL',
    'TB-VH',
    'Trung tâm Văn hóa',
    places.slice(0, 12),
  ),
]

const office = (
  key: 'gd' | 'vh',
  name: string,
  abbreviation: string,
  series: string,
  school: string,
  where: readonly string[],
): Office => {
  const body = `so-${key}-dong-may`
  const id = (each: string): string => `${each}-${key}`
  const late = { id: id('to-du-an'), name: `Tổ Dự án ${province}` }
  const schools = where.map((place, index) => ({ id: id(`co-so-${index + 1}`), name: `${school} ${place}` }))
  const groups = { rooms: id('cac-phong'), schools: id('co-so'), communes: id('xa') }
  const people = names(key, 6)
  const post = (at: string, title: string, as: string, full?: string): object => ({
    at,
    title,
    as,
    ...(full ? { full } : {}),
    from: '2024-01-01',
  })
  const [head = '', first = '', second = '', third = '', chief = ''] = people.map(({ slug }) => slug)
  const posts: Readonly<Record<string, object>> = {
    [head]: post(body, 'Giám đốc', 'head'),
    [first]: post(body, 'Phó Giám đốc', 'deputy'),
    [second]: post(body, 'Phó Giám đốc', 'deputy'),
    [third]: post(body, 'Phó Giám đốc', 'deputy'),
    [chief]: post(id('van-phong'), 'Chánh Văn phòng', 'head', 'Chánh Văn phòng Sở'),
  }
  return {
    id: body,
    series,
    symbol: `TB-${abbreviation}`,
    rooms: rooms[key].map(([room]) => id(room)),
    schools: schools.map((each) => each.id),
    groups: Object.values(groups),
    head,
    deputies: [first, second, third],
    chief,
    late,
    directory: {
      bodies: {
        [body]: {
          name,
          parent: `UBND tỉnh ${province}`,
          abbreviation,
          place: province,
          head: 'Giám đốc',
          leadership: 'Ban Giám đốc Sở',
        },
      },
      groups: {
        [groups.rooms]: { name: 'Các phòng thuộc Sở', short: 'các phòng thuộc Sở', body },
        [groups.schools]: {
          name: 'Các đơn vị trực thuộc Sở',
          short: 'các đơn vị trực thuộc',
          body,
          members: 'list',
        },
        [groups.communes]: {
          name: 'UBND các xã, phường',
          short: 'UBND các xã, phường',
          body,
          note: 'để ph/h',
        },
      },
      units: {
        ...Object.fromEntries(
          rooms[key].map(([room, called, short], index) => [
            id(room),
            {
              name: called,
              abbreviation: short,
              body,
              group: groups.rooms,
              head: index === 0 ? 'Chánh Văn phòng' : 'Trưởng phòng',
              ...(index === 0 ? { byOrder: 'Quy chế làm việc của Sở, Điều 12' } : {}),
            },
          ]),
        ),
        ...Object.fromEntries(schools.map((each) => [each.id, { name: each.name, group: groups.schools }])),
        [late.id]: { name: late.name, group: groups.schools },
      },
      people: Object.fromEntries(
        people.flatMap(({ slug, name: called }) =>
          posts[slug] ? [[slug, { name: called, posts: [posts[slug]] }]] : [],
        ),
      ),
    },
  }
}

/** Different people, whose ids say nothing but who they are. */
const names = (key: string, count: number): { readonly slug: string; readonly name: string }[] => {
  const chance = openChance(`people/${key}`)
  return chance.some(families, count).map((family, index) => ({
    slug: `nguoi-${index + 1}-${key}`,
    name: `${family} ${chance.one(middles)} ${chance.one(givens)}`,
  }))
}
