/** What a reminder says. It comes from the product, asks once, thanks, and blames nobody. */
export function reminderText(
  collection: { title: string; explanation: string; dueOn: string },
  reminder: { number: number; ofCount: number; today: string },
): { subject: string; body: string } {
  const isBefore = reminder.today <= collection.dueOn
  const subject = isBefore
    ? `【縁の下】「${collection.title}」は${dayOf(collection.dueOn)}までです`
    : `【縁の下】「${collection.title}」をお待ちしています`
  const opening = isBefore
    ? `「${collection.title}」の期日が近づきましたので、縁の下からお知らせします。期日は${dayOf(collection.dueOn)}です。`
    : `「${collection.title}」（期日 ${dayOf(collection.dueOn)}）のご回答を、今からでもお受けしています。`
  const ending =
    reminder.number >= reminder.ofCount
      ? 'このお知らせは今回で終わりです。お困りのことがあれば、社内受付からお気軽にどうぞ。'
      : 'お困りのことがあれば、社内受付からお気軽にどうぞ。'
  const body = [
    opening,
    ...(collection.explanation === '' ? [] : ['', collection.explanation]),
    '',
    '行き違いでお済みの場合は、どうぞそのままで。いつもご協力ありがとうございます。',
    ending,
    '',
    '（このお知らせは縁の下が自動でお送りしています。）',
  ].join('\n')
  return { subject, body }
}

function dayOf(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日`
}
