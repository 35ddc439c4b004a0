import { type CommandContext, command, newId, refuse, refuseNotFound, scopeOf } from '@ennoshita/kernel/server'
import { desk, type TemplateField } from '../contract.ts'
import { personToday } from '../queries/people-of-company.ts'
import { templateFaults } from '../rules/template-fields.ts'
import { requestObjects } from './request-row.ts'

export const submitRequest = command(desk.submitRequest, {
  may: 'desk.ask',
  emits: ['desk.request-submitted'],
  async run(context, { templateId, title, body, values, wantedOn, forPersonId }) {
    const { tx, actor, now, today } = context
    const submitterId = whoAsks(context, forPersonId)
    const [template, submitter] = await Promise.all([
      tx.row<{ fields: TemplateField[]; departmentId: string | null; kindId: string | null }>`
        select fields, department_id as "departmentId", kind_id as "kindId" from desk.template
        where company_id = ${actor.companyId} and id = ${templateId} and retired_at is null`,
      personToday(tx, actor.companyId, submitterId, today, 'forPersonId'),
    ])
    if (!template) refuseNotFound({ ja: '依頼の種類', en: 'kind of request' }, 'templateId')
    const [fault] = templateFaults(template.fields, values)
    if (fault)
      refuse({
        kind: 'bad-input',
        code: 'desk.field-missing',
        what: { ja: fault.ja, en: fault.en },
        field: `values.${fault.key}`,
        todo: { ja: '項目を入れて、もう一度お出しください。', en: 'Fill it in and submit once more.' },
      })
    if (wantedOn && wantedOn < today)
      refuse({
        kind: 'bad-input',
        code: 'desk.wanted-in-the-past',
        what: { ja: '希望日が今日より前になっています。', en: 'The wanted date lies before today.' },
        field: 'wantedOn',
        todo: { ja: '今日以降の日付を選んでください。', en: 'Choose today or a later date.' },
      })
    const requestId = newId()
    const { departmentId, kindId } = template
    await tx.run`insert into desk.request (company_id, id, template_id, title, body, field_values, submitter_id, submitter_department_id, submitted_at, wanted_on, department_id, kind_id)
      values (${actor.companyId}, ${requestId}, ${templateId}, ${title}, ${body}, ${JSON.stringify(values)}, ${submitterId}, ${submitter.departmentId}, ${now}, ${wantedOn ?? null}, ${departmentId}, ${kindId})`
    return {
      events: [
        {
          activity: 'desk.request-submitted',
          objects: [
            ...requestObjects({ requestId, number: null, title, submitterId, departmentId, kindId }, null),
            { type: 'template', id: templateId },
          ],
          data: wantedOn ? { wantedOn } : {},
        },
      ],
      answer: { requestId },
      numbers: [{ series: 'desk.request', table: 'desk.request', column: 'number', id: requestId }],
    }
  },
})

function whoAsks({ actor }: CommandContext, forPersonId: string | undefined): string {
  if (forPersonId !== undefined && forPersonId !== actor.personId && scopeOf(actor, 'desk.answer') !== 'company')
    refuse({
      kind: 'not-allowed',
      code: 'desk.asks-for-another',
      what: {
        ja: 'ほかの方の依頼を代わりに書けるのは、受付の担当だけです。',
        en: 'Only the desk writes down requests for others.',
      },
      field: 'forPersonId',
      rule: {
        says: {
          ja: '依頼は、依頼した方のものとして残ります。',
          en: 'A request stands in the name of the one who asks.',
        },
        source: 'desk.answer',
      },
      todo: { ja: 'ご自分の依頼としてお出しください。', en: 'Submit it as your own.' },
    })
  const submitterId = forPersonId ?? actor.personId
  if (submitterId === undefined)
    refuse({
      kind: 'bad-input',
      code: 'desk.nobody-asks',
      what: { ja: '依頼する人がわかりません。', en: 'Nobody is named who asks.' },
      field: 'forPersonId',
      todo: { ja: '依頼する人を選んでください。', en: 'Choose who asks.' },
    })
  return submitterId
}
