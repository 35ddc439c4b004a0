import { useState } from 'react'
import {
  Button,
  ConfirmDialog,
  EmptyState,
  Facts,
  Menu,
  Progress,
  Screen,
  Sheet,
  Status,
  Tabs,
  Waiting,
} from '../index.ts'

export function PartsPage() {
  const [isAsking, setAsking] = useState(false)
  return (
    <Screen title="部品" layout="page">
      <Sheet
        title="ボタンと状態"
        actions={
          <Menu
            face="その他 ▾"
            entries={[
              { label: '複写する', run: () => undefined },
              'line',
              { label: '削除する', run: () => setAsking(true), isDangerous: true },
            ]}
          />
        }
      >
        <div className="fields-row">
          <Button kind="main" keys="Ctrl Enter">
            保存
          </Button>
          <Button>キャンセル</Button>
          <Button kind="danger" onPress={() => setAsking(true)}>
            削除する
          </Button>
          <Button kind="quiet">選択をやめる</Button>
          <Button isPending>保存</Button>
          <Button isDisabled>送る</Button>
        </div>
        <p>
          <Status colour="green">承認済</Status> <Status colour="blue">申請中</Status>{' '}
          <Status colour="grey">下書き</Status> <Status colour="red">差戻し</Status>{' '}
          <Status colour="amber">期限まで3日</Status>
        </p>
      </Sheet>
      <Sheet title="請求書の発行">
        <Facts
          facts={[
            ['主担当', '山田 太郎（経理部）'],
            ['期限', '翌月10日。休日なら前の営業日'],
            ['いつもの所要時間', '中央値 45分（n=12）、長いとき 1時間20分'],
          ]}
        />
      </Sheet>
      <Sheet title="進みぐあい">
        <Progress label="見本の会社を読み込んでいます（9月分）" percent={42} />
        <Waiting />
      </Sheet>
      <Sheet>
        <Tabs
          label="業務"
          pages={[
            {
              key: 'steps',
              label: '手順',
              count: 5,
              content: (
                <EmptyState title="手順はまだ書かれていません" action={<Button>手順を書く</Button>}>
                  はじめは3行で十分です。あとから誰でも直せます。
                </EmptyState>
              ),
            },
            { key: 'history', label: 'いつ誰が', content: <p>11/10 14:05 山田 太郎</p> },
          ]}
        />
      </Sheet>
      <ConfirmDialog
        title="この業務を削除しますか"
        isOpen={isAsking}
        isDangerous
        confirmLabel="削除する"
        onClose={() => setAsking(false)}
        onConfirm={() => setAsking(false)}
      >
        「請求書の発行」と、その手順5件を削除します。これまでの記録は残ります。
      </ConfirmDialog>
    </Screen>
  )
}
