import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const timeOfDay = z.string().regex(/^\d\d:\d\d$/)
const texts = z.array(z.string()).min(1)

const person = z.strictObject({
  key: z.string(),
  name: z.string(),
  kana: z.string(),
  department: z.string(),
  post: z.string().optional(),
  joinedOn: z.string().optional(),
  former: z.string().default(''),
  called: z.string().default(''),
  also: z.array(z.string()).default([]),
  roles: z.array(z.enum(['president', 'administrator', 'clerk', 'head'])).default([]),
  /** Whether the person joins while the sample is lived. */
  joins: z.boolean().default(false),
})
export type SamplePerson = z.output<typeof person>

const kind = z.strictObject({
  key: z.string(),
  department: z.string().optional(),
  main: z.string(),
  deputies: z.array(z.string()),
  minutes: z.int().optional(),
  /** Months since the manual was last revised; absent when there is none. */
  manual: z.int().optional(),
  /** When it is usually finished. */
  at: timeOfDay.default('15:00'),
  waits: z
    .strictObject({ for: z.string().optional(), outside: z.string().optional(), days: z.int(), chance: z.int() })
    .optional(),
  /** The person with whom it goes to and fro. */
  pingPong: z.string().optional(),
})
export type SampleKind = z.output<typeof kind>

const thread = {
  title: z.string(),
  back: z.string().optional(),
  reply: z.string().optional(),
  answer: z.string(),
}
const request = z.strictObject({
  ...thread,
  slug: z.string(),
  weight: z.int(),
  peak: z.boolean().default(false),
  from: texts,
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  by: texts,
  again: z.string().optional(),
  againAnswer: z.string().optional(),
  /** The question under which the answer is shared with everybody. */
  share: z.string().optional(),
  pass: z.strictObject({ to: z.string(), assignee: z.string(), reason: z.string() }).optional(),
})
export type SampleRequest = z.output<typeof request>
const review = z.strictObject({ ...thread, contract: z.string() })
export type SampleReview = z.output<typeof review>

const deed = z.strictObject({
  kind: z.string().optional(),
  weight: z.int(),
  minutes: z.tuple([z.int(), z.int()]),
  texts,
})

const bank = z.strictObject({
  code: z.string(),
  name: z.string(),
  kana: z.string(),
  branch: z.string(),
  branchName: z.string(),
  branchKana: z.string(),
})
export type SampleBank = z.output<typeof bank>

const vendor = z.strictObject({
  name: z.string(),
  kana: z.string(),
  /** Code of the account in the standard chart. */
  account: z.string(),
  department: z.string(),
  /** Thousands of yen, tax included: the same every month, or between two bounds. */
  fixed: z.int().optional(),
  min: z.int().default(0),
  max: z.int().default(0),
  /** Invoices a month. */
  times: z.int().default(1),
  closing: z.enum(['end', '20']),
  after: z.int(),
  monthly: z.boolean().default(false),
  method: z.enum(['transfer', 'account-transfer', 'card']).default('transfer'),
  individual: z.boolean().default(false),
  /** Kind of withholding, of an individual's fees. */
  fee: z.enum(['general', 'judicial-scrivener']).optional(),
  freelance: z.boolean().default(false),
  unregistered: z.boolean().default(false),
  /** Small enough for 取適法. */
  small: z.boolean().default(false),
  commission: z.enum(['manufacturing', 'designated-transport', 'service', 'information-product']).optional(),
  reduced: z.boolean().default(false),
  exempt: z.boolean().default(false),
  outOfScope: z.boolean().default(false),
  currency: z.enum(['USD', 'EUR']).optional(),
  /** Planted: often returned, once invoiced twice, with an account that changes. */
  returned: z.boolean().default(false),
  duplicate: z.boolean().default(false),
  account2: z.boolean().default(false),
})
export type SampleVendor = z.output<typeof vendor>

const papers = z.strictObject({
  texts: z.record(z.string(), texts),
  returns: texts,
  corrections: texts,
  approvals: z.array(z.string()).min(1),
})

const company = z.strictObject({
  name: z.string(),
  nameKana: z.string(),
  corporateNumberBase: z.string(),
  postalCode: z.string(),
  prefecture: z.string(),
  city: z.string(),
  street: z.string(),
  building: z.string(),
  phone: z.string(),
  mailDomain: z.string(),
  foundedOn: z.string(),
  fiscalYearMonth: z.int(),
  closings: z.array(z.strictObject({ from: z.string(), until: z.string(), reason: z.string() })),
  departments: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  posts: z.array(z.strictObject({ key: z.string(), name: z.string(), heads: z.boolean(), rank: z.int() })),
  fill: z.record(z.string(), texts),
})

const phrases = z.strictObject({
  comments: texts,
  reopen: texts,
  handOver: texts,
  pingOut: texts,
  pingBack: texts,
  drop: z.string(),
  givenUp: z.string(),
  thanks: texts,
  settled: texts,
})

const message = z.strictObject({
  company: z.string(),
  name: z.string(),
  number: z.string(),
  to: z.string(),
  wants: z.enum(['call-back', 'will-call-again', 'hear-only']),
  text: z.string(),
})

const handmade = z.strictObject({
  title: z.string(),
  by: texts,
  to: z.string().optional(),
  days: z.int(),
  peak: z.boolean().default(false),
})

const notice = z.strictObject({
  by: z.string(),
  kind: z.string(),
  daysBefore: z.int(),
  title: z.string(),
  body: z.string(),
  reason: z.string(),
})

const entry = z.strictObject({
  sort: z.enum(['contract', 'licence', 'inspection', 'insurance', 'domain', 'lease', 'other']),
  name: z.string(),
  counterpart: z.string().default(''),
  reference: z.string().default(''),
  ends: z.union([z.literal('nextNotice'), z.int()]),
  noticePeriod: z.string().default(''),
  renews: z.enum(['auto', 'none', 'by-hand']),
  renewalMonths: z.int().nullable().default(null),
  leadDays: z.int().default(30),
  responsible: z.string(),
  deputy: z.string().optional(),
  department: z.string(),
  kind: z.string().optional(),
  place: z.string(),
  notes: z.string().default(''),
})

const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> =>
  schema.parse(parse(readFileSync(new URL(`./data/${file}.yaml`, import.meta.url), 'utf8')))

/** Everything that is written about the sample company beforehand (data/*.yaml), checked when it is read. */
export const readSampleData = () => ({
  company: read('company', company),
  people: read('people', z.array(person)),
  kinds: read('kinds', z.array(kind)),
  requests: read('requests', z.array(request)),
  reviews: read('contract-reviews', z.array(review)),
  deeds: read('deeds', z.array(deed)),
  messages: read('messages', z.array(message)),
  handmade: read('handmade', z.array(handmade)),
  notices: read('notices', z.array(notice)),
  register: read('register', z.array(entry)),
  phrases: read('phrases', phrases),
  papers: read('papers', papers),
  ...read('vendors', z.strictObject({ banks: z.array(bank), vendors: z.array(vendor) })),
})
export type SampleData = ReturnType<typeof readSampleData>
