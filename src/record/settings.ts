/** content/project.yaml: what holds for the whole project. */

import { z } from 'zod'
import { reference } from './fields.ts'

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
  })
  .meta({ id: 'settings', title: 'Dự án', description: 'Thiết lập chung của cơ quan.' })

export type Settings = z.infer<typeof settings>
