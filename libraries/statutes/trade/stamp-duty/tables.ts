/** One step: duty of amounts up to and including `upTo` yen; the last step has no end. */
export type DutyStep = { upTo: number; duty: number }

/** Steps written as in the published table: `up to, duty` a line, `over` for the last. */
export const steps = (table: string): readonly DutyStep[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [upTo = '', duty = ''] = line.trim().split(',')
      return { upTo: upTo === 'over' ? Number.POSITIVE_INFINITY : Number(upTo), duty: Number(duty) }
    })

/** 第1号文書. */
export const transferSteps = `
100000,200
500000,400
1000000,1000
5000000,2000
10000000,10000
50000000,20000
100000000,60000
500000000,100000
1000000000,200000
5000000000,400000
over,600000`

/** 第2号文書. */
export const contractSteps = `
1000000,200
2000000,400
3000000,1000
5000000,2000
10000000,10000
50000000,20000
100000000,60000
500000000,100000
1000000000,200000
5000000000,400000
over,600000`

/** 第3号文書 and 第17号の1文書 have the same steps. */
export const billAndReceiptSteps = `
1000000,200
2000000,400
3000000,600
5000000,1000
10000000,2000
20000000,4000
30000000,6000
50000000,10000
100000000,20000
200000000,40000
300000000,60000
500000000,100000
1000000000,150000
over,200000`

/** 第4号文書. */
export const securitiesSteps = `
5000000,200
10000000,1000
50000000,2000
100000000,10000
over,20000`

/** 不動産の譲渡 (措法91条), above 100,000 yen. */
export const realEstateRelief = `
500000,200
1000000,500
5000000,1000
10000000,5000
50000000,10000
100000000,30000
500000000,60000
1000000000,160000
5000000000,320000
over,480000`

/** 建設工事の請負 (措法91条), above 1,000,000 yen. */
export const constructionRelief = `
2000000,200
3000000,500
5000000,1000
10000000,5000
50000000,10000
100000000,30000
500000000,60000
1000000000,160000
5000000000,320000
over,480000`
