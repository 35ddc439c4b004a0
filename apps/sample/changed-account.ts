import { payables } from '@ennoshita/payables'
import { act, instantAt, nextDayIn, type World } from './world.ts'

/** A vendor writes that its account has changed: entered a few days ago, not yet called back, so its payments are held. */
export function writeChangedAccount(world: World): void {
  const vendor = world.vendors.find(({ account2 }) => account2)
  const [, bank] = world.data.banks
  if (!vendor || !bank) throw new Error('No vendor of the sample changes its account.')
  const on = nextDayIn(world, 'kasai', world.days.after(world.endOn, -4))
  if (on > world.endOn) return
  const instant = instantAt(on, 16 * 60 + 5)
  world.diary.write(on, instant, 'changed account', async () => {
    await act(
      world,
      'kasai',
      payables.enterBankAccount,
      {
        vendorId: vendor.vendorId,
        ...{ bankCode: bank.code, bankName: bank.name, bankKana: bank.kana },
        ...{ branchCode: bank.branch, branchName: bank.branchName, branchKana: bank.branchKana },
        ...{ accountNumber: '2204871', holder: `ユ）${vendor.kana}` },
      },
      instant,
    )
  })
}
