import { Button, DateField, FormFrame, showToast, TextArea, t, useForm } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import type { MyCollection } from './collection-words.tsx'
import { collectionQueries } from './collection-words.tsx'

/** The answer that one collection wants: one tap, a date, or some words. */
export function AnswerAct({ row }: { readonly row: MyCollection }) {
  const { collectionId, answerKind } = row
  const form = useForm(desk.answerCollection, {
    draftKey: collectionId,
    initial: { collectionId },
    refreshes: collectionQueries,
    onDone: () => showToast(t('お送りしました。ありがとうございます。')),
  })
  return (
    <FormFrame
      form={form}
      label={row.title}
      foot={
        <Button kind="main" isPending={form.isPending} onPress={() => void form.submit()}>
          {answerKind === 'done' ? t('出しました') : t('送る')}
        </Button>
      }
    >
      {answerKind === 'text' ? <TextArea {...form.field('text')} label={t('答え')} isRequired rows={2} /> : null}
      {answerKind === 'date' ? <DateField {...form.field('on')} label={t('日付')} isRequired /> : null}
    </FormFrame>
  )
}
