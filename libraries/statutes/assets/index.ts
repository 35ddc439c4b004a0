import type { Statute } from '../core/statute.ts'
import { depreciationLaw, smallAssetLaw, straightLineOnlyLaw } from './depreciation/law.ts'

export { type DepreciationInput, type DepreciationYear, depreciation } from './depreciation/depreciation.ts'
export type { AssetKind, DepreciationMethod } from './depreciation/law.ts'
export {
  type SmallAssetChoice,
  type SmallAssetInput,
  smallAssetChoice,
  type ThreeYearParts,
  threeYearParts,
} from './depreciation/small-assets.ts'

/** Every dated table of this family, for reports. */
export const assetStatutes: readonly Statute<unknown>[] = [depreciationLaw, straightLineOnlyLaw, smallAssetLaw]
