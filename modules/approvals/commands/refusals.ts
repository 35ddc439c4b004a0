import type { RefusalFace, Words } from '@ennoshita/kernel'
import { refuse } from '@ennoshita/kernel/server'

const reload: Words = {
  ja: '開き直して、いまの状態をご確認ください。',
  en: 'Open it again and look at its state.',
}

/** Refuses because the matter has moved on; says how it stands. */
export function refuseMoved(what: Words, code: string): never {
  return refuse({
    kind: 'conflict',
    code,
    what,
    rule: {
      says: {
        ja: '一つの段の承認・差戻しは一度だけで、先に届いたものが有効です。',
        en: 'A step is decided once; what came first counts.',
      },
    },
    todo: reload,
  })
}

/** Refuses whoever is not asked. */
export function refuseDecider(code: string, what: Words, rule: Words, todo: Words): never {
  return refuse({ kind: 'not-allowed', code, what, rule: { says: rule }, todo })
}

/** Nobody can decide a step: said to whoever asks, with what to do. Without a name it is the last resort, the president. */
export function nobodyFace(step: string | undefined, missing: readonly Words[]): RefusalFace {
  const [ja, en] = [missing.map((words) => words.ja).join('、'), missing.map((words) => words.en).join(', ')]
  return {
    kind: 'conflict',
    code: 'approvals.nobody-to-approve',
    what: {
      ja: `承認経路の「${step ?? '社長'}」を承認できる人がいません${ja ? `（${ja}）` : ''}。`,
      en: `Nobody can approve the step "${step ?? 'president'}"${en ? ` (${en})` : ''}.`,
    },
    rule: {
      says: {
        ja: '空席の役職は上の部署の同じ役職が、申請した本人しかいない段は社長が承認します。それでも誰もいないときは受け付けません。',
        en: 'For a vacant post the department above is asked, for a step of the applicant alone the president; if there is nobody at all, it is refused.',
      },
    },
    todo: {
      ja: '管理者に、役職の所属か「設定 → 承認経路」を直すようお申し出ください。社長の役割を持つ人も必要です。',
      en: 'Ask an administrator to fill the post or to change the route in Settings → Approval routes. Somebody must have the role of president.',
    },
  }
}

export function noRouteFace(kind: string): RefusalFace {
  return {
    kind: 'conflict',
    code: 'approvals.no-route',
    what: {
      ja: '条件に合う承認経路がないため、申請できません。',
      en: 'No approval route fits, so it cannot be submitted.',
    },
    rule: {
      says: {
        ja: '書類の種類・金額・部署の条件に合う経路で承認します。',
        en: 'A matter takes the route whose kind, amount and department fit.',
      },
      source: kind,
    },
    todo: {
      ja: '管理者に「設定 → 承認経路」で、この種類・金額の経路を足すようお申し出ください。',
      en: 'Ask an administrator to add a route for this kind and amount in Settings → Approval routes.',
    },
  }
}
